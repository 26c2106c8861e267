/** What managers entered, as their forms show it again. */

interface EnteredDay {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface GivenEntered {
  readonly permission: string
  readonly months: string
}

export interface LastDayEntered {
  readonly lastDay: EnteredDay
}

export interface JobEntered {
  readonly jobTitle: string
  readonly teams: readonly string[]
  readonly from: EnteredDay
}

export interface IdentityEntered {
  readonly how: string
  readonly on: EnteredDay
}
