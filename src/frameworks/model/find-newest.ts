/** The edition of a framework that was published last and still stands. */

interface Published {
  readonly ref: string
  readonly status: string
  readonly publishedAt?: Date | undefined
}

export function findNewest(slug: string, editions: readonly Published[]): string | undefined {
  return editions
    .filter(({ ref, status }) => ref.startsWith(`${slug}/`) && status === 'published')
    .toSorted((one, other) => timeOf(other) - timeOf(one) || other.ref.localeCompare(one.ref))[0]
    ?.ref
}

function timeOf({ publishedAt }: Published): number {
  return publishedAt?.getTime() ?? 0
}
