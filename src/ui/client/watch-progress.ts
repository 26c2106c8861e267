/** Looks again at a page whose job goes on, in place of the reload that pages do without script. */

/** As much of the page as this needs: the server's types know no browser. */
interface Watched {
  innerHTML: string
  readonly dataset: { readonly watch?: string }
}
interface Page {
  querySelector(selector: string): Watched | null
}
declare const document: Page
declare const location: { readonly href: string; reload(): void }
declare const DOMParser: { new (): { parseFromString(text: string, type: 'text/html'): Page } }

const watched = '[data-watch]'

export function watchProgress(): void {
  const part = document.querySelector(watched)
  if (part === null) return
  const seconds = Number(part.dataset.watch)
  setTimeout(() => look(part, seconds), seconds * 1000)
}

/** What fails is tried again: the job goes on without this page. */
async function look(part: Watched, seconds: number): Promise<void> {
  const now = await fetch(location.href)
    .then((reply) => (reply.ok ? reply.text() : undefined))
    .catch(() => undefined)
  const next =
    now === undefined
      ? part
      : new DOMParser().parseFromString(now, 'text/html').querySelector(watched)
  if (next === null) return location.reload()
  if (next !== part && next.innerHTML !== part.innerHTML) part.innerHTML = next.innerHTML
  setTimeout(() => look(part, seconds), seconds * 1000)
}
