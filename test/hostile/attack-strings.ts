/** What an expression may choke on: its own characters again and again, and at last one that fits nowhere. */

/** One character that each part of the pattern takes, in the order in which they stand. */
function charactersOf(source: string): string[] {
  const parts = source.matchAll(
    /\\u\{?([0-9a-f]+)\}?|\\([pP])\{[^}]+\}|\\(.)|\[(\^?)((?:\\.|[^\]\\])*)\]|([^()|*+?{}^$\\[\]])/gi,
  )
  return [...parts].flatMap(([, code, property, escaped, negated, inside, literal]) => {
    if (code !== undefined) return [String.fromCodePoint(Number.parseInt(code, 16))]
    if (property !== undefined) return property === 'p' ? ['a', 'A'] : ['-']
    if (escaped !== undefined) return [...(classes[escaped] ?? escaped)]
    if (inside !== undefined) return negated === '' ? ofClass(inside) : ['a', ' ', '<']
    return literal === undefined ? [] : [literal === '.' ? 'a' : literal]
  })
}

const classes: Readonly<Record<string, string>> = {
  ...{ s: ' ', S: 'a', d: '1', D: 'a', w: 'a', W: '-', b: '', B: '', n: '\n', r: '\r', t: '\t' },
  ...{ k: '', 0: '\0', v: '\v', f: '\f' },
}

function ofClass(inside: string): string[] {
  const escapes = [...inside.matchAll(/\\(.)/g)].flatMap(([, one = '']) => [
    ...(classes[one] ?? one),
  ])
  const plain = [...inside.replace(/\\./g, '')].filter((one) => one !== '-')
  return [...escapes.slice(0, 4), ...plain.slice(0, 4)]
}

export interface Attack {
  readonly before: string
  readonly again: string
  readonly after: string
}

/** At most sixty: each character, each few that stand side by side, and the whole. */
export function attacksOn(source: string): Attack[] {
  const characters = charactersOf(source)
  const first = [1, 2, 3, 4, 8].flatMap((length) =>
    characters.map((_, at) => characters.slice(at, at + length).join('')),
  )
  const usual = [' ', 'a', '1', '\n', 'a ', ' \n', characters.join('')]
  const all = [...new Set([...usual, ...first])].filter((one) => one !== '')
  const step = Math.max(1, Math.ceil(all.length / 45))
  const chosen = all.filter((_, at) => at < 12 || at % step === 0)
  const lead = characters.slice(0, 3).join('')
  return chosen.flatMap((again, at) => [
    { before: '', again, after: at % 2 === 0 ? '\u0001' : '!\u0001' },
    ...(at % 4 === 0 ? [{ before: lead, again, after: `${again}\u0001` }] : []),
  ])
}
