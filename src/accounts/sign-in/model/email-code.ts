/** The six digits of a letter. */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const emailCodeLength = 6

/** How long it opens anything, in minutes. */
export const emailCodeMinutes = 10

/** How often it may be typed wrongly. */
export const emailCodeTries = 5

/** As it was typed: a space in the middle does not matter. */
export function parseEmailCode(typed: string): string | undefined {
  const digits = typed.replace(/[\s\p{Pd}]/gu, '')
  return /^[0-9]{6}$/.test(digits) ? digits : undefined
}

/** Without the key, a copy of the table does not give away which of a million codes it was. */
export function hashEmailCode(key: Buffer, id: string, code: string): Buffer {
  return createHmac('sha256', key).update(`${id}:${code}`).digest()
}

export function isSameHash(kept: Buffer, given: Buffer): boolean {
  return kept.length === given.length && timingSafeEqual(kept, given)
}
