/** What was changed at once, taken back at once. */
import { type DraftThing, listOfThing } from './draft-thing.ts'

interface Done {
  readonly thing: string
  readonly before?: DraftThing['value'] | undefined
  readonly position?: number | undefined
}

/** What stood there before those changes stands there again, where it stood. */
export function undoAct(things: readonly DraftThing[], act: readonly Done[]): DraftThing[] {
  const touched = new Set(act.map(({ thing }) => thing))
  const restored = act.flatMap(({ thing, before, position = 0 }) =>
    before === undefined ? [] : [{ thing, position, value: before }],
  )
  const kept = things.filter(({ thing }) => !touched.has(thing))
  // What is put back goes before what came to stand in its place since.
  return [
    ...Map.groupBy([...restored, ...kept], ({ thing }) => listOfThing(thing)).values(),
  ].flatMap((list) =>
    list
      .toSorted((one, other) => one.position - other.position)
      .map((held, position) => ({ ...held, position })),
  )
}

/** True where what is put back has something to stand in, and what is taken away holds nothing. */
export function mayUndo(things: readonly DraftThing[], act: readonly Done[]): boolean {
  const after = undoAct(things, act)
  const names = new Set(after.map(({ thing }) => thing))
  return after.every(({ thing }) => {
    const list = listOfThing(thing)
    return !list.includes('/') || names.has(list)
  })
}
