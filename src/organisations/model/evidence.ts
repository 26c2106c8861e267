/** What shows that an organisation is who it says. One without a web address has the other ways. */

export const evidenceKinds = ['register-entry', 'web-domain', 'letter'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export type DomainShownBy = 'file' | 'dns'

export type Evidence =
  | {
      readonly kind: 'register-entry'
      readonly register: string
      readonly number: string
      readonly note?: string | undefined
    }
  | {
      readonly kind: 'web-domain'
      readonly domain: string
      readonly shownBy: DomainShownBy
      readonly note?: string | undefined
    }
  | {
      readonly kind: 'letter'
      /** The day that the letter bears. */
      readonly dated: string
      readonly note?: string | undefined
    }

export const evidenceWords: Readonly<Record<EvidenceKind, string>> = {
  'register-entry': 'An entry in a public register',
  'web-domain': 'Its own web address',
  letter: 'A letter on paper',
}
