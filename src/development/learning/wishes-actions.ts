/** "Tell providers that this is missing near me": said by a worker, and taken back at any time. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { Site } from '../../web/site.ts'
import { insertWishes, listOwnAreas, removeWish } from './wishes-store.ts'

/** In every area that the worker's employers belong to. Said again, it is counted once. */
export function tellMissing(
  { db }: Site,
  person: Person,
  { edition, codes }: { readonly edition: string; readonly codes: readonly string[] },
): Promise<void> {
  const holderId = person.id
  return asActor(db, person, async (db) => {
    const areas = await listOwnAreas(db)
    const wishes = areas.flatMap(({ slug }) =>
      codes.map((code) => ({ id: randomUUID(), holderId, edition, code, area: slug })),
    )
    const told = await insertWishes(db, wishes)
    if (told === 0) return
    await recordEvent(db, person, 'learning-wish.told', `person:${holderId}`, { statements: told })
  })
}

export function takeBackMissing({ db }: Site, person: Person, id: string): Promise<void> {
  const holderId = person.id
  return asActor(db, person, async (db) => {
    if (!(await removeWish(db, { id, holderId }))) throw new NotFound(`wish ${id}`)
    await recordEvent(db, person, 'learning-wish.taken-back', `learning-wish:${id}`)
  })
}
