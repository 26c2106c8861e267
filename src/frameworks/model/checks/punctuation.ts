import type { Check } from './check.ts'
import { type Fault, faultsOf, findInTexts } from './find-in-texts.ts'

interface Slip {
  readonly at: RegExp
  readonly message: string
  readonly mend: (found: string) => string
}

const slips: readonly Slip[] = [
  { at: /(?<=\S) {2,}(?=\S)/g, message: 'Two spaces: one is enough', mend: () => ' ' },
  {
    at: /(?<!\s)\s+(?=[,.;:!?](\s|$))/g,
    message: 'A space stands before a stop: take it out',
    mend: () => '',
  },
  {
    at: /(?<=\p{L})[,;:](?=\p{L})/gu,
    message: 'A space is missing after this',
    mend: (stop) => `${stop} `,
  },
  {
    at: /(?<!\.)\.\.(?!\.)|,,+|;;+|::+|,\.|\.,(?!\w)/g,
    message: 'One stop too many',
    mend: (stops) => (stops.includes('.') ? '.' : stops.charAt(0)),
  },
  { at: /^\s+|(?<!\s)\s+$/g, message: 'Take out the space at the end', mend: () => '' },
]

/** R12, R18: slips of the pen in spaces and stops. */
export const punctuation: Check = {
  code: 'punctuation',
  question: 'Are spaces, stops, brackets and quotation marks where they belong?',
  requirements: ['R12', 'R18'],
  fails: 'What support workers do well , at three levels.',
  passes: 'What support workers do well, at three levels.',
  find: (checked) =>
    findInTexts(checked, {
      ...{ code: 'punctuation', severity: 'should', requirement: 'R12', exempts: true },
      faults: ({ text }) => [
        ...slips.flatMap(({ at, message, mend }) =>
          faultsOf(text, at, (found) => ({ message, suggestions: [mend(found)] })),
        ),
        ...withoutCapital(text),
        ...unmatched(text),
      ],
    }),
}

/** Not after “e.g.” and its like. */
const smallAfterStop = /(?<!\b(?:e\.g|i\.e|etc|vs|cf|no|p|pp))[.!?]\s+(\p{Ll})/gu

function withoutCapital(text: string): Fault[] {
  return [...text.matchAll(smallAfterStop)].map(({ index, 0: found, 1: letter = '' }) => {
    const end = index + found.length
    return {
      range: { start: end - letter.length, end },
      message: 'A sentence begins with a capital',
      suggestions: [letter.toUpperCase()],
    }
  })
}

/** Brackets and quotation marks of which only one stands. */
function unmatched(text: string): Fault[] {
  return [
    ['(', ')'],
    ['“', '”'],
  ].flatMap(([open = '', close = '']) => {
    const [opened, closed] = [text.split(open).length, text.split(close).length]
    if (opened === closed) return []
    const start = opened > closed ? text.lastIndexOf(open) : text.indexOf(close)
    const missing = opened > closed ? close : open
    return [
      {
        range: { start, end: start + 1 },
        message: `Its other half, ${missing}, is missing`,
        suggestions: [],
      },
    ]
  })
}
