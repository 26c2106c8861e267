/** The SQL of what was published of overlays: for anybody to read, and never changed. */
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { OverlayContent } from './model/overlay.ts'

type Db = Database | Transaction

export interface PublishedOverlay {
  readonly id: string
  readonly number: number
  readonly content: OverlayContent
  /** Name of the organisation whose it is. */
  readonly by: string
  readonly publishedAt: Date
  readonly withdrawn?: { readonly reason: string; readonly at: Date } | undefined
}

/** The newest version of each, by title. */
export async function listPublishedOverlays(db: Db): Promise<PublishedOverlay[]> {
  const rows = await versionsOf(db)
    .distinctOn('slug')
    .orderBy('slug')
    .orderBy('overlay_version.number', 'desc')
    .execute()
  return rows
    .map(versionOf)
    .sort((one, other) => one.content.title.localeCompare(other.content.title))
}

/** The newest version of one. Throws NotFound where none was published. */
export async function getPublishedOverlay(
  db: Db,
  { slug }: { readonly slug: string },
): Promise<PublishedOverlay> {
  const row = await versionsOf(db)
    .where('slug', '=', slug)
    .orderBy('overlay_version.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`overlay ${slug}`)
  return versionOf(row)
}

/** The newest first. */
export async function listOverlayVersions(
  db: Db,
  { overlay }: { readonly overlay: string },
): Promise<PublishedOverlay[]> {
  const rows = await versionsOf(db)
    .where('overlay_version.overlay_id', '=', overlay)
    .orderBy('overlay_version.number', 'desc')
    .execute()
  return rows.map(versionOf)
}

function versionsOf(db: Db) {
  return db
    .selectFrom('overlay_version')
    .leftJoin('overlay_withdrawal', (join) =>
      join
        .onRef('overlay_withdrawal.overlay_id', '=', 'overlay_version.overlay_id')
        .onRef('overlay_withdrawal.number', '=', 'overlay_version.number'),
    )
    .select(['overlay_version.overlay_id as id', 'overlay_version.number', 'content'])
    .select(['published_at as publishedAt', 'reason', 'withdrawn_at'])
    .select((query) =>
      query
        .selectFrom('organisation')
        .whereRef('organisation.slug', '=', query.ref('content', '->>').key('organisation'))
        .select('organisation.name')
        .as('by'),
    )
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof versionsOf>['execute']>>[number]

function versionOf({ by, reason, withdrawn_at, ...row }: VersionRow): PublishedOverlay {
  const withdrawn =
    reason === null || withdrawn_at === null ? undefined : { reason, at: withdrawn_at }
  return { ...row, by: by ?? row.content.organisation, withdrawn }
}

/** False where another published this number first. */
export async function insertOverlayVersion(
  db: Transaction,
  {
    overlay,
    number,
    by,
    content,
  }: {
    readonly overlay: string
    readonly number: number
    readonly by: string
    readonly content: OverlayContent
  },
): Promise<boolean> {
  const { slug, edition } = content
  const made = await db
    .insertInto('overlay_version')
    .values({
      ...{ overlay_id: overlay, slug, number, edition, published_by: by },
      content: JSON.stringify(content),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** False where it was withdrawn already. */
export async function insertOverlayWithdrawal(
  db: Transaction,
  {
    overlay,
    number,
    by,
    reason,
  }: {
    readonly overlay: string
    readonly number: number
    readonly by: string
    readonly reason: string
  },
): Promise<boolean> {
  const made = await db
    .insertInto('overlay_withdrawal')
    .values({ overlay_id: overlay, number, withdrawn_by: by, reason })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
