/** What was entered about a registration, as its forms show it again. */

export interface RegistrationEntered {
  /** Register and profession in one: `hcpc:dietetics`. */
  readonly profession: string
  readonly number: string
}

export interface CheckEntered {
  readonly outcome: string
  readonly on: { readonly day: string; readonly month: string; readonly year: string }
}
