import type { ReadText } from '../find-words.ts'
import type { Check } from './check.ts'
import { type Fault, faultsOf, findInTexts } from './find-in-texts.ts'

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
  /\b(?:(?:will|shall) (?:\p{L}{1,20}ly |also )?(?:improve|ensure|raise|reduce|increase|lead to|deliver|guarantee|transform|make|mean|result in|boost|strengthen|save|cut)|ensures|guarantees|improves|increases|reduces|raises|transforms|leads to|results in|delivers|boosts|saves|cuts)\b/giu
/** “Not only will this framework improve care”. */
const turned =
  /\bwill (?:this|the|our) (?:\p{L}{1,20} ){0,2}(?:framework|passport|guide|document|edition) (?:also )?(?:improve|ensure|raise|reduce|increase|deliver|guarantee|transform|boost|strengthen|save|cut)\b/giu
/** Somebody is said to have shown it, and nobody is named. */
const shown =
  /\b(?:evidence|research|studies|experience) (?:has |have |had )?(?:also |clearly )?(?:shows?|shown|showed|proves?|proven|proved|demonstrates?|demonstrated|confirms?|confirmed|found|finds?)\b/giu
/** Where that was shown. */
const cited = /\(\p{Lu}[^)]*\d{4}\)|\[\d+\]|\b(?:study|figures|evaluation|source)\b/u
/** Said with its limit, in its own clause and before the claim. */
const limited =
  /\b(?:could|may|might|potential|if|whether|when|until|aims?|hopes?|intended|cannot|never|no|not(?! only))\b/iu

function claimsIn({ text }: ReadText): Fault[] {
  let named = false
  return sentences(text).flatMap(({ sentence, start }) => {
    named = itself.test(sentence) || (named && /^(It|They)\b/.test(sentence))
    if (cited.test(sentence)) return []
    const kept = ({ range }: Fault) => !limited.test(clauseBefore(sentence, range.start))
    const ownClaims = named
      ? [...faultsOf(sentence, turned, untold), ...faultsOf(sentence, claim, overstated)]
      : []
    return [...faultsOf(sentence, shown, uncited), ...ownClaims]
      .filter(kept)
      .map(({ range, ...fault }) => ({
        ...fault,
        range: { start: start + range.start, end: start + range.end },
      }))
  })
}

/** From the last comma or its like. */
function clauseBefore(sentence: string, at: number): string {
  return sentence.slice(0, at).split(/[,;:]/).at(-1) ?? ''
}

function overstated(found: string): Omit<Fault, 'range'> {
  return { ...untold(found), suggestions: [weaker(found)] }
}

function untold(found: string): Omit<Fault, 'range'> {
  return {
    message: `“${found}” says that it works: say that it could, or cite where that was shown`,
    suggestions: [],
  }
}

function uncited(found: string): Omit<Fault, 'range'> {
  return {
    message: `“${found}” does not say where: cite it, or say what is hoped for`,
    suggestions: [],
  }
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
