/** Codes that are printed and typed in by hand: no two of their letters look alike on paper. */

/** Without 0 O, 1 I L, 2 Z, 5 S and 8 B; U and V stand for one another in some hands. */
const letters = 'ACDEFGHJKMNPQRTWXY34679'

/** 23 letters, sixteen times: 72 bits, which nobody can try out, not even from a stolen table. */
const length = 16
const group = 4

/** Takes one byte a letter, each from 0 to 255; those that would favour a letter are left out. */
export function codeOf(random: Iterable<number>): string {
  const fair = letters.length * Math.floor(256 / letters.length)
  let code = ''
  for (const byte of random) {
    if (byte < fair) code += letters[byte % letters.length]
    if (code.length === length) return code
  }
  throw new Error('not enough chance for a code')
}

/** As it is printed, in groups of four. */
export function groupsOf(code: string): string[] {
  return Array.from({ length: code.length / group }, (_, index) =>
    code.slice(index * group, (index + 1) * group),
  )
}

/** What somebody typed, however they spaced it; undefined where it can be no code. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s.\-–—_]/g, '')
  const known = [...code].every((letter) => letters.includes(letter))
  return code.length === length && known ? code : undefined
}
