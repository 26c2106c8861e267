/** A glossary term or a preferred term is known by its words: with others, it is another thing. */
import type { Person } from '../../actor.ts'
import type { Database } from '../../database/database.ts'
import { type DraftThing, listOfThing, type ThingKind } from './model/draft-thing.ts'
import { nameNew } from './model/new-thing.ts'
import { reshapeDraft } from './shape-actions.ts'

/** Its new name, or undefined where it keeps the one that it has. */
export function renamed(
  kind: ThingKind,
  thing: string,
  value: DraftThing['value'],
): string | undefined {
  if (kind !== 'glossary' && kind !== 'term') return undefined
  const name = nameNew(kind, listOfThing(thing), value)
  return name === thing ? undefined : name
}

export async function renameThing(
  db: Database,
  person: Person,
  {
    draft,
    thing,
    revision,
    to,
    value,
  }: {
    readonly draft: string
    readonly thing: string
    readonly revision: number
    readonly to: string
    readonly value: DraftThing['value']
  },
): Promise<'done' | 'taken' | 'overtaken'> {
  let why: 'taken' | 'overtaken' = 'overtaken'
  const outcome = await reshapeDraft(db, person, draft, (things) => {
    const held = things.find((one) => one.thing === thing)
    if (held?.revision !== revision) return undefined
    if (things.some((one) => one.thing === to)) {
      why = 'taken'
      return undefined
    }
    return things.map((one) => (one === held ? { ...held, thing: to, value } : one))
  })
  return outcome === 'done' ? 'done' : why
}
