/** The SQL of what became of each statement in the edition after it. */
import type { Database, Transaction } from '../../database/database.ts'
import type { Succession } from '../model/succession.ts'

export async function listSuccessions(db: Database | Transaction): Promise<Succession[]> {
  const [heads, lines] = await Promise.all([
    db.selectFrom('edition_succession').selectAll().orderBy('edition').execute(),
    db.selectFrom('succession_line').selectAll().orderBy('from_code').execute(),
  ])
  const byEdition = Map.groupBy(lines, ({ edition }) => edition)
  return heads.map(({ edition, from_edition, reconfirm_by }) => ({
    ...{ from: from_edition, to: edition, reconfirmBy: reconfirm_by },
    lines: (byEdition.get(edition) ?? []).map(({ from_code, fate, to_codes, reason }) => ({
      ...{ from: from_code, fate, to: to_codes, reason: reason ?? undefined },
    })),
  }))
}

/** In the transaction that publishes the edition. */
export async function insertSuccession(
  db: Transaction,
  { from, to, reconfirmBy, lines }: Succession,
): Promise<void> {
  await db
    .insertInto('edition_succession')
    .values({ edition: to, from_edition: from, reconfirm_by: reconfirmBy })
    .execute()
  if (lines.length === 0) return
  await db
    .insertInto('succession_line')
    .values(
      lines.map((line) => ({
        ...{ edition: to, from_code: line.from, fate: line.fate },
        ...{ to_codes: [...line.to], reason: line.reason ?? null },
      })),
    )
    .execute()
}
