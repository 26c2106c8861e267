/** The three ways to refuse a request. `web/error-pages.tsx` alone turns them into pages. */

export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** The actor is known and may see the thing, but may not do this to it. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/** The request was right when the page was drawn, and no longer is. The message is shown to people. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}
