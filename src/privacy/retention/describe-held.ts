/** What these parts keep about people in general, told to anybody. */
import { asActor } from '../../database/as-actor.ts'
import type { HeldRecord, PersonalPart } from '../../personal-record.ts'
import type { Site } from '../../web/site.ts'
import { keptInWords, kindOf } from './model/retention.ts'
import { readRetention } from './retention-content.ts'

/** Of nobody: each part says which kinds of record there are, and has none. */
const noPerson = '00000000-0000-0000-0000-000000000000'

export async function describeHeld(
  { db }: Pick<Site, 'db'>,
  parts: readonly PersonalPart[],
): Promise<readonly HeldRecord[]> {
  const kinds = readRetention()
  const exported = await asActor(db, { kind: 'nobody' }, async (db) => {
    const all = []
    for (const part of parts) all.push(await part.exportFor(db, { personId: noPerson }))
    return all
  })
  return exported.flatMap(({ sections }) =>
    sections.map(({ key, title, about, kind: slug }) => {
      const kind = kindOf(kinds, slug)
      return { key, title, about, kept: keptInWords(kind), why: kind.why, law: kind.law }
    }),
  )
}
