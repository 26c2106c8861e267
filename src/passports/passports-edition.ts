/** The edition that passports are read by: which one depends on whom it is for. */
import type { Person } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { adoptedFramework as framework } from '../frameworks/adoption/adopted-framework.ts'
import { inOrder } from '../frameworks/adoption/model/choose-edition-in-force.ts'
import type { EditionShelf, ShelvedEdition } from '../frameworks/edition-shelf.ts'
import {
  findNewerWordings,
  type NewerWording,
  type SignedStatement,
} from './model/find-newer-wordings.ts'
import { nameSigning } from './model/name-signing.ts'

/** The editions of the passport's framework that are published now, the first published first. */
async function listPublished(shelf: EditionShelf): Promise<readonly string[]> {
  const heads = await shelf.list()
  return inOrder(heads.filter(({ ref }) => ref.startsWith(`${framework}/`))).map(({ ref }) => ref)
}

/** For nobody's passport in particular. Throws NotFound where no edition is published yet. */
export async function latestEdition(shelf: EditionShelf): Promise<ShelvedEdition> {
  const ref = (await listPublished(shelf)).at(-1)
  if (ref === undefined) throw new NotFound(`no edition of ${framework} is published`)
  return shelf.get(ref)
}

/** What an organisation works by: for its rules, its teams, and what it delegates and accepts. */
export async function editionAt(
  shelf: EditionShelf,
  organisation: string,
): Promise<ShelvedEdition> {
  const found = await shelf.inForce(framework, organisation)
  return found === undefined ? latestEdition(shelf) : shelf.get(found.ref)
}

type Worker = Pick<Person, 'employers'>

/**
 * The same for each organisation that somebody works at or acts for, to be asked inside a
 * transaction. Throws NotFound for any other.
 */
export async function editionsAt(
  shelf: EditionShelf,
  { employers = [], permissions }: Pick<Person, 'employers' | 'permissions'>,
): Promise<(organisation: string) => ShelvedEdition> {
  const slugs = new Set([...employers, ...permissions.map(({ organisation }) => organisation)])
  const found = await Promise.all(
    [...slugs].map(async (slug) => [slug, await editionAt(shelf, slug)] as const),
  )
  const editions = new Map(found)
  return (organisation) => {
    const edition = editions.get(organisation)
    if (edition === undefined) throw new NotFound(`does not work at ${organisation}`)
    return edition
  }
}

/** What signings and requests are called, each by the words of the edition that it is of. */
export async function signingNames(
  shelf: EditionShelf,
): Promise<(signing: Parameters<typeof nameSigning>[1] & { readonly edition: string }) => string> {
  const latest = await latestEdition(shelf)
  const refs = (await shelf.list()).filter(
    ({ ref, publishedAt }) => ref.startsWith(`${framework}/`) && publishedAt !== undefined,
  )
  const editions = new Map(
    await Promise.all(refs.map(async ({ ref }) => [ref, await shelf.get(ref)] as const)),
  )
  return (signing) => nameSigning((editions.get(signing.edition) ?? latest).edition, signing)
}

/** One edition that somebody is read by, with the names of the employers that work by it. */
export interface InForceFor {
  readonly ref: string
  readonly names: readonly string[]
}

/** What somebody's employers work by, the later published first. */
async function listInForce(
  shelf: EditionShelf,
  { employers = [] }: Worker,
): Promise<readonly InForceFor[]> {
  const found = await Promise.all(employers.map((slug) => shelf.inForce(framework, slug)))
  const byRef = Map.groupBy(
    found.flatMap((one) => one ?? []),
    ({ ref }) => ref,
  )
  const heads = await shelf.list()
  const publishedAt = (ref: string) =>
    heads.find((head) => head.ref === ref)?.publishedAt?.getTime() ?? 0
  return [...byRef]
    .map(([ref, some]) => ({ ref, names: [...new Set(some.map(({ name }) => name))] }))
    .sort((one, other) => publishedAt(other.ref) - publishedAt(one.ref))
}

/** For a page that reads by `ref`: which editions are in force for its reader, and a newer one. */
export async function describeInForce(shelf: EditionShelf, person: Worker, ref: string) {
  const inForce = await listInForce(shelf, person)
  const latest = (await listPublished(shelf)).at(-1)
  const newer = inForce.length > 0 && !inForce.some((one) => one.ref === latest)
  return { ref, inForce, newer: newer ? latest : undefined }
}

/**
 * For a holder's own passport: what their employers work by, or another published one that they
 * asked to see.
 */
export async function ownEdition(
  shelf: EditionShelf,
  person: Worker,
  query?: unknown,
): Promise<ShelvedEdition> {
  const wanted = await findAsked(shelf, query)
  if (wanted !== undefined) return shelf.get(wanted)
  const [first] = await listInForce(shelf, person)
  return first === undefined ? latestEdition(shelf) : shelf.get(first.ref)
}

/** Of `?edition=2027`: the ref, where that is published. */
async function findAsked(shelf: EditionShelf, query: unknown): Promise<string | undefined> {
  const { edition } = (query ?? {}) as { readonly edition?: unknown }
  if (typeof edition !== 'string') return undefined
  return (await listPublished(shelf)).find((ref) => ref === `${framework}/${edition}`)
}

/** Of what was signed, that which the latest edition words differently: information, and no fault. */
export async function newerWordings(
  shelf: EditionShelf,
  baseUrl: string,
  signed: readonly SignedStatement[],
): Promise<ReadonlyMap<string, NewerWording>> {
  return findNewerWordings(signed, { ...(await latestEdition(shelf)), baseUrl })
}

/** The levels and professions that somebody can say they work at. */
export async function offerRoles(shelf: EditionShelf) {
  const { edition } = await latestEdition(shelf)
  return {
    levels: edition.levels.map(({ slug, name }) => ({ value: slug, text: name })),
    professions: edition.roles.map(({ profession, name }) => ({ value: profession, text: name })),
  }
}
