/** The words of a text that carry its meaning, cut back to what their forms have in common. */

interface Word {
  /** In lower case, with a straight apostrophe. */
  readonly word: string
  /** UTF-16 offsets into the text; `end` is the first after it. */
  readonly start: number
  readonly end: number
}

export interface Stem extends Word {
  readonly stem: string
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    word: match[0].toLowerCase().replaceAll('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Words such as “the” and “with” are left out. */
export function stemsIn(text: string): Stem[] {
  return wordsIn(text)
    .filter(({ word }) => !emptyWords.has(word))
    .map((word) => ({ ...word, stem: stemOf(word.word) }))
}

/** More than a framework has words; then it begins again. */
const mostWords = 20_000
const known = new Map<string, string>()

/** Not the root of a word: as much as plurals and the forms of a verb share, and no more. */
export function stemOf(word: string): string {
  const held = known.get(word)
  if (held !== undefined) return held
  if (known.size >= mostWords) known.clear()
  const stem = cutBack(word)
  known.set(word, stem)
  return stem
}

function cutBack(word: string): string {
  const base = withoutPossessive(word)
  return withoutLastLetter(withoutEnding(irregular.get(base) ?? base))
}

function withoutPossessive(word: string): string {
  return word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '')
}

function withoutEnding(word: string): string {
  const one = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^su])s$/, '$1')
  const verb = one.replace(/(ing|ed)$/, '')
  if (verb !== one && hasBody(verb)) return verb.replace(/([bdgkmnprt])\1$/, '$1')
  return one.replace(/(...)ation$/, '$1at').replace(/(....)(ly|ness|ment)$/, '$1')
}

/** “use” and “using”, “carry” and “carried”. */
function withoutLastLetter(word: string): string {
  return word.length > 2 ? word.replace(/e$/, '').replace(/([^aeiou])y$/, '$1i') : word
}

function hasBody(stem: string): boolean {
  return stem.length > 2 ? /[aeiouy]/.test(stem) : stem === 'us'
}

const irregular = new Map(
  Object.entries({
    ...{ person: 'people', man: 'men', woman: 'women', lead: 'led' },
    ...{ say: 'said', tell: 'told', give: 'gave given', take: 'took taken', make: 'made' },
    ...{ show: 'shown', see: 'saw seen', hear: 'heard', bring: 'brought', teach: 'taught' },
    ...{
      write: 'wrote written',
      keep: 'kept',
      feel: 'felt',
      choose: 'chose chosen choice choices',
    },
    ...{ speak: 'spoke spoken', know: 'knew known', leave: 'left', go: 'went gone goes' },
    ...{ child: 'children', meet: 'met', find: 'found', get: 'got' },
  }).flatMap(([form, others]) => others.split(' ').map((other) => [other, form] as const)),
)

const emptyWords = new Set(
  `a about after again all also an and another any are as at be because been before being both but by
  can could did do does each either else for from had has have having he her here hers him his how i if
  in into is it its itself may me might more most must my no not of off on once one only or other our
  out over own same self she should so some such than that the their theirs them themselves then there
  these they this those through to too under until up upon us very was we were what when where whether
  which while who whom whose why will with within would yet you your yours`.split(/\s+/),
)
