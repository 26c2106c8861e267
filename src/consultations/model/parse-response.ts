/** Reads a plain-text response into the questions of a questionnaire, every line of it kept. */
import type { Finding } from '../../finding.ts'
import { largestResponse } from './decode-utf8.ts'
import type { Question, Questionnaire } from './questionnaire.ts'
import { type AnswerState, type ParsedOption, readAnswer } from './read-answer.ts'

export interface ParsedQuestion {
  readonly number: number
  /** The marker as it stands, after the line of a part heading where one stands right before it. */
  readonly heading: string
  /** The question's own words as they stand. */
  readonly text: string
  /** What stands between heading and text: both on one line, or a new line. */
  readonly gap: string
  readonly state: AnswerState
  /** Every line under the question, options included. */
  readonly paragraphs: readonly string[]
  /** Which paragraphs are options of the form, and their marks where they are recoverable. */
  readonly options: readonly ParsedOption[]
}

export interface ParsedResponse {
  readonly preamble: readonly string[]
  readonly questions: readonly ParsedQuestion[]
}

export type Parsed =
  | { readonly ok: true; readonly response: ParsedResponse }
  | { readonly ok: false; readonly findings: readonly Finding[] }

interface Marker {
  readonly number: number
  readonly heading: string
  readonly gap: string
  readonly text: string
}

interface Block extends Marker {
  readonly paragraphs: readonly string[]
}

export function parseResponse(source: string, questionnaire: Questionnaire): Parsed {
  if (source.length > largestResponse) {
    return refused('response-too-large', 'file', 'The text is larger than 1 MB')
  }
  const { preamble, blocks } = splitAtMarkers(nonBlankLines(source))
  if (blocks.length === 0) {
    return refused(
      'no-question-found',
      'file',
      'No line begins with a question number: put each answer under a line such as “Question 6”',
    )
  }
  const twice = blocks.find(({ number }, index) =>
    blocks.slice(0, index).some((earlier) => earlier.number === number),
  )
  if (twice !== undefined) {
    const message = `Question ${twice.number} stands twice: join its two answers under one heading`
    return refused('question-twice', `question ${twice.number}`, message)
  }
  const questions = blocks.map((block) => {
    const question = questionnaire.questions.find(({ number }) => number === block.number)
    return questionOf(block, question)
  })
  return { ok: true, response: { preamble, questions } }
}

/** All lines that are not blank, in their order and exactly as they stood. */
export function rejoin({ preamble, questions }: ParsedResponse): string[] {
  return [
    ...preamble,
    ...questions.flatMap(({ heading, gap, text, paragraphs }) => [
      ...nonBlankLines(heading + gap + text),
      ...paragraphs,
    ]),
  ]
}

export function nonBlankLines(source: string): string[] {
  return source.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
}

function splitAtMarkers(lines: readonly string[]): { preamble: string[]; blocks: Block[] } {
  const preamble: string[] = []
  const blocks: (Marker & { paragraphs: string[] })[] = []
  for (const line of lines) {
    const marker = readMarker(line, blocks.at(-1)?.number ?? 0)
    const held = blocks.at(-1)?.paragraphs ?? preamble
    if (marker === undefined) {
      held.push(line)
      continue
    }
    const part = isPartHeading(held.at(-1)) ? held.pop() : undefined
    const heading = part === undefined ? marker.heading : `${part}\n${marker.heading}`
    blocks.push({ ...marker, heading, paragraphs: [] })
  }
  return { preamble, blocks }
}

/** "Question 5", "Question 6: words", "Q.8: words", "Q:22: words", "Q.23 Words". */
function readMarker(line: string, previous: number): Marker | undefined {
  const match =
    /^(\s*(?:question|q)\s*(?:[.:]\s*)?(\d{1,3})(?!\d)(?:\s*([:.)]))?)([^\S\n]*)(.*)$/i.exec(line)
  if (match === null) return undefined
  const [, heading = '', digits = '', colon = '', gap = '', text = ''] = match
  const number = Number(digits)
  if (text === '') return { number, heading: heading + gap, gap: '', text: '' }
  if (colon !== '')
    return gap === '' && /^\d/.test(text) ? undefined : { number, heading, gap, text }
  // Without a colon it may be an answer that speaks of a question, such as "Question 6 was hard".
  const begins = gap !== '' && number > previous && /^\p{Lu}/u.test(text)
  return begins ? { number, heading, gap, text } : undefined
}

function isPartHeading(line: string | undefined): boolean {
  return line !== undefined && line.length < 100 && /^\s*part\s+\d{1,2}\b[^.?!]*$/i.test(line)
}

function questionOf(block: Block, question: Question | undefined): ParsedQuestion {
  const worded = block.text === '' ? wordsBelow(block) : block
  const { number, heading, text, gap, paragraphs } = worded
  return { number, heading, text, gap, paragraphs, ...readAnswer(paragraphs, question) }
}

/** A marker that stands alone has the question's words on the next line. */
function wordsBelow(block: Block): Block {
  const [next, ...paragraphs] = block.paragraphs
  if (next === undefined || !/\?|:\s*$/.test(next)) return block
  return { ...block, gap: '\n', text: next, paragraphs }
}

function refused(code: string, at: string, message: string): Parsed {
  return { ok: false, findings: [{ code, at, message }] }
}
