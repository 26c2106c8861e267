/** Where somebody can turn in one organisation: a role and how to reach it. */

export const speakingUpPurposes = [
  'freedom-to-speak-up',
  'whistle-blowing',
  'safeguarding-adults',
  'safeguarding-children',
] as const
export const signpostPurposes = ['statutory', 'voluntary', 'carers'] as const
export const contactPurposes = [...speakingUpPurposes, ...signpostPurposes] as const
export type ContactPurpose = (typeof contactPurposes)[number]

export const purposeNames: Readonly<Record<ContactPurpose, string>> = {
  'freedom-to-speak-up': 'Speaking up at work',
  'whistle-blowing': 'Whistle-blowing',
  'safeguarding-adults': 'Safeguarding an adult',
  'safeguarding-children': 'Safeguarding a child',
  statutory: 'Help from the council or the health service',
  voluntary: 'Charities and community groups',
  carers: 'Help for carers',
}

export interface ContactDraft {
  readonly purpose: ContactPurpose
  readonly role: string
  readonly phone: string | null
  readonly email: string | null
  readonly web: string | null
  readonly hours: string | null
  /** YYYY-MM-DD: somebody tried it, or asked. */
  readonly checked_on: string
  /** YYYY-MM-DD: to be checked again. */
  readonly review_on: string
}

export interface Contact extends ContactDraft {
  readonly id: string
  readonly organisation: string
}

/** It was due to be checked again, and nobody has. */
export function isOverdue({ review_on }: Contact, today: string): boolean {
  return review_on < today
}
