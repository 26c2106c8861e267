import type { Target } from './amendment.ts'
import { allChecks } from './checks/all.ts'
import type { Edition } from './framework.ts'
import type { Language } from './language.ts'
import { listTexts } from './list-texts.ts'
import type { WordingFinding } from './wording-finding.ts'

/** What a steward would want to mend in the wording before publishing, in reading order. */
export function checkWording(edition: Edition, language: Language): WordingFinding[] {
  // The titles of a framework that is not ours are names.
  if (edition.skeleton !== undefined) return []
  const rules = language.frameworks[edition.slug]
  const checked = { edition, texts: listTexts(edition), language, rules }
  const places = readingOrder(checked.texts.map(({ target }) => target))
  const placeOf = ({ at }: WordingFinding) => places.get(at) ?? -1
  return allChecks
    .flatMap(({ find }) => find(checked))
    .toSorted(
      (one, other) =>
        placeOf(one) - placeOf(other) || (one.range?.start ?? 0) - (other.range?.start ?? 0),
    )
}

/** A thing stands where its first text does: `section/7.1` before `section/7.1/title`. */
function readingOrder(targets: readonly Target[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  targets.forEach((target, place) => {
    const names = target.split('/')
    for (let length = names.length; length > 0; length -= 1) {
      const name = names.slice(0, length).join('/')
      if (!places.has(name)) places.set(name, place - (names.length - length) / 10)
    }
  })
  return places
}
