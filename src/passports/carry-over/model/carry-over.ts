/**
 * What something of one edition counts for in another. Worked out, never copied: a sign-off stays
 * pinned to the words that were signed (docs/decisions/0016).
 */
import type { Fate, Succession, SuccessionLine } from '../../../frameworks/model/succession.ts'

/** How it comes to count for a statement of an edition other than its own. */
export interface Carried {
  /** `slug/version` that it was signed, said or entered on. */
  readonly from: string
  /** Its statement there. */
  readonly code: string
  /** The other statements of that edition that the new one came of, where several were merged. */
  readonly together?: readonly string[] | undefined
  /** The heaviest of what became of it on the way. */
  readonly fate: Fate
  /** YYYY-MM-DD: where its meaning changed, the last day on which it counts unconfirmed. */
  readonly reconfirmBy?: string | undefined
}

export interface Carriable {
  /** YYYY-MM-DD: the last day on which it counts; undefined where that has no end. */
  readonly until?: string | undefined
  readonly carried?: Carried | undefined
}

export type ByCode<T> = ReadonlyMap<string, readonly T[]>

/** What there is for each of several statements, made into what counts for the one they became. */
export type Join<T> = (parts: readonly (readonly T[])[]) => readonly T[]

export interface CarryOver<T> {
  /** By edition, then by the statement's code in it. */
  readonly held: ReadonlyMap<string, ByCode<T>>
  readonly to: string
  readonly successions: readonly Succession[]
  readonly join: Join<T>
}

/** Those whose records may count for an edition, itself the first. */
export function linkedEditions({
  ref,
  successions,
}: {
  readonly ref: string
  readonly successions: readonly Succession[]
}): string[] {
  const linked = [ref]
  for (const edition of linked) {
    const next = successions.flatMap(({ from, to }) =>
      from === edition ? [to] : to === edition ? [from] : [],
    )
    linked.push(...new Set(next.filter((one) => !linked.includes(one))))
  }
  return linked
}

/** By code in `to`: what is of that edition, and what is carried to it along the editions. */
export function carryOver<T extends Carriable>({ held, to, ...how }: CarryOver<T>): ByCode<T> {
  const elsewhere = [...held].some(([edition, some]) => edition !== to && some.size > 0)
  if (!elsewhere) return held.get(to) ?? new Map()
  return gather({ held, ...how }, to, new Set())
}

/** Editions are a tree, each with the one it began from: from a place, all of it is walked once. */
function gather<T extends Carriable>(
  how: Omit<CarryOver<T>, 'to'>,
  edition: string,
  seen: ReadonlySet<string>,
): ByCode<T> {
  const walked = new Set(seen).add(edition)
  const from = (ref: string) => gather(how, ref, walked)
  const forward = how.successions
    .filter((one) => one.to === edition && !seen.has(one.from))
    .map((one) => stepForward(one, from(one.from), how.join))
  const back = how.successions
    .filter((one) => one.from === edition && !seen.has(one.to))
    .map((one) => stepBack(one, from(one.to)))
  return together([how.held.get(edition) ?? new Map(), ...forward, ...back])
}

/** Those that keep their meaning: what they are called later is what they are called earlier. */
const sameMeaning: readonly Fate[] = ['unchanged', 'reworded', 'moved']

function keepsMeaning(fate: Fate): boolean {
  return sameMeaning.includes(fate)
}

function stepForward<T extends Carriable>(
  succession: Succession,
  held: ByCode<T>,
  join: Join<T>,
): ByCode<T> {
  if (held.size === 0) return held
  const { from, lines, reconfirmBy } = succession
  const alone = lines
    .filter(({ fate }) => fate !== 'merged')
    .flatMap(({ from: code, fate, to }) => {
      const by = keepsMeaning(fate) ? undefined : reconfirmBy
      const carried = (held.get(code) ?? []).map((one) => mark(one, { from, code, fate }, by))
      return to.map((later) => new Map([[later, carried]]))
    })
  const merged = [...mergedInto(lines)].map(([later, codes]) => {
    const parts = codes.map((code) =>
      (held.get(code) ?? []).map((one) => mark(one, { from, code, fate: 'merged' }, reconfirmBy)),
    )
    const joined = parts.every((part) => part.length > 0) ? join(parts) : []
    return new Map([[later, joined.map((one) => beside(one, parts))]])
  })
  return together([...alone, ...merged])
}

function stepBack<T extends Carriable>({ to, lines }: Succession, held: ByCode<T>): ByCode<T> {
  if (held.size === 0) return held
  return together(
    lines
      .filter(({ fate }) => keepsMeaning(fate))
      .flatMap(({ from, fate, to: [code] }) => {
        const later = code === undefined ? undefined : held.get(code)
        if (code === undefined || later === undefined) return []
        return [new Map([[from, later.map((one) => mark(one, { from: to, code, fate }))]])]
      }),
  )
}

function mergedInto(lines: readonly SuccessionLine[]): ReadonlyMap<string, readonly string[]> {
  const into = new Map<string, string[]>()
  for (const { from, fate, to } of lines) {
    if (fate !== 'merged') continue
    for (const later of to) into.set(later, [...(into.get(later) ?? []), from])
  }
  return into
}

const byWeight: readonly Fate[] = [
  'unchanged',
  'moved',
  'reworded',
  'meaning-changed',
  'split',
  'merged',
  'retired',
]

function mark<T extends Carriable>(
  one: T,
  { from, code, fate }: { readonly from: string; readonly code: string; readonly fate: Fate },
  reconfirmBy?: string,
): T {
  const before = one.carried
  const carried: Carried = {
    ...{ from: before?.from ?? from, code: before?.code ?? code, together: before?.together },
    fate: heavier(before?.fate ?? 'unchanged', fate),
    reconfirmBy: earlier(before?.reconfirmBy, reconfirmBy),
  }
  return { ...one, until: earlier(one.until, reconfirmBy), carried }
}

/** With the names of the others that it counts together with. */
function beside<T extends Carriable>(one: T, parts: readonly (readonly T[])[]): T {
  const { carried } = one
  if (carried === undefined) return one
  const codes = parts.flatMap((part) => part[0]?.carried?.code ?? [])
  const others = [...(carried.together ?? []), ...codes].filter((code) => code !== carried.code)
  return { ...one, carried: { ...carried, together: [...new Set(others)] } }
}

function heavier(one: Fate, other: Fate): Fate {
  return byWeight.indexOf(one) < byWeight.indexOf(other) ? other : one
}

/** The earlier of two days, where undefined is no end. */
function earlier(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one < other ? one : other
}

/** Proofs: of each statement the one that lasts longest; of those, the one that ends first counts. */
export function joinByFirstEnd<T extends Carriable>(parts: readonly (readonly T[])[]): T[] {
  const lasting = parts.flatMap((part) => {
    const longest = part.reduce<T | undefined>(
      (best, one) => (best === undefined || endsBefore(best, one) ? one : best),
      undefined,
    )
    return longest === undefined ? [] : [longest]
  })
  const [first, ...others] = lasting
  if (first === undefined || lasting.length < parts.length) return []
  return [others.reduce((ends, one) => (endsBefore(one, ends) ? one : ends), first)]
}

function endsBefore(one: Carriable, other: Carriable): boolean {
  return (one.until ?? '9999') < (other.until ?? '9999')
}

function together<T>(parts: readonly ByCode<T>[]): ByCode<T> {
  const all = new Map<string, readonly T[]>()
  for (const part of parts) {
    for (const [code, some] of part) {
      if (some.length > 0) all.set(code, [...(all.get(code) ?? []), ...some])
    }
  }
  return all
}
