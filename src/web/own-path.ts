/** An address that leads to a page of ours: `//elsewhere` and `/\elsewhere` lead off in some browsers. */
export function isOwnPath(next: string | undefined): next is string {
  return next !== undefined && next.length <= 500 && /^\/(?![/\\])[\x21-\x7e]*$/.test(next)
}
