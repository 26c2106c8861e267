/** What shows a steward that an organisation wants somebody to manage its people. */

export const namingShownBy = ['letter', 'own-address', 'public-number'] as const
export type NamingShownBy = (typeof namingShownBy)[number]

export const namingWords: Readonly<Record<NamingShownBy, string>> = {
  letter: 'A letter on its paper, signed by somebody who leads it',
  'own-address': 'An e-mail from its own web address, by somebody who leads it',
  'public-number': 'A call to the number in a public register, and a named leader said yes',
}

export interface ManagerNaming {
  readonly namedBy: string
  readonly namedAt: Date
  readonly shownBy: NamingShownBy
  readonly reason: string
}
