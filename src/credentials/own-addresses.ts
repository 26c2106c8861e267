/** Addresses that stand in credentials for ever, and what they mean when they come back. */
import { paths } from '../paths.ts'
import type { StatusPurpose } from './model/achievement-credential.ts'
import { didWeb } from './model/did-web.ts'

export interface OwnList {
  readonly list: string
  readonly purpose: StatusPurpose
}

/** An organisation's did:web, under our own address. */
export function organisationDid(baseUrl: string, slug: string): string {
  return didWeb(`${baseUrl}${paths.organisation(slug)}`)
}

/** Is this did:web at our own host? Then it is never fetched, whatever its path. */
export function isOwnDid(baseUrl: string, did: string): boolean {
  const [method, name, host = ''] = did.split(':')
  const ours = new URL(baseUrl).host.toLowerCase()
  return method === 'did' && name === 'web' && host.replace(/%3a/i, ':').toLowerCase() === ours
}

/** The slug of the organisation whose did:web this is. */
export function slugOfDid(baseUrl: string, did: string): string | undefined {
  const slug = did.slice(did.lastIndexOf(':') + 1)
  return did === organisationDid(baseUrl, slug) ? slug : undefined
}

/** One list of ours is served twice, since each purpose has bits of its own. */
export function statusListAddress(baseUrl: string, { list, purpose }: OwnList): string {
  return `${baseUrl}${paths.statusList(`${list}-${purpose}`)}`
}

export function isOwnAddress(baseUrl: string, address: string): boolean {
  return URL.canParse(address) && new URL(address).host === new URL(baseUrl).host
}

export function ownListAt(baseUrl: string, address: string): OwnList | undefined {
  const served = ownListNamed(address.slice(address.lastIndexOf('/') + 1))
  return served && statusListAddress(baseUrl, served) === address ? served : undefined
}

/** The token of a share link of ours, where somebody pasted one, alone or in a message around it. */
export function ownShareToken(baseUrl: string, pasted: string): string | undefined {
  const start = `${new URL(baseUrl).host}${paths.share('')}`
  const addresses = pasted.split(/[\s<>"'()]+/).map((word) => word.replace(/^https?:\/\//i, ''))
  const own = addresses.find((address) => address.toLowerCase().startsWith(start))
  return own === undefined ? undefined : /^[\w-]+/.exec(own.slice(start.length))?.[0]
}

/** The last part of a status list's address. */
export function ownListNamed(name: string): OwnList | undefined {
  const [, list, purpose] = /^(.+)-(revocation|suspension)$/.exec(name) ?? []
  if (list === undefined) return undefined
  return { list, purpose: purpose === 'revocation' ? 'revocation' : 'suspension' }
}
