/** What a machine can tell of an occurrence that should probably stay. */
import { quotations } from '../../../language/exempt-ranges.ts'
import type { TargetText } from '../../model/list-texts.ts'
import type { KeepReason, Occurrence } from './occurrence.ts'

export function whyKeep(
  { target, text }: TargetText,
  { start, before }: Pick<Occurrence, 'start' | 'before'>,
): KeepReason | undefined {
  const place = { text, start, end: start + before.length }
  if (isQuoted(place)) return 'quotation'
  if (isSpokenOf(place)) return 'spoken-of'
  if (isName(place)) return 'proper-name'
  if (isOfDelegation(target, place, before)) return 'delegation'
  if (isJoined(place)) return 'joined-word'
  return isOtherMeaning(place, before) ? 'other-meaning' : undefined
}

interface Placed {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Between quotation marks. A single straight one is an apostrophe as often as not. */
function isQuoted({ text, start, end }: Placed): boolean {
  return quotations(text).some((quoted) => quoted.start < start && end < quoted.end)
}

/** "in place of patient", "called competencies". */
function isSpokenOf({ text, start }: Placed): boolean {
  return /\b(?:instead of|in place of|rather than|(?:the|a) (?:word|term)|(?:once|formerly|sometimes|also|been) called)\s+(?:the |an? )?$/i.test(
    text.slice(0, start),
  )
}

const linking = '(?:of|for|and|the|in|to|&)'
const capital = "\\p{Lu}[\\p{L}\\p{N}'’-]*"
/** Words with capitals, with small ones between them: "Royal College of Occupational Therapists". */
const names = new RegExp(`${capital}(?:,? (?:${linking} ){0,2}${capital})+`, 'gu')

/** Not where the whole text is one, as a title in capitals. */
function isName({ text, start, end }: Placed): boolean {
  return [...text.matchAll(names)].some(({ index, 0: name }) => {
    const within = index < end && start < index + name.length
    const beyond = index < start || index + name.length > end
    return (
      within &&
      beyond &&
      name.length < text.replace(/[.!?]$/, '').length &&
      isReal(name, index, text)
    )
  })
}

/** The first word of a sentence has its capital anyway: another one must follow. */
function isReal(name: string, index: number, text: string): boolean {
  const capitals = name.match(new RegExp(capital, 'gu'))?.length ?? 0
  const begins = index === 0 || /[.!?:]\s+$/.test(text.slice(0, index))
  return (
    capitals > (begins ? 2 : 1) ||
    (begins && capitals === 2 && !/^(?:A|An|The|In|For|Each|Every|All)\b/.test(name))
  )
}

/** Where a registered professional hands a task over, competence is the word of their regulators. */
function isOfDelegation(target: string, { text }: Placed, before: string): boolean {
  if (!/^(?:an? )?competen(?:ce|ces|t)$/i.test(before)) return false
  return (
    /delegat/i.test(target) || /\bdelegat|\bhands? (?:a|the) task\b|scope of practice/i.test(text)
  )
}

function isJoined({ text, start, end }: Placed): boolean {
  return /[\p{L}\p{N}]-$/u.test(text.slice(0, start)) || /^-[\p{L}\p{N}]/u.test(text.slice(end))
}

/** "is patient with", "calm and patient": how somebody is, not who. */
function isOtherMeaning({ text, start, end }: Placed, before: string): boolean {
  if (!/^patient$/i.test(before)) return false
  return (
    /\b(?:is|are|be|being|stays?|remains?|more|very|kind and|calm and)\s+$/i.test(
      text.slice(0, start),
    ) || /^,? (?:and|but) (?:kind|calm|clear|attentive)\b/i.test(text.slice(end))
  )
}
