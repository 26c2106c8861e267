/** Warns of what may tell who a patient is, in words that people wrote. It asks; it decides nothing. */
import type { Finding } from '../finding.ts'

const tenDigits = /(?<![\d-])\d(?:[ -]?\d){9}(?![\d-])/g
const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const date = new RegExp(
  `\\b(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? (?:${months}) \\d{4})\\b`,
  'gi',
)
const bornBefore = /(?:\bd\.?o\.?b\.?|date of birth|\bborn)\W{0,4}(?:on )?$/i
const titledName = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Master|Sir|Lady)\.? \p{Lu}[\p{L}'’-]/u
// Not \b, which takes Łukasz for a word that begins with u.
const twoNames = /(?<!\p{L})(\p{Lu}[\p{Ll}'’-]+(?:-\p{Lu}\p{Ll}+)?) (\p{Lu}[\p{Ll}'’-]+)/gu
const notNames = new RegExp(`^(?:${months}|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?$`, 'i')

/** How near, in characters, a name must stand to a date for the two to be taken together. */
const near = 40

export function findPatientData(written: string, at: string): Finding[] {
  // One letter and its accent, or a space that does not break, may each be written in two ways.
  const text = written.normalize('NFKC')
  return [
    ...(hasHealthNumber(text) ? [finding('nhs-number', at)] : []),
    ...(hasDateOfBirth(text) ? [finding('date-of-birth', at)] : []),
  ]
}

const messages = {
  'nhs-number': 'This may be an NHS number. Take it out if it belongs to a patient.',
  'date-of-birth': 'This may be a name with a date of birth. Take it out if it is about a patient.',
} as const

function finding(code: keyof typeof messages, at: string): Finding {
  return { code, at, message: messages[code] }
}

function hasHealthNumber(text: string): boolean {
  return [...text.matchAll(tenDigits)].some(([found]) => isHealthNumber(found))
}

/** The check digit of NHS (England, Wales), CHI (Scotland) and H&C (Northern Ireland) numbers. */
export function isHealthNumber(written: string): boolean {
  const digits = [...written.replace(/[ -]/g, '')].map(Number)
  if (digits.length !== 10 || digits.every((digit) => digit === digits[0])) return false
  const sum = digits.slice(0, 9).reduce((total, digit, place) => total + digit * (10 - place), 0)
  const check = (11 - (sum % 11)) % 11
  return check === digits[9]
}

function hasDateOfBirth(text: string): boolean {
  return [...text.matchAll(date)].some((match) => {
    const before = text.slice(0, match.index)
    const after = text.slice(match.index + match[0].length)
    return bornBefore.test(before) || hasName(before.slice(-near)) || hasName(after.slice(0, near))
  })
}

function hasName(text: string): boolean {
  if (titledName.test(text)) return true
  return [...text.matchAll(twoNames)].some(
    ([, first = '', second = '']) => !notNames.test(first) && !notNames.test(second),
  )
}
