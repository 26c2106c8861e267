/** The pages of a draft that stand beside its text: a line each. */

interface DraftLink {
  readonly href: string
  readonly text: string
}

/** `mayWrite`: whoever may only read is offered what can be read. */
export function draftLinks(
  _draft: string,
  _may: { readonly mayWrite: boolean },
): readonly DraftLink[] {
  return []
}
