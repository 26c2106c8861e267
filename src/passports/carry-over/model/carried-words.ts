/** What is said of a sign-off that was given on the words of another edition. */
import { dayInWords } from '../../../language/plain-dates.ts'
import type { Standing } from '../../model/evaluate-passport.ts'

/** "2026" of `ahp-support-worker/2026`. */
export function versionOf(ref: string): string {
  return ref.split('/').at(-1) ?? ref
}

/** To be confirmed again, and not only reviewed, by its day. */
export function isToConfirm({ carried, signing }: Pick<Standing, 'carried' | 'signing'>): boolean {
  return signing !== undefined && carried?.reconfirmBy !== undefined
}

/** Undefined where it is of this edition, or of the same words. */
export function carriedWords(
  standing: Pick<Standing, 'carried' | 'signing' | 'until' | 'state'>,
): string | undefined {
  const { carried, until, state } = standing
  if (carried === undefined || carried.fate === 'unchanged') return undefined
  const signed = `Signed on the ${versionOf(carried.from)} wording`
  if (carried.reconfirmBy === undefined) {
    return carried.fate === 'moved'
      ? `${signed}, where it is ${carried.code}. It means the same.`
      : `${signed}. It means the same.`
  }
  const day = until === undefined ? '' : dayInWords(until)
  const again =
    state === 'lapsed' ? `it was to be confirmed again by ${day}` : `confirm it again by ${day}`
  return `${signed}. ${becauseOf[carried.fate]}: ${again}.`
}

const becauseOf = {
  unchanged: 'It is the same',
  reworded: 'The meaning changed',
  moved: 'The meaning changed',
  'meaning-changed': 'The meaning changed',
  split: 'It became several statements',
  merged: 'Several statements became one',
  retired: 'It was retired',
} as const
