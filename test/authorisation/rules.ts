/** What a rule says. Each feature has a file of them in rules/, and rules/index.ts lists the files. */
import type { Transaction } from '../../src/database/database.ts'
import type { Fields } from '../visitor.ts'
import type { TheRecord } from './records.ts'
import type { Relation } from './relations.ts'
import type { Character, World } from './world.ts'

export interface RouteRule {
  readonly may: readonly Relation[]
  /** What stands in the address; where it names a record, it is tried with each. */
  readonly params?: (record: TheRecord, world: World) => Readonly<Record<string, string>>
  /** What is posted. Where it names a record, it is tried with each. */
  readonly fields?: (record: TheRecord, world: World) => Fields
  /** What whoever may is answered, where not a page, a redirection, a form again or "it has changed". */
  readonly allowed?: readonly number[]
  /** What whoever may not is answered, where not "not found" or the way to sign in. */
  readonly refused?: readonly number[]
  /** Whoever has the address holds the link. */
  readonly byLink?: boolean
}

/** By method and address, as Fastify has them. */
export type RouteRules = Readonly<Record<string, RouteRule>>

/** Where a store function is asked: by whom, about whose record. */
export interface Scene {
  readonly record: TheRecord
  readonly character: Character
  readonly world: World
}

export interface StoreRule {
  /** Gives rows, changes rows, or neither (a lock). */
  readonly does: 'read' | 'write' | 'neither'
  readonly may: readonly Relation[]
  /** A job that may too, and whose turn shows that the call is right where no person may. */
  readonly job?: string | undefined
  readonly call: (db: Transaction, scene: Scene) => Promise<unknown>
}

/** By file (without `src/` and `-store.ts`) and function: `passports/shares#listLiveShares`. */
export type StoreRules = Readonly<Record<string, StoreRule>>

type Call = StoreRule['call']

export function reads(may: readonly Relation[], call: Call, job?: string): StoreRule {
  return { does: 'read', may, call, job }
}

export function writes(may: readonly Relation[], call: Call, job?: string): StoreRule {
  return { does: 'write', may, call, job }
}

/** Nobody's record: the same for everyone. */
export function tellsAll(call: Call): StoreRule {
  return { does: 'read', may: ['anyone'], call }
}

/** A lock gives and changes nothing. */
export function locks(call: Call): StoreRule {
  return { does: 'neither', may: ['anyone'], call }
}

export const everyone: RouteRule = { may: ['anyone'] }
export const whoeverIsSignedIn: RouteRule = { may: ['person'] }
