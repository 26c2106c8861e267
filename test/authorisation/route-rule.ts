/** What the rules of the routes say; the rules themselves are data, a file a feature. */
import type { Fields } from '../visitor.ts'
import type { Canary } from './canary.ts'
import type { ActorName, OwnerName, Right } from './people.ts'
import type { WorldRecord } from './world.ts'

export interface RouteRule {
  /** Any of these suffices; anybody else is told "not found", and nobody to sign in. */
  readonly may: readonly Right[]
  /** The record that an address names: tried with one of each owner. Without it, once. */
  readonly params?: (record: WorldRecord) => Readonly<Record<string, string>>
  readonly query?: (record: WorldRecord) => string
  /** Enough to get past the form. */
  readonly body?: (record: WorldRecord, actor: ActorName) => Fields
  /** What the browser brings besides who is signed in: a record of each owner is tried. */
  readonly cookie?: (record: WorldRecord) => string
  /** Whose records, where not all three. */
  readonly of?: readonly OwnerName[]
  /** What whoever may is answered, where it is not 200 or 303. */
  readonly gives?: number
  /** What this page shows to whomever it opens to, besides what they may see anyway. */
  readonly shows?: readonly Canary['kind'][]
  /** Where what is refused is not the page but a choice on it. */
  readonly refused?: number
  /** Where nobody at all is refused in another way than by the page to sign in. */
  readonly refusedNobody?: number
}

/** By method and pattern: "GET /passport/:credential". */
export type RouteRules = Readonly<Record<string, RouteRule>>
