/** Training and apprenticeships that are known by name, so that nobody has to type them. */

export interface Subject {
  readonly slug: string
  readonly title: string
  /** Capabilities of the framework: the same from one edition to the next. */
  readonly supports: readonly string[]
  /** Where that is a fact; otherwise the employer decides. */
  readonly refreshMonths?: number | undefined
}

export interface TrainingList {
  readonly slug: string
  readonly title: string
  readonly short: string
  readonly owner: string
  readonly source: string
  readonly checkedOn: string
  readonly editions: readonly { readonly slug: string; readonly title: string }[]
  readonly subjects: readonly Subject[]
}

export interface ApprenticeshipStandard {
  readonly reference: string
  readonly title: string
  readonly level: number
}

export interface Catalogue {
  readonly lists: readonly TrainingList[]
  readonly apprenticeships: {
    readonly source: string
    readonly checkedOn: string
    readonly standards: readonly ApprenticeshipStandard[]
  }
}

interface KnownSubject extends Subject {
  readonly list: TrainingList
}

/** `cstf/moving-and-handling`. */
export function findSubject({ lists }: Catalogue, ref: string): KnownSubject | undefined {
  return lists
    .flatMap((list) => list.subjects.map((subject) => ({ ...subject, list })))
    .find(({ list, slug }) => `${list.slug}/${slug}` === ref)
}

export function findStandard(
  { apprenticeships }: Catalogue,
  reference: string,
): ApprenticeshipStandard | undefined {
  return apprenticeships.standards.find((standard) => standard.reference === reference)
}
