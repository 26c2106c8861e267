/**
 * A code on paper, such as `7K2M-9QXT-4HDW-R3VB`: sixteen letters and digits in groups of four,
 * without those that look alike. The first half finds it, the second is its secret.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 16
const half = length / 2

export interface PaperCode {
  /** Kept as it is. */
  readonly finder: string
  /** Kept only as a hash. */
  readonly secret: string
}

/** Random bytes that one code is made of. */
export const paperCodeBytes = length

/** A byte a letter: 256 is a multiple of 32, so every letter is as likely. */
export function makePaperCode(bytes: Uint8Array): PaperCode {
  if (bytes.length < length) throw new Error(`a code on paper takes ${length} bytes`)
  const letters = [...bytes.subarray(0, length)].map((byte) => alphabet[byte % alphabet.length])
  return codeOf(letters.join(''))
}

export function formatPaperCode({ finder, secret }: PaperCode): string {
  return (finder + secret).replace(/(.{4})(?=.)/g, '$1-')
}

/** As somebody typed it: spaces, hyphens and small letters do not matter, nor O for 0, I or L for 1. */
export function parsePaperCode(typed: string): PaperCode | undefined {
  const letters = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const whole = letters.length === length && [...letters].every((one) => alphabet.includes(one))
  return whole ? codeOf(letters) : undefined
}

function codeOf(letters: string): PaperCode {
  return { finder: letters.slice(0, half), secret: letters.slice(half) }
}
