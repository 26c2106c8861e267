import { type AcceptanceRule, either, itemKindNames, specificity } from './acceptance-policy.ts'

/** Where two rules could say different things of one item: which comes first, in words. */
export function explainOrder(rules: readonly AcceptanceRule[]): string[] {
  const sentences = rules.flatMap((one, index) =>
    rules.slice(index + 1).flatMap((other) => explainPair(one, other)),
  )
  return [...new Set(sentences)]
}

function explainPair(one: AcceptanceRule, other: AcceptanceRule): string[] {
  if (one.kind !== other.kind || isSameAnswer(one, other) || !mayMeet(one, other)) return []
  const [closer, wider] = specificity(one) >= specificity(other) ? [one, other] : [other, one]
  const thing = itemKindNames[one.kind].toLowerCase()
  if (specificity(closer) > specificity(wider)) {
    return [`For ${namesOf(closer)}, that rule comes before the one on ${thing} in general.`]
  }
  return [
    `Two rules say different things of ${namesOf(closer)}. The more careful one comes first: not accepted before accepted, and a top-up before none.`,
  ]
}

function isSameAnswer(one: AcceptanceRule, other: AcceptanceRule): boolean {
  return one.outcome === other.outcome && one.topUp === other.topUp
}

/** Whether one item can be what both are about. */
function mayMeet(one: AcceptanceRule, other: AcceptanceRule): boolean {
  return (
    overlaps(one.sections, other.sections) &&
    overlaps(one.levels, other.levels) &&
    // Two subjects may stand in one title.
    overlaps(one.organisations, other.organisations)
  )
}

function overlaps(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((word) => other.includes(word))
}

function namesOf({ kind, sections, subjects }: AcceptanceRule): string {
  const names = [...sections, ...subjects]
  return names.length === 0 ? itemKindNames[kind].toLowerCase() : either(names)
}
