/** What somebody typed, to be shown again with its faults. */
export interface ContactEntered {
  readonly purpose: string
  readonly role: string
  readonly phone: string
  readonly email: string
  readonly web: string
  readonly hours: string
  /** It looks like one person's: its keeper is asked. */
  readonly isDoubtful?: boolean | undefined
}

export const noContact: ContactEntered = {
  ...{ purpose: '', role: '', phone: '', email: '', web: '', hours: '' },
}
