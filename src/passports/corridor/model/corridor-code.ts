/** The six figures that a worker shows, and the longer secret behind the square code. */
import { createHmac } from 'node:crypto'

/** How long a code opens anything. */
export const codeMinutes = 10

/** As it was typed: a space or a dash in the middle does not matter. */
export function parseCorridorCode(typed: string): string | undefined {
  const digits = typed.replace(/[\s\p{Pd}]/gu, '')
  return /^[0-9]{6}$/.test(digits) ? digits : undefined
}

/** "123 456". */
export function showCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}

/** Made anew from the visit's id, so that it can be shown again and is kept nowhere. */
export function codeOf(key: Buffer, visit: string): string {
  const number = createHmac('sha256', key).update(`code:${visit}`).digest().readUIntBE(0, 6)
  return String(number % 1_000_000).padStart(6, '0')
}

export function secretOf(key: Buffer, visit: string): string {
  return createHmac('sha256', key).update(`secret:${visit}`).digest('base64url')
}

/** Without the key, a copy of the table gives nothing away: a million codes are soon tried. */
export function hashOf(key: Buffer, shown: string): Buffer {
  return createHmac('sha256', key).update(`shown:${shown}`).digest()
}
