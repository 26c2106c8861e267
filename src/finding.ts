/** What a check found. `code` is stable, `at` says where, `message` what to do about it. */
export interface Finding {
  readonly code: string
  readonly at: string
  readonly message: string
}
