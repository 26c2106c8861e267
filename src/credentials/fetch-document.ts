/** The only way out of the service: JSON over https, from public addresses, small and soon or not at all. */
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { parseCredential } from './model/read-credential.ts'
import { guardedLookup, isPublicAddress, mayAsk, type ResolveSettings } from './public-addresses.ts'

/** Undefined when there is no answer that can be used, whatever the reason. */
export type FetchDocument = (address: string) => Promise<unknown>

export interface FetchSettings extends ResolveSettings {
  /** Certificates to trust in place of the usual ones. */
  readonly ca?: string | undefined
  /** In place of that of https: nobody may have us knock on other doors. */
  readonly port?: number | undefined
}

const longestWait = 5_000
const largestAnswer = 256_000
const mostRedirects = 3
const mostAtOnce = 20

/** Remembers answers for a minute, so that forty credentials of one issuer ask once. */
export const fetchPublicDocument: FetchDocument = remembering(
  documentFetcher({ allows: isPublicAddress }),
)

export function documentFetcher(settings: FetchSettings): FetchDocument {
  const takeTurn = turns(mostAtOnce)
  return async (address) => {
    const deadline = AbortSignal.timeout(longestWait)
    try {
      return await takeTurn(deadline, () => fetchFrom(address, settings, deadline))
    } catch {
      // Why somebody else's server did not answer is for its owner to find out, not for our pages.
      return undefined
    }
  }
}

/** Lets so many run at once; the others wait, each as long as it has. */
function turns(most: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <Result>(deadline: AbortSignal, run: () => Promise<Result>): Promise<Result> => {
    if (running < most) running += 1
    else await new Promise<void>((takeOver) => waiting.push(takeOver))
    try {
      deadline.throwIfAborted()
      return await run()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}

async function fetchFrom(
  address: string,
  settings: FetchSettings,
  deadline: AbortSignal,
): Promise<unknown> {
  let url = new URL(address)
  for (let hops = 0; hops <= mostRedirects; hops++) {
    if (!mayAsk(url, settings.port)) return undefined
    const answer = await ask(url, settings, deadline)
    const { location } = answer.headers
    if (answer.statusCode === 200) return readJson(answer, deadline)
    answer.destroy()
    if (!isRedirect(answer.statusCode) || location === undefined) return undefined
    const next = new URL(location, url)
    if (next.host !== url.host) return undefined
    url = next
  }
  return undefined
}

function isRedirect(status: number | undefined): boolean {
  return status !== undefined && [301, 302, 303, 307, 308].includes(status)
}

function ask(url: URL, settings: FetchSettings, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { accept: 'application/did+json, application/vc, application/json' }
    const options = { signal, headers, agent: false, lookup: guardedLookup(settings) } as const
    const trusted = settings.ca === undefined ? {} : { ca: settings.ca }
    request(url, { ...options, ...trusted }, resolve)
      .on('error', reject)
      .end()
  })
}

async function readJson(answer: IncomingMessage, deadline: AbortSignal): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  // A request's own signal ends with its headers; the body has the same deadline.
  const stop = () => answer.destroy(new Error('too slow'))
  deadline.addEventListener('abort', stop, { once: true })
  try {
    for await (const chunk of answer) {
      size += chunk.length
      if (size > largestAnswer) return undefined
      chunks.push(chunk)
    }
  } finally {
    deadline.removeEventListener('abort', stop)
    answer.destroy()
  }
  const parsed = parseCredential(Buffer.concat(chunks))
  return parsed.problem === undefined ? parsed.document : undefined
}

interface Remembered {
  readonly answer: Promise<unknown>
  readonly askedAt: number
}

const longestRemembered = 60_000
const mostRemembered = 100

export function remembering(fetchDocument: FetchDocument): FetchDocument {
  const known = new Map<string, Remembered>()
  return (address) => {
    const remembered = known.get(address)
    if (remembered && Date.now() - remembered.askedAt < longestRemembered) return remembered.answer
    const oldest = known.size >= mostRemembered ? known.keys().next().value : undefined
    if (oldest !== undefined) known.delete(oldest)
    known.delete(address)
    const answer = fetchDocument(address)
    known.set(address, { answer, askedAt: Date.now() })
    return answer
  }
}
