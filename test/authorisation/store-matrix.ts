/** Every store function x every kind of actor x own, colleague's and stranger's record. */

import { sql } from 'kysely'
import type { Actor } from '../../src/actor.ts'
import { asActor } from '../../src/database/as-actor.ts'
import type { Database, Transaction } from '../../src/database/database.ts'
import { NotFound } from '../../src/errors.ts'
import { leaksIn } from './leaks.ts'
import type { Scene, StoreRule, StoreRules } from './rules.ts'

export interface Outcome {
  /** Rows were given or changed. */
  readonly did: boolean
  readonly given: unknown
  /** A fault that is no refusal. */
  readonly fault?: string | undefined
}

class Undone extends Error {
  override readonly name = 'Undone'
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super('a trial changes nothing')
    this.outcome = outcome
  }
}

/** Tries one function as one actor, and undoes what it did. */
export async function trial(
  db: Database,
  actor: Actor,
  rule: StoreRule,
  scene: Scene,
): Promise<Outcome> {
  try {
    return await asActor(db, actor, async (db): Promise<Outcome> => {
      const before = await changesSoFar(db)
      const given = await rule.call(db, scene)
      const changed = (await changesSoFar(db)) > before
      throw new Undone({ given, did: rule.does === 'write' ? changed : hasRows(given) })
    })
  } catch (error) {
    if (error instanceof Undone) return error.outcome
    if (isRefusal(error)) return { did: false, given: undefined }
    return { did: false, given: undefined, fault: String(error) }
  }
}

/** PostgreSQL counts what a transaction has changed while it runs. */
async function changesSoFar(db: Transaction): Promise<number> {
  const { rows } = await sql<{ changes: number }>`
    select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::integer as changes
    from pg_stat_xact_user_tables`.execute(db)
  return rows[0]?.changes ?? 0
}

function hasRows(given: unknown): boolean {
  if (given === undefined || given === null || given === false || given === 0) return false
  if (Array.isArray(given)) return given.some(hasRows)
  if (given instanceof Map || given instanceof Set) return given.size > 0
  return true
}

const refusals = ['42501', 'P0002']

function isRefusal(error: unknown): boolean {
  if (error instanceof NotFound) return true
  if (!(error instanceof Error)) return false
  if ('code' in error && refusals.includes(String(error.code))) return true
  // Kysely's word for no row where one must be.
  return error.message === 'no result'
}

export interface Matrix {
  readonly cases: number
  readonly faults: readonly string[]
}

export async function storeMatrix(
  db: Database,
  rules: StoreRules,
  scenes: readonly Scene[],
): Promise<Matrix> {
  const faults: string[] = []
  let cases = 0
  for (const [name, rule] of Object.entries(rules)) {
    let everDid = rule.does === 'neither'
    for (const scene of scenes) {
      cases += 1
      const outcome = await trial(db, scene.character.actor, rule, scene)
      everDid ||= outcome.did
      const found = judge(rule, scene, outcome)
      faults.push(...found.map((fault) => `${name} as ${scene.character.part}: ${fault}`))
    }
    if (rule.job !== undefined) {
      const [scene] = scenes
      const actor: Actor = { kind: 'job', name: rule.job }
      cases += 1
      const outcome = scene && (await trial(db, actor, rule, scene))
      everDid ||= outcome?.did ?? false
      if (outcome?.fault !== undefined) faults.push(`${name} as job:${rule.job}: ${outcome.fault}`)
    }
    if (!everDid) faults.push(`${name}: nobody was ever given anything, so this proves nothing`)
  }
  return { cases, faults }
}

function judge(rule: StoreRule, scene: Scene, { did, given, fault }: Outcome): string[] {
  const { record, character, world } = scene
  const related = world.relations(character, record)
  const may = rule.may.some((relation) => related.has(relation))
  const whose = world.records.indexOf(record) + 1
  const faults = leaksIn(JSON.stringify(given, shownWhole) ?? '', { character, world }).map(
    (leak) => `was given the ${leak}`,
  )
  // A fault is no leak where nothing was to be had anyway, but says that the call is wrong.
  if (fault !== undefined && may) faults.push(`record ${whose}: ${fault}`)
  if (did && !may && rule.does !== 'neither') faults.push(`record ${whose}: it was not refused`)
  return faults
}

function shownWhole(_: string, value: unknown): unknown {
  if (value instanceof Map) return [...value]
  if (value instanceof Set) return [...value]
  return value
}
