/** A task that can be handed over, and the statements that it rests on. */
import { type Edition, type LevelSlug, statementsOf } from '../../frameworks/model/framework.ts'

/** Of the catalogue: the same for every organisation. */
export interface CatalogueTask {
  readonly slug: string
  readonly title: string
  readonly about: string
  /** Empty for all. */
  readonly professions: readonly string[]
  /** Section and place, such as `3.11.2`: the level comes with the asking. */
  readonly statements: readonly string[]
}

/** Of one organisation, until a day. */
export interface LocalTask {
  readonly id: string
  readonly organisation: string
  readonly title: string
  readonly about: string
  readonly edition: string
  readonly codes: readonly string[]
  /** The last day on which it is offered. */
  readonly endsOn: string
}

/** As it is offered at a level. */
export interface OfferedTask {
  /** The slug of the catalogue, or the id of an organisation's own. */
  readonly key: string
  readonly title: string
  readonly about: string
  readonly professions: readonly string[]
  readonly codes: readonly string[]
  /** Of an organisation's own. */
  readonly endsOn?: string | undefined
}

export function taskAt(task: CatalogueTask, level: LevelSlug): OfferedTask {
  const { slug: key, title, about, professions, statements } = task
  return { key, title, about, professions, codes: statements.map((one) => `${one}-${level}`) }
}

export function localTask({ id: key, title, about, codes, endsOn }: LocalTask): OfferedTask {
  return { key, title, about, professions: [], codes, endsOn }
}

/** As it is in the edition that is asked by: each statement, and all that it became. */
export function carryTask(
  task: OfferedTask,
  became: (code: string) => readonly string[],
): OfferedTask {
  const codes = task.codes.map(became)
  // What nothing follows is asked for no more, where the task rests on something else besides.
  return { ...task, codes: [...new Set(codes.flat())] }
}

/** Those whose statements all stand in the edition: of another one nothing is offered. */
export function inEdition(tasks: readonly OfferedTask[], edition: Edition): OfferedTask[] {
  const there = new Set(statementsOf(edition).map(({ code }) => code))
  return tasks.filter(({ codes }) => codes.length > 0 && codes.every((code) => there.has(code)))
}

export function isLive({ endsOn }: Pick<LocalTask, 'endsOn'>, today: string): boolean {
  return endsOn >= today
}

/** By profession, and by words in its title or what it is about. */
export function findTasks(
  tasks: readonly OfferedTask[],
  { profession, words }: { readonly profession?: string | undefined; readonly words: string },
): OfferedTask[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return tasks.filter(({ title, about, professions }) => {
    const text = `${title} ${about}`.toLowerCase()
    const fits =
      profession === undefined || professions.length === 0 || professions.includes(profession)
    return fits && wanted.every((word) => text.includes(word))
  })
}
