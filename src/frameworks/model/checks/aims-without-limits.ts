import type { Check, Checked } from './check.ts'
import { faultsOf, findInTexts, type TextRule } from './find-in-texts.ts'

const rule: TextRule = {
  ...{ code: 'aims-without-limits', severity: 'must', requirement: 'R05', exempts: true },
  faults: ({ text }) =>
    faultsOf(
      text,
      /\b(?:has|have|with) (?:\p{L}+ )?aims\b|\b(?:its|our|the) aims are\b/giu,
      () => ({
        message:
          'It states aims and says nowhere that reaching them depends on uptake, or that it is not shown yet',
        suggestions: [],
      }),
    ),
}

const limit =
  /\bpotential\b|\bdepends? on\b|\bnot (?:yet )?(?:been )?(?:shown|known|possible to say)\b/i

/** R05: aims are no results. Somewhere it is said on what reaching them depends. */
export const aimsWithoutLimits: Check = {
  code: rule.code,
  question: 'Where it states its aims, does it say that reaching them depends on uptake?',
  requirements: ['R05'],
  fails: 'This framework has six aims.',
  passes: 'This framework has six aims. Whether it meets them depends on how widely it is used.',
  find: aimsIn,
}

function aimsIn(checked: Checked) {
  const prose = checked.texts.filter(
    ({ target }) => target.startsWith('part/') || target.startsWith('edition/'),
  )
  if (prose.some(({ text }) => /\b(aims|framework)\b/i.test(text) && limit.test(text))) return []
  return findInTexts(checked, rule, ({ target }) => prose.some((held) => held.target === target))
}
