/** The only way out of the service: JSON over https, from public addresses, small and soon or not at all. */
import { lookup as lookUp } from 'node:dns'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { parseCredential } from './model/read-credential.ts'

/** Undefined when there is no answer that can be used, whatever the reason. */
export type FetchDocument = (address: string) => Promise<unknown>

export interface FetchSettings {
  /** Asked of each address that a name resolves to. */
  readonly allows: (address: string, family: number) => boolean
  /** Certificates to trust in place of the usual ones. */
  readonly ca?: string | undefined
  /** In place of the system's resolver. */
  readonly resolve?: ((hostname: string) => string) | undefined
}

const longestWait = 5_000
const largestAnswer = 256_000
const mostRedirects = 3

/** Remembers answers for a minute, so that forty credentials of one issuer ask once. */
export const fetchPublicDocument: FetchDocument = remembering(
  documentFetcher({ allows: isPublicAddress }),
)

export function documentFetcher(settings: FetchSettings): FetchDocument {
  return async (address) => {
    const deadline = AbortSignal.timeout(longestWait)
    try {
      return await fetchFrom(address, settings, deadline)
    } catch {
      // Why somebody else's server did not answer is for its owner to find out, not for our pages.
      return undefined
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
    if (!mayAsk(url)) return undefined
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

/** Https to a named host: a literal address, or a name inside one's own network, is never asked. */
export function mayAsk(url: URL): boolean {
  const host = url.hostname.replace(/\.$/, '')
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false
  if (host.startsWith('[') || isIP(host) !== 0 || !host.includes('.')) return false
  return !/\.(?:localhost|local|internal|home\.arpa)$/i.test(host)
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

/** The addresses that are checked are the ones connected to: a name cannot change in between. */
function guardedLookup({ allows, resolve }: FetchSettings): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(resolve?.(hostname) ?? hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '')
      const [first] = found
      if (first === undefined || !found.every(({ address, family }) => allows(address, family))) {
        return callback(new Error(`${hostname} is not at a public address`), '')
      }
      if (options.all) return callback(null, found)
      return callback(null, first.address, first.family)
    })
  }
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

// RFC 6890 and its updates: loopback, private, link-local, shared, reserved, documentation, multicast.
const notPublic = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv4')
}
const publicIpv6 = new BlockList()
publicIpv6.addSubnet('2000::', 3, 'ipv6')
// Inside 2000::/3, but tunnels to IPv4 addresses, protocol assignments or documentation.
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv6')
}

export function isPublicAddress(address: string, family: number): boolean {
  if (family === 4) return !notPublic.check(address, 'ipv4')
  return publicIpv6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
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
