import type { ReadText } from '../find-words.ts'
import type { Check } from './check.ts'
import { type Fault, findInTexts } from './find-in-texts.ts'

/** R05: that a framework does good is not known until there are figures from before and after. */
export const claimOfEffect: Check = {
  code: 'claim-of-effect',
  question: 'Does the framework claim no effect that has not been shown?',
  requirements: ['R05'],
  fails: 'This framework will improve the care that people receive.',
  passes: 'This framework could improve the care that people receive.',
  find: (checked) =>
    findInTexts(
      checked,
      {
        ...{ code: 'claim-of-effect', severity: 'must', requirement: 'R05', exempts: true },
        faults: claimsIn,
      },
      isAboutItself,
    ),
}

const itself =
  /\b(?:this|the|our|a) (?:\p{L}+ ){0,3}(?:framework|passport|guide|document|edition)\b/iu
const claim =
  /\b(?:(?:will|shall) (?:\p{L}+ly )?(?:improve|ensure|raise|reduce|increase|lead to|deliver|guarantee|transform|make|mean|result in|boost|strengthen)|ensures|guarantees|improves|increases|reduces|raises|transforms|leads to|results in|delivers|boosts)\b/iu
/** Said with its limit, or with where it was shown. */
const limited =
  /\b(?:could|may|might|potential|if|whether|when|until|aims?|hopes?|intended|evidence|study|figures|evaluation|not|never|source)\b|\(\p{Lu}[^)]*\d{4}\)|\[\d+\]/u

function claimsIn({ text }: ReadText): Fault[] {
  let named = false
  return sentences(text).flatMap(({ sentence, start }) => {
    named = itself.test(sentence) || (named && /^(It|They)\b/.test(sentence))
    const found = claim.exec(sentence)
    if (!named || found === null || limited.test(sentence)) return []
    const at = start + found.index
    return [
      {
        range: { start: at, end: at + found[0].length },
        message: `“${found[0]}” says that it works: say that it could, or cite where that was shown`,
        suggestions: [weaker(found[0])],
      },
    ]
  })
}

const plainForms: Readonly<Record<string, string>> = {
  'leads to': 'lead to',
  'results in': 'result in',
}

function weaker(claim: string): string {
  const bare = claim.toLowerCase().replace(/^(will|shall) /, '')
  if (bare !== claim.toLowerCase()) return `could ${bare}`
  return `could ${plainForms[bare] ?? bare.replace(/s$/, '')}`
}

function sentences(text: string): { readonly sentence: string; readonly start: number }[] {
  return [...text.matchAll(/[^.!?]+[.!?]*\s*/g)].map(({ index, 0: sentence }) => ({
    sentence,
    start: index,
  }))
}

/** The prose about the framework, and not what its statements ask of a person. */
function isAboutItself({ target }: ReadText): boolean {
  return target.startsWith('edition/') || target.startsWith('part/')
}
