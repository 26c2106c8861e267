import type {
  AreaSpan,
  DatedName,
  EventKind,
  Histories,
  OrganisationHistory,
} from './organisation-history.ts'

export interface Became {
  readonly slug: string
  readonly name: string
  readonly kind: EventKind
  readonly on: string
  readonly into: readonly { readonly slug: string; readonly name: string }[]
}

/** An organisation as it was on one day, and what has become of it since. */
export interface OrganisationOn {
  readonly slug: string
  /** Before its beginning the first name, and after its end the last one. */
  readonly name: string
  readonly kind: string
  readonly existed: boolean
  readonly areas: readonly AreaSpan[]
  /** Step by step, the earliest first; empty while it is still there. */
  readonly became: readonly Became[]
}

/** Undefined when there has never been such an organisation. */
export function organisationOn(
  histories: Histories,
  slug: string,
  day: string,
): OrganisationOn | undefined {
  const history = histories.get(slug)
  if (history === undefined) return undefined
  return {
    slug,
    name: nameOn(history.names, day),
    kind: history.kind,
    existed: existedOn(history, day),
    areas: history.areas.filter(({ from, to }) => isWithin(day, from, to)),
    became: becameOf(histories, slug),
  }
}

export function existedOn(
  { openedOn, ending }: Pick<OrganisationHistory, 'openedOn' | 'ending'>,
  day: string,
): boolean {
  return (openedOn === undefined || openedOn <= day) && (ending === undefined || day < ending.on)
}

export function nameOn(names: readonly DatedName[], day: string): string {
  const [first, ...later] = names
  const since = later.findLast(({ from }) => from !== undefined && from <= day)
  return (since ?? first)?.name ?? ''
}

/** A successor was there on the day, so each step is later than the one before and the chain ends. */
function becameOf(histories: Histories, slug: string): Became[] {
  const steps = new Map<string, Became>()
  const follow = (slug: string, after: string) => {
    const history = histories.get(slug)
    const ending = history?.ending
    if (ending === undefined || ending.on <= after || steps.has(slug)) return
    const { kind, on } = ending
    const nameThen = (of: string) => nameOn(histories.get(of)?.names ?? [{ name: of }], on)
    const into = ending.into.map((next) => ({ slug: next, name: nameThen(next) }))
    steps.set(slug, { slug, name: nameThen(slug), kind, on, into })
    for (const next of into) follow(next.slug, on)
  }
  follow(slug, '')
  return [...steps.values()].sort((a, b) => a.on.localeCompare(b.on))
}

function isWithin(day: string, from: string | undefined, to: string | undefined): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to)
}
