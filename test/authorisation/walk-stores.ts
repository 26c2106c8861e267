/** Calls one function of a store as everybody in turn, and says what it gave that it should not have. */
import type { Actor } from '../../src/actor.ts'
import { asActor } from '../../src/database/as-actor.ts'
import type { Database } from '../../src/database/database.ts'
import { countChanges } from './note-changes.ts'
import {
  type ActorName,
  actorNames,
  mayOne,
  members,
  type OwnerName,
  ownerNames,
} from './people.ts'
import { jobNames, type StoreRule } from './store-rule.ts'
import type { World, WorldRecord } from './world.ts'

interface Trial {
  readonly who: string
  readonly actor: Actor
  readonly name: ActorName
  readonly owner: OwnerName
  readonly may: boolean
}

/** Ends a transaction whose changes are not to stay. */
class Undone extends Error {
  override readonly name = 'Undone'
}

export async function tryStore(
  db: Database,
  place: string,
  rule: StoreRule,
  world: World,
): Promise<{ readonly faults: readonly string[]; readonly count: number }> {
  if ('tried' in rule) return { faults: [], count: 0 }
  const trials = trialsOf(rule, world)
  const found = await Promise.all(
    trials.map(async (trial) => {
      const fault = await tryOne(db, rule, { trial, record: world.records[trial.owner] })
      return fault === undefined ? [] : [`${place} as ${trial.who} of ${trial.owner}: ${fault}`]
    }),
  )
  return { faults: found.flat(), count: trials.length }
}

function trialsOf(rule: Exclude<StoreRule, { tried: unknown }>, { records }: World): Trial[] {
  const open = 'open' in rule || 'locks' in rule
  const tried = open ? (['holder'] as const) : (rule.of ?? ownerNames)
  const people = tried.flatMap((owner) =>
    actorNames.map((name) => {
      const may = open || mayOne(rule.may, name, owner)
      return { who: name, actor: actorOf(name), name, owner, may }
    }),
  )
  const [owner = 'holder'] = tried
  const jobs = jobNames.map((job) => ({
    ...{ who: `job:${job}`, actor: { kind: 'job', name: job } as const, name: 'nobody' as const },
    ...{ owner, may: open || (rule.jobs ?? []).includes(job) },
  }))
  const link = {
    ...{ who: 'the link', actor: { kind: 'link', id: records[owner].share } as const },
    ...{ name: 'nobody' as const, owner, may: open || rule.link === true },
  }
  return [...people, ...jobs, link]
}

function actorOf(name: ActorName): Actor {
  if (name === 'nobody') return { kind: 'nobody' }
  const { id } = members[name]
  // Row-level security asks for the permissions itself.
  return { kind: 'person', id, name: 'Somebody', permissions: [] }
}

async function tryOne(
  db: Database,
  rule: Exclude<StoreRule, { tried: unknown }>,
  { trial, record }: { readonly trial: Trial; readonly record: WorldRecord },
): Promise<string | undefined> {
  const { actor, name, may } = trial
  let given: unknown
  let changed = 0
  try {
    await asActor(db, actor, async (db) => {
      const call = callOf(rule)
      given = await call(db, record, name)
      if ('writes' in rule) changed = await countChanges(db)
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) return refusalFault(error, may)
  }
  if ('locks' in rule) return undefined
  if ('writes' in rule) {
    if (may) return changed > 0 ? undefined : 'should change something, and changed nothing'
    return changed === 0 ? undefined : `should change nothing, and changed ${changed} rows`
  }
  if (may) return isSomething(given) ? undefined : 'should give something, and gave nothing'
  return isSomething(given) ? `should give nothing, and gave ${show(given)}` : undefined
}

function callOf(rule: Exclude<StoreRule, { tried: unknown }>) {
  if ('reads' in rule) return rule.reads
  if ('writes' in rule) return rule.writes
  return 'open' in rule ? rule.open : rule.locks
}

/** No grant or no policy; a function, a trigger or a constraint that says who may. */
const refusals = ['42501', 'P0001', '23001', '23514']

function refusalFault(error: unknown, may: boolean): string | undefined {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  const refused = refusals.includes(code) || ['NotFound', 'NoResultError'].includes(error.name)
  const isNothing = refused || error.message === 'no result'
  return isNothing && !may ? undefined : `failed with ${code} ${error.name} ${error.message}`
}

function isSomething(given: unknown): boolean {
  if (Array.isArray(given)) return given.length > 0
  if (given instanceof Map || given instanceof Set) return given.size > 0
  if (typeof given === 'number') return given > 0
  return given !== undefined && given !== null && given !== false
}

function show(given: unknown): string {
  return JSON.stringify(given instanceof Map ? [...given] : given).slice(0, 200)
}
