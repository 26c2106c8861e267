/** What became of each statement, edition by edition: published, and never changed. */
import type { Database, Transaction } from '../../database/database.ts'
import type { Succession, SuccessionLine } from '../model/succession.ts'

/** Of every edition that followed another. The lines of each are in the order of their codes. */
export async function listSuccessions(db: Database | Transaction): Promise<Succession[]> {
  const [editions, lines] = await Promise.all([
    db
      .selectFrom('edition_succession')
      .orderBy('edition')
      .select(['edition', 'from_edition', 'reconfirm_by'])
      .execute(),
    db
      .selectFrom('succession_line')
      .orderBy('edition')
      .orderBy('from_code')
      .select(['edition', 'from_code', 'fate', 'to_codes', 'reason'])
      .execute(),
  ])
  const held = Map.groupBy(lines, ({ edition }) => edition)
  return editions.map(({ edition, from_edition, reconfirm_by }) => ({
    ...{ from: from_edition, to: edition, reconfirmBy: reconfirm_by },
    lines: (held.get(edition) ?? []).map(lineOf),
  }))
}

export function lineOf(row: {
  readonly from_code: string
  readonly fate: SuccessionLine['fate']
  readonly to_codes: readonly string[]
  readonly reason: string | null
}): SuccessionLine {
  const { from_code, fate, to_codes, reason } = row
  return { from: from_code, fate, to: to_codes, reason: reason ?? undefined }
}

/** Once for an edition, in the transaction that publishes it, before its draft counts as published. */
export async function insertSuccession(
  db: Transaction,
  { from, to, reconfirmBy, lines }: Succession,
): Promise<void> {
  await db
    .insertInto('edition_succession')
    .values({ edition: to, from_edition: from, reconfirm_by: reconfirmBy })
    .execute()
  const rows = lines.map((line) => ({ edition: to, ...rowOf(line) }))
  for (let at = 0; at < rows.length; at += atOnce) {
    await db
      .insertInto('succession_line')
      .values(rows.slice(at, at + atOnce))
      .execute()
  }
}

/** PostgreSQL takes 65,535 values in one statement. */
const atOnce = 5000

export function rowOf({ from, fate, to, reason }: SuccessionLine) {
  return { from_code: from, fate, to_codes: [...to], reason: reason ?? null }
}
