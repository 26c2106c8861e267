/**
 * Warns where words about caring may tell who was cared for, or what they live with. It asks; it
 * decides nothing.
 */
import type { Finding } from '../finding.ts'

const relations =
  'mum|mam|mother|dad|father|step(?:mum|dad|mother|father)|parents?|husband|wife|partner|son|daughter|child|brother|sister|sibling|gran|granny|nan|nana|nanna|grandma|grandmother|grandad|granddad|grandpa|grandfather|aunt|auntie|uncle|cousin|niece|nephew|neighbour|friend|(?:mother|father|sister|brother)-in-law'
/** "my mum Jean", "my husband, Bob": a name right after. */
const relationThenName = new RegExp(
  `\\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir)\\s+(?:\\p{Ll}+\\s+)?(?:${relations}),?\\s+(?:called\\s+|named\\s+)?(?!(?:${relations})\\b)(\\p{Lu}[\\p{Ll}'’-]+)`,
  'u',
)
/** "Jean, my mother", "Bob is my brother". */
const nameThenRelation = new RegExp(
  `(?<!\\p{L})(\\p{Lu}[\\p{Ll}'’-]+)(?:,| is| was|, who (?:is|was))\\s+my\\s+(?:${relations})\\b`,
  'u',
)
const titledName = /\b(?:Mr|Mrs|Ms|Miss|Mx)\.? \p{Lu}[\p{L}'’-]/u
/** Begin a sentence, or name no person. */
const notNames =
  /^(?:I|He|She|They|It|We|The|This|That|And|But|So|NHS|GP|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|English|Welsh|Scottish|Irish|Polish|British|Caring|Looking|Someone|Somebody)$/

const conditions =
  /\b(?:dementia|alzheimer(?:['’]?s)?|parkinson(?:['’]?s)?|huntington(?:['’]?s)?|(?:a |had a |two )strokes?(?! of)|cancer|leukaemia|tumour|multiple sclerosis|motor neurone disease|mnd|autis(?:m|tic)|asperger(?:['’]?s)?|adhd|down(?:['’]?s)? syndrome|cerebral palsy|epilep(?:sy|tic)|diabet(?:es|ic)|depression|bipolar|schizophreni(?:a|c)|psychosis|anorexia|learning disabilit(?:y|ies)|heart failure|copd|emphysema|hiv|arthritis|brain injury|spinal injury|muscular dystrophy|cystic fibrosis|alcoholi(?:sm|c)|addict(?:ion|ed))\b/i
/** Somebody in particular: "people with dementia" is nobody. */
const somebody = new RegExp(
  `\\b(?:(?:my|our)\\s+(?:\\p{Ll}+\\s+)?(?:${relations})|he|she|him|his|her|hers|somebody I|someone I|the person I)\\b`,
  'iu',
)
const diagnosed = /\bdiagnos(?:ed with|is (?:of|was))\s+\p{L}/iu

export function findCaredFor(written: string, at: string): Finding[] {
  const text = written.normalize('NFKC')
  const sentences = text.split(/(?<=[.!?])\s+|\n+/)
  return [
    ...(namesSomebody(text) ? [finding('named-person', at)] : []),
    ...(sentences.some(tellsCondition) ? [finding('condition', at)] : []),
  ]
}

const messages = {
  'named-person':
    'This may name somebody you cared for. Take the name out: write about what you learned.',
  condition: 'This may say what somebody lives with. Take it out: write about what you learned.',
} as const

function finding(code: keyof typeof messages, at: string): Finding {
  return { code, at, message: messages[code] }
}

function namesSomebody(text: string): boolean {
  if (titledName.test(text)) return true
  return [relationThenName, nameThenRelation].some((form) => {
    const [, name = ''] = form.exec(text) ?? []
    return name !== '' && !notNames.test(name)
  })
}

function tellsCondition(sentence: string): boolean {
  if (diagnosed.test(sentence)) return true
  return conditions.test(sentence) && somebody.test(sentence)
}
