/** Editions kept in memory: published text never changes, and a draft is asked after each time. */

import type { Database } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import { dayOf } from '../language/days.ts'
import { type Adopting, findAdopting } from './adoption/adoption-store.ts'
import { chooseEditionInForce } from './adoption/model/choose-edition-in-force.ts'
import {
  type EditionHead,
  findEdition,
  findEditionHead,
  listEditions,
  type StoredEdition,
} from './frameworks-store.ts'
import type { Succession } from './model/succession.ts'
import { listSuccessions } from './versions/successions-store.ts'

export interface ShelvedEdition extends StoredEdition {
  /** Between all editions of its framework. */
  readonly successions: readonly Succession[]
}

export interface InForce {
  readonly ref: string
  /** Of the organisation. */
  readonly name: string
}

export interface EditionShelf {
  /** Throws NotFound. */
  readonly get: (ref: string) => Promise<ShelvedEdition>
  readonly list: () => Promise<readonly EditionHead[]>
  /** The edition of a framework that an organisation works by today. */
  readonly inForce: (framework: string, organisation: string) => Promise<InForce | undefined>
  /** Something was published or withdrawn just now: every status is asked again. */
  readonly forgetEditions: () => void
  /** After it decided: what was kept of it is asked anew. */
  readonly forgetAdoptions: (organisation: string) => void
}

/** How long a published edition is shown before its status (withdrawn?) is asked again, in ms. */
const freshFor = 10_000

export function editionShelf(db: Database, now: () => Date): EditionShelf {
  const shelf = new Map<string, { stored: StoredEdition; askedAt: number }>()
  let generation = 0

  async function get(ref: string): Promise<ShelvedEdition> {
    const stored = await getStored(ref)
    const { successions } = await knownWith(stored)
    const { slug } = stored.edition
    return { ...stored, successions: successions.filter(({ to }) => to.startsWith(`${slug}/`)) }
  }

  async function getStored(ref: string): Promise<StoredEdition> {
    const held = shelf.get(ref)
    const time = now().getTime()
    const began = generation
    if (held?.stored.status === 'published' && time - held.askedAt < freshFor) return held.stored
    const stored = held === undefined ? undefined : await refreshed(db, held.stored)
    const found = stored ?? (await findEdition(db, ref))
    if (found === undefined) throw new NotFound(`edition ${ref}`)
    shelf.set(ref, { stored: found, askedAt: began === generation ? time : 0 })
    return found
  }

  // Kept together, and in this order: no edition is shown without what was carried over to it.
  const known = kept(now, async () => {
    const heads = await listEditions(db)
    return { heads, successions: await listSuccessions(db) }
  })
  const list = async () => (await known()).heads

  /** Asked anew for what another process published since. */
  async function knownWith({ ref, status }: StoredEdition) {
    const held = await known()
    const isKnown = held.heads.some((head) => head.ref === ref && head.publishedAt !== undefined)
    if (isKnown || status !== 'published') return held
    known.forget()
    return known()
  }

  const adopting = new Map<string, () => Promise<Adopting | undefined>>()
  async function inForce(framework: string, organisation: string): Promise<InForce | undefined> {
    const ask = adopting.get(organisation) ?? kept(now, () => findAdopting(db, { organisation }))
    adopting.set(organisation, ask)
    const [found, heads] = [await ask(), await list()]
    if (found === undefined) return undefined
    const of = (one: { readonly framework: string }) => one.framework === framework
    const ref = chooseEditionInForce({
      ...{ editions: heads.filter(({ ref }) => ref.startsWith(`${framework}/`)) },
      ...{ adoptions: found.adoptions.filter(of), addedAt: found.addedAt, day: dayOf(now()) },
    })
    return ref === undefined ? undefined : { ref, name: found.name }
  }

  function forgetEditions(): void {
    generation++
    known.forget()
    for (const [ref, { stored }] of shelf) shelf.set(ref, { stored, askedAt: 0 })
  }

  const forgetAdoptions = (organisation: string) => void adopting.delete(organisation)
  return { get, list, inForce, forgetEditions, forgetAdoptions }
}

/** Asked again once it is no longer fresh, or once it was forgotten: during an outstanding ask too. */
function kept<T>(now: () => Date, ask: () => Promise<T>) {
  let held: { readonly value: T; readonly askedAt: number } | undefined
  let generation = 0
  const get = async (): Promise<T> => {
    const time = now().getTime()
    if (held !== undefined && time - held.askedAt < freshFor) return held.value
    const began = generation
    const value = await ask()
    if (began === generation) held = { value, askedAt: time }
    return value
  }
  const forget = () => {
    generation++
    held = undefined
  }
  return Object.assign(get, { forget })
}

/** The same edition with its status of now, or undefined when its text is another. */
async function refreshed(db: Database, held: StoredEdition): Promise<StoredEdition | undefined> {
  const head = await findEditionHead(db, held.ref)
  return head?.digest === held.digest
    ? { ...held, status: head.status, withdrawal: head.withdrawal }
    : undefined
}
