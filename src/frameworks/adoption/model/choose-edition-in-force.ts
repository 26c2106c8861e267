/** Which edition an organisation works by on a day: a new one never changes that by itself. */

export interface Adoption {
  /** `slug/version` */
  readonly edition: string
  /** YYYY-MM-DD */
  readonly from: string
  /** In the order in which they were decided, from 1. */
  readonly number: number
}

export interface PublishedEdition {
  readonly ref: string
  readonly status: string
  /** Undefined where it never was. */
  readonly publishedAt?: Date | undefined
}

export interface Asked {
  /** Of one framework. */
  readonly editions: readonly PublishedEdition[]
  readonly adoptions: readonly Adoption[]
  /** When the organisation was added to Lanyard. */
  readonly addedAt: Date
  /** YYYY-MM-DD */
  readonly day: string
}

/**
 * The latest that it adopted; before it adopted any, what was the latest on the day it came; where
 * nothing was published then, the first there was. Undefined where none ever was. A withdrawal
 * moves nobody: where nothing was adopted, people go on by the words that they are signed on.
 */
export function chooseEditionInForce({
  editions,
  adoptions,
  addedAt,
  day,
}: Asked): string | undefined {
  const adopted = findAdoptionOn(adoptions, day)
  if (adopted !== undefined) return adopted.edition
  const ordered = everInOrder(editions)
  const before = ordered.filter(({ publishedAt }) => publishedAt && publishedAt <= addedAt)
  return (before.at(-1) ?? ordered[0])?.ref
}

/** Of those from the same day, the one that was decided last. */
export function findAdoptionOn<A extends Adoption>(
  adoptions: readonly A[],
  day: string,
): A | undefined {
  return [...adoptions]
    .filter(({ from }) => from <= day)
    .sort((one, other) =>
      one.from === other.from ? one.number - other.number : one.from < other.from ? -1 : 1,
    )
    .at(-1)
}

/** What is decided for days to come and still stands: a day's last word, in the order of days. */
export function listPlanned<A extends Adoption>(adoptions: readonly A[], today: string): A[] {
  const days = [...new Set(adoptions.map(({ from }) => from))].filter((from) => from > today).sort()
  const before = findAdoptionOn(adoptions, today)?.edition
  return days
    .flatMap((day) => findAdoptionOn(adoptions, day) ?? [])
    .filter((one, place, all) => one.edition !== (all[place - 1]?.edition ?? before))
}

/** The first published first. A withdrawn one is nobody's choice any more. */
export function inOrder<E extends PublishedEdition>(editions: readonly E[]): E[] {
  return everInOrder(editions.filter(({ status }) => status === 'published'))
}

/** Whatever became of them since. */
function everInOrder<E extends PublishedEdition>(editions: readonly E[]): E[] {
  return editions
    .filter(({ publishedAt }) => publishedAt !== undefined)
    .sort((one, other) => rank(one).localeCompare(rank(other)))
}

function rank({ publishedAt, ref }: PublishedEdition): string {
  return `${publishedAt?.toISOString() ?? ''} ${ref}`
}
