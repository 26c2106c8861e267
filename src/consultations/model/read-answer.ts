/** Tells an answer from a blank and from ticks that the source text has lost. */
import type { Question } from './questionnaire.ts'

export type AnswerState = 'answered' | 'blank' | 'not-recoverable'

export interface ParsedOption {
  readonly slug: string
  /** The paragraph that holds the option. */
  readonly paragraph: number
  /** The answer of a matrix row, "chosen" for a choice; null where no mark stands. */
  readonly mark: string | null
}

export interface Answer {
  readonly state: AnswerState
  readonly options: readonly ParsedOption[]
}

export function readAnswer(paragraphs: readonly string[], question: Question | undefined): Answer {
  if (paragraphs.length === 0) return { state: 'blank', options: [] }
  switch (question?.kind) {
    case 'matrix':
      return readOptions(matrixRows(paragraphs, question), question)
    case 'multi-select':
      return readOptions(listedChoices(paragraphs), question)
    case 'free-text':
    case undefined:
      return { state: 'answered', options: [] }
  }
}

interface Line {
  readonly paragraph: number
  readonly mark: string | null
}

/** A form's options are told by their number and order: all of them, or the text is an answer. */
function readOptions(lines: readonly Line[], question: Question): Answer {
  if (lines.length < question.options.length) return { state: 'answered', options: [] }
  const options = question.options.flatMap(({ slug }, index) => {
    const line = lines[index]
    return line === undefined ? [] : [{ slug, ...line }]
  })
  const marked = options.some(({ mark }) => mark !== null)
  return { state: marked ? 'answered' : 'not-recoverable', options }
}

/** One line a row; its answer at the end of the line or alone on the next one. */
function matrixRows(paragraphs: readonly string[], question: Question): Line[] {
  const rows: { paragraph: number; mark: string | null }[] = []
  for (const [paragraph, line] of paragraphs.entries()) {
    const last = rows.at(-1)
    const alone = question.answers.find((answer) => sameWords(line, answer))
    if (alone !== undefined && last !== undefined) last.mark = alone
    else rows.push({ paragraph, mark: markOfRow(line, question.answers) })
  }
  return rows
}

function markOfRow(line: string, answers: readonly string[]): string | null {
  const boxed = answers.filter((answer) =>
    new RegExp(`(?:[☒☑✓✔■●]|[[(]x[\\])])\\s*${answer}\\b`, 'i').test(line),
  )
  // Two ticks in a row of one answer: which was meant is not ours to guess.
  if (boxed.length > 1) return null
  const written = answers.find((answer) => endsWithAnswer(line.trimEnd(), answer))
  return boxed[0] ?? (/[☐□]|[[(]\s?[\])]/.test(line) ? null : (written ?? null))
}

/** Not one expression, which would take hours over a megabyte of tabs. */
function endsWithAnswer(line: string, answer: string): boolean {
  if (!line.toLowerCase().endsWith(answer.toLowerCase())) return false
  const before = line.slice(0, line.length - answer.length)
  const row = before.trimEnd()
  return before.includes('\t', row.length) || /(?::|–|\s-)$/.test(row)
}

function listedChoices(paragraphs: readonly string[]): Line[] {
  return paragraphs.flatMap((line, paragraph) => {
    const marked = /^\s*(?:[☒☑✓✔]|[[(]x[\])])/i.test(line)
    const listed = /^\s*(?:[·•▪◦‣*o–-]\s|[☐□]|[[(]\s?[\])])/.test(line)
    return marked || listed ? [{ paragraph, mark: marked ? 'chosen' : null }] : []
  })
}

function sameWords(line: string, answer: string): boolean {
  const words = line.replace(/[☒☑✓✔■●[\]()]/g, ' ').trim()
  return words.toLowerCase() === answer.toLowerCase()
}
