/** Reads a holder's own record again as somebody else: docs/decisions/0009-preview.md. */
import { listMemberships } from '../../accounts/accounts-store.ts'
import { findOtherEmployer, insertStandIn, type StandInJob } from '../../accounts/stand-in-store.ts'
import { type Permission, type Person, permissions } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { asStandIn } from '../../database/as-stand-in.ts'
import type { Database, Transaction } from '../../database/database.ts'
import type { KeptRecord, RecordKind } from '../../record-kind.ts'
import { compareSeen, type Eyes, type SeenKind } from './model/preview.ts'

/** What higher features hand in through app.ts. */
export interface PreviewParts {
  /** Made before the transaction: an edition is read in one of its own. */
  readonly listKinds: () => Promise<readonly RecordKind[]>
  readonly listLinks: (
    db: Transaction,
    scope: { readonly holderId: string; readonly now: Date },
  ) => Promise<readonly { readonly id: string }[]>
}

export interface Preview {
  readonly eyes: Eyes
  readonly kinds: readonly SeenKind[]
}

export interface OwnRecord {
  readonly kinds: readonly RecordKind[]
  readonly records: readonly (readonly KeptRecord[])[]
  readonly eyes: readonly Eyes[]
  readonly links: readonly { readonly id: string }[]
}

const managerMay: readonly Permission[] = ['manage-team', 'delegate', 'see-statistics']

/** What the holder sees, and whose eyes there are to look with. */
export async function readOwnRecord(
  { db, now, parts }: { db: Database; now: Date; parts: PreviewParts },
  holder: Person,
): Promise<OwnRecord> {
  const kinds = await parts.listKinds()
  const holderId = holder.id
  return asActor(db, holder, async (db) => {
    const jobs = await listMemberships(db, holderId)
    const other = await findOtherEmployer(db, { holderId })
    const ofJobs = jobs.flatMap(({ organisation: at, organisationName }): Eyes[] => [
      { kind: 'manager', at, short: 'Manager', name: `A manager at ${organisationName}` },
      {
        kind: 'issuer',
        at,
        short: 'Issuer',
        name: `Somebody who issues credentials for ${organisationName}`,
      },
    ])
    return {
      kinds,
      records: await readKinds(db, kinds, holderId),
      links: await parts.listLinks(db, { holderId, now }),
      eyes: [
        ...ofJobs,
        ...(other
          ? [
              {
                kind: 'other-employer' as const,
                at: other.slug,
                short: 'Other employer',
                name: 'An employer you never worked for',
              },
            ]
          : []),
        { kind: 'stranger', short: 'Stranger', name: 'A stranger with an account here' },
        { kind: 'link', short: 'Your links', name: 'Whoever has one of your links' },
      ],
    }
  })
}

/** The same readings, of the same holder, under other eyes. */
export async function previewAs(
  db: Database,
  { id: holderId }: Person,
  { kinds, records, links }: OwnRecord,
  eyes: Eyes,
): Promise<Preview> {
  const read = (db: Transaction) => readKinds(db, kinds, holderId)
  const theirs =
    eyes.kind === 'link'
      ? await readByLinks(db, links, read)
      : [await asStandIn(db, (db) => insertStandIn(db, jobOf(eyes)), read)]
  return {
    eyes,
    kinds: kinds.map((kind, index) =>
      compareSeen(kind, records[index] ?? [], unite(theirs.map((one) => one[index] ?? []))),
    ),
  }
}

type Read = (db: Transaction) => Promise<KeptRecord[][]>

async function readByLinks(db: Database, links: OwnRecord['links'], read: Read) {
  const seen = []
  for (const { id } of links) seen.push(await asActor(db, { kind: 'link', id }, read))
  return seen
}

async function readKinds(
  db: Transaction,
  kinds: readonly RecordKind[],
  holderId: string,
): Promise<KeptRecord[][]> {
  const records = []
  for (const kind of kinds) records.push([...(await kind.list(db, { holderId }))])
  return records
}

function jobOf({ kind, at }: Eyes): StandInJob | undefined {
  if (at === undefined) return undefined
  switch (kind) {
    case 'manager':
      return { organisation: at, permissions: managerMay }
    case 'issuer':
      return { organisation: at, permissions: ['issue'] }
    case 'other-employer':
      return { organisation: at, permissions }
    case 'stranger':
    case 'link':
      return undefined
    default:
      return kind satisfies never
  }
}

/** Each once, however many links show it. */
function unite(lists: readonly (readonly KeptRecord[])[]): KeptRecord[] {
  return [...new Map(lists.flat().map((record) => [record.key, record])).values()]
}
