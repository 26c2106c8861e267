/** What a person says of themselves, and may change at any time. */

export interface OfferedRoles {
  readonly levels: readonly { readonly value: string; readonly text: string }[]
  readonly professions: readonly { readonly value: string; readonly text: string }[]
}

export interface OwnDetails {
  readonly name: string
  readonly level?: string | undefined
  readonly profession?: string | undefined
}
