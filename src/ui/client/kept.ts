/**
 * What is kept on somebody's own phone: one cache, which the page and the service worker both read and
 * which goes as a whole. Nothing is ever written before its person said that the phone is their own.
 */
import { isOver, type Phone, seenAt } from './phone-life.ts'

/** As much of a browser as this needs: the server's types know none. */
interface Cache {
  put(key: string, reply: Response): Promise<void>
  add(key: string): Promise<void>
  delete(key: string, how?: { ignoreSearch: boolean }): Promise<boolean>
  keys(): Promise<readonly { readonly url: string }[]>
}
interface Matching {
  readonly cacheName: string
  readonly ignoreVary: boolean
}
declare const caches:
  | {
      open(name: string): Promise<Cache>
      delete(name: string): Promise<boolean>
      match(key: string, how: Matching): Promise<Response | undefined>
    }
  | undefined

const cacheName = 'lanyard-phone'
export const copyAddress = '/passport/offline/copy'

/** The addresses of what is kept beside the copy. No server answers them. */
const places = {
  phone: `${copyAddress}/phone`,
  unsent: `${copyAddress}/unsent`,
  codes: `${copyAddress}/codes`,
} as const
type Place = keyof typeof places

/** A QR code of a link that the server does not keep. */
export interface KeptCode {
  readonly share: string
  readonly until: number
  readonly words: string
  readonly drawing: string
}

/** Makes no cache where there is none. */
export async function findKept(address: string): Promise<Response | undefined> {
  return typeof caches === 'undefined'
    ? undefined
    : caches.match(address, { cacheName, ignoreVary: true })
}

export async function read<T>(place: Place): Promise<T | undefined> {
  const found = await findKept(places[place])
  // Written by `write` alone.
  return found && ((await found.json()) as T)
}

export async function write(place: Place, value: unknown): Promise<void> {
  const cache = await caches?.open(cacheName)
  await cache?.put(places[place], new Response(JSON.stringify(value)))
}

/** The phone, unless its seven days are over: then all that is kept on it goes. */
export async function findPhone(
  wipeAll: () => Promise<unknown> = wipe,
): Promise<Phone | undefined> {
  const phone = await read<Phone>('phone')
  if (phone === undefined) return undefined
  const now = Date.now()
  if (isOver(phone, now)) {
    await wipeAll()
    return undefined
  }
  const seen = seenAt(phone, now)
  // Seldom, so that it is not written again by one tab while another wipes.
  if (seen.seen > phone.seen + 60_000) await write('phone', seen)
  return seen
}

/** The copy, with the styles, script and icons that it names; those of an earlier copy go. */
export async function keepCopy(reply: Response): Promise<void> {
  const cache = await caches?.open(cacheName)
  if (cache === undefined) return
  const text = await reply.clone().text()
  const assets = [...new Set(text.match(/\/assets\/[\w.-]+/g) ?? [])]
  for (const asset of assets) if ((await findKept(asset)) === undefined) await cache.add(asset)
  await cache.put(copyAddress, reply)
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (pathname.startsWith('/assets/') && !assets.includes(pathname)) await cache.delete(url)
  }
}

/** What shows the passport goes; what was typed, and whose phone it is, stays. */
export async function dropCopy(): Promise<void> {
  const cache = await caches?.open(cacheName)
  await cache?.delete(copyAddress)
  await cache?.delete(places.codes)
}

export async function wipe(): Promise<void> {
  await caches?.delete(cacheName)
}
