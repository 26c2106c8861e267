import type { TargetText } from '../list-texts.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check } from './check.ts'
import { inPart } from './examples.ts'

const code = 'list-out-of-step'
const shortestList = 3
/** Of a list, so that those that are left are out of step and not another step. */
const most = 2 / 3

/** R13: the points of a list open in the same way and end in the same way. */
export const listsOutOfStep: Check = {
  code,
  question: 'Does each point of a list open and end like its neighbours?',
  requirements: ['R13'],
  fails: 'Progression is to be made.',
  passes: 'Use it to say what comes next.',
  example: (edition, point) =>
    inPart(edition, 'What it is for.', ['Use it to plan.', 'Use it to teach.', point]),
  find: ({ texts }) =>
    listsIn(texts).flatMap((list) =>
      [
        ...outOfStep(list, openingWord, 'open with'),
        ...outOfStep(list, openingForm, 'open with'),
        ...outOfStep(list, ending, 'end with'),
      ].filter(firstAtEach),
    ),
}

type Feature = (text: string) => string | undefined

/** Texts that are points of one list, which their targets end in a number for. */
function listsIn(texts: readonly TargetText[]): TargetText[][] {
  const points = texts.filter(({ target }) =>
    /\/(points|support-worker-does|values)\/\d+$/.test(target),
  )
  return [...Map.groupBy(points, ({ target }) => target.replace(/\/\d+$/, '')).values()]
}

function outOfStep(list: readonly TargetText[], featureOf: Feature, how: string): WordingFinding[] {
  if (list.length < shortestList) return []
  const counts = Map.groupBy(list, ({ text }) => featureOf(text))
  const [usual] = [...counts].sort(([, one], [, other]) => other.length - one.length)
  if (usual?.[0] === undefined || usual[1].length < list.length * most) return []
  const [feature, alike] = usual
  return list
    .filter((held) => !alike.includes(held))
    .map(({ target, text }) => ({
      code,
      at: target,
      severity: 'should',
      requirement: 'R13',
      range: rangeOf(text, how),
      message: `The other points of this list ${how} ${feature}: write this one like them`,
      suggestions: [],
    }))
}

function rangeOf(text: string, how: string) {
  return how === 'end with'
    ? { start: text.length - 1, end: text.length }
    : { start: 0, end: text.search(/\s|$/) }
}

function openingWord(text: string): string {
  return `“${text.split(/\s+/)[0] ?? ''}”`
}

/** “Supports”, “Encourages”: what somebody is seen to do. */
function openingForm(text: string): string | undefined {
  return /^\p{Lu}\p{Ll}+[^s\P{Ll}]s\b/u.test(text) ? 'a verb such as “Explains”' : undefined
}

function ending(text: string): string {
  return /[.!?]$/.test(text) ? 'a full stop' : 'no full stop'
}

function firstAtEach(finding: WordingFinding, index: number, all: readonly WordingFinding[]) {
  return all.findIndex(({ at }) => at === finding.at) === index
}
