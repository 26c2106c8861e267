import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readContent } from '../../content/read-content.ts'
import { questionnaireFile } from '../questionnaire-schema.ts'
import { decodeUtf8, largestResponse } from './decode-utf8.ts'
import { nonBlankLines, type ParsedResponse, parseResponse, rejoin } from './parse-response.ts'

const folder = 'content/consultations/ahp-support-worker-2021'
const questionnaire = readContent(`${folder}/questionnaire.yaml`, questionnaireFile).value
const example = readFileSync(`${folder}/example-response.txt`, 'utf8')
const realFile = '../shared/seed/rcot-response-2021.txt'
const skipped = `Skipped: ${realFile} is not here, so only the example was read`

function parsed(source: string): ParsedResponse {
  const result = parseResponse(source, questionnaire)
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.response
}

function question(source: string, number: number) {
  const found = parsed(source).questions.find((one) => one.number === number)
  if (found === undefined) throw new Error(`no question ${number}`)
  return found
}

describe('the questionnaire', () => {
  it('asks questions 5 to 23, the six aims first', () => {
    const numbers = questionnaire.questions.map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: 19 }, (_, index) => index + 5))
    expect(questionnaire.questions[0]).toMatchObject({ kind: 'matrix', options: { length: 6 } })
    expect(questionnaire.questions[1]?.condition).toEqual({
      question: 5,
      answers: ['No', 'Not sure'],
    })
  })
})

describe('parseResponse', () => {
  it('reads the example into all questions with their states', () => {
    const { preamble, questions } = parsed(example)
    expect(preamble).toHaveLength(2)
    expect(questions.map(({ number }) => number)).toEqual(
      questionnaire.questions.map(({ number }) => number),
    )
    const others = questions.filter(({ state }) => state !== 'answered')
    expect(others.map(({ number, state }) => [number, state])).toEqual([
      [5, 'not-recoverable'],
      [21, 'blank'],
      [22, 'not-recoverable'],
    ])
  })

  it('puts every line of the example under one question, none lost and none changed', () => {
    expect(rejoin(parsed(example))).toEqual(nonBlankLines(example))
  })

  it('reads the real response the same way', (ctx) => {
    if (!existsSync(realFile)) {
      console.log(skipped)
      ctx.skip(skipped)
    }
    const decoded = decodeUtf8(readFileSync(realFile))
    if (!decoded.ok) throw new Error('not UTF-8')
    const response = parsed(decoded.text)
    expect(rejoin(response)).toEqual(decoded.text.split('\n').filter((line) => line.trim() !== ''))
    expect(response.questions.map(({ number }) => number)).toEqual(
      questionnaire.questions.map(({ number }) => number),
    )
    const states = response.questions.filter(({ state }) => state !== 'answered')
    expect(states.map(({ number, state }) => [number, state])).toEqual([
      [5, 'not-recoverable'],
      [21, 'blank'],
      [22, 'not-recoverable'],
    ])
    expect(response.questions.map(({ paragraphs }) => paragraphs.length)).toEqual([
      6, 3, 2, 5, 2, 4, 1, 1, 4, 3, 1, 2, 1, 2, 1, 3, 0, 6, 2,
    ])
  })

  it.each([
    ['Question 7', 'Question 7', ''],
    ['Question 7: How?', 'Question 7:', 'How?'],
    ['QUESTION 7 How?', 'QUESTION 7', 'How?'],
    ['Q.7: How?', 'Q.7:', 'How?'],
    ['Q:7: How?', 'Q:7:', 'How?'],
    ['Q7. How?', 'Q7.', 'How?'],
    ['Q.7 How?', 'Q.7', 'How?'],
    ['  Q 7) How?  ', '  Q 7)', 'How?  '],
    ['Q7:How?', 'Q7:', 'How?'],
    ['Q7:How 2?', 'Q7:', 'How 2?'],
    ['Q7 : How?', 'Q7 :', 'How?'],
    ['Q7 \t', 'Q7 \t', ''],
    ['q007 Élan?', 'q007', 'Élan?'],
    ['Question 7: 2 aims?', 'Question 7:', '2 aims?'],
  ])('knows %j as a heading', (line, heading, text) => {
    const source = `${line}\nAn answer.`
    expect(question(source, 7)).toMatchObject({ heading, text, paragraphs: ['An answer.'] })
    expect(rejoin(parsed(source))).toEqual(nonBlankLines(source))
  })

  it.each([
    'Question 6 was hard to answer.',
    'Q7 above says it all',
    'Quality 8: what it is',
    'Questions 9 and 10 overlap',
    'As in question 9: equity',
    'Question 7.1 is about role models',
    'Question 9 1st of all',
    'Question 9:3 is the ratio',
    'Question 1009: How?',
    'Question 9How?',
    'Question 8 Same number',
    'Question 9 was asked in Wales',
    'Q.9: And?\u2028So',
    'Question nine',
    'My question 9: How?',
    'Quest 9: How?',
  ])('takes %j for a part of an answer', (line) => {
    expect(question(`Q.8: What?\n${line}`, 8).paragraphs).toEqual([line])
  })

  it('takes the line below a lone marker for the question only where it asks', () => {
    expect(question('Question 7\nHow can it improve?\nYes', 7)).toMatchObject({
      text: 'How can it improve?',
      paragraphs: ['Yes'],
    })
    expect(question('Question 7\nEquity is missing.', 7)).toMatchObject({
      text: '',
      gap: '',
      paragraphs: ['Equity is missing.'],
    })
    expect(question('Question 7\nPlease say how: \nSo', 7)).toMatchObject({
      text: 'Please say how: ',
      gap: '\n',
      paragraphs: ['So'],
    })
    expect(question('Question 7\nPlease say how:\nSo', 7).text).toBe('Please say how:')
    expect(question('Question 7\nOne: it is missing.', 7).text).toBe('')
    expect(question('Question 7: How?\nWhy is this asked?', 7)).toMatchObject({
      text: 'How?',
      gap: ' ',
      paragraphs: ['Why is this asked?'],
    })
    expect(question('Question 7', 7)).toMatchObject({ text: '', state: 'blank' })
  })

  it('keeps the heading of a part with the question that follows it', () => {
    const source = 'Q.11: What?\nAn answer.\n\nPart 5 of it (domains)\nQ.12: And?\nYes.'
    expect(question(source, 11).paragraphs).toEqual(['An answer.'])
    expect(question(source, 12).heading).toBe('Part 5 of it (domains)\nQ.12:')
    const long = `Part 5 ${'x'.repeat(92)}`
    expect(question(`Q.11: What?\n${long}\nQ.12: And?`, 12).heading).toBe(`${long}\nQ.12:`)
    for (const line of [
      `${long}x`,
      'Part five',
      'Part 512',
      'Part 5b',
      'My Part 5',
      'Part 5 is short!',
      'Part 5, is it?',
      'Participants 5',
      'Counterpart 5',
    ]) {
      const answered = `Q.11: What?\nYes.\n${line}\nQ.12: And?`
      expect(question(answered, 11).paragraphs).toEqual(['Yes.', line])
      expect(question(answered, 12).heading).toBe('Q.12:')
    }
    expect(parsed('Dear all\nPart  12\nQ.12: And?')).toMatchObject({
      preamble: ['Dear all'],
      questions: [{ heading: 'Part  12\nQ.12:' }],
    })
    const sentence = 'Q.11: What?\nPart 5 is too long.\nQ.12: And?'
    expect(question(sentence, 11).paragraphs).toEqual(['Part 5 is too long.'])
  })

  const rows = ['a', 'b', 'c', 'd', 'e', 'f']
  const matrix = (mark: (row: string) => string) =>
    question(`Question 5\nWill it?\n${rows.map(mark).join('\n')}`, 5)

  it.each<[string, (row: string) => string]>([
    ['no boxes at all', (row) => row],
    ['empty boxes', (row) => `${row} ☐ Yes ☐ No ☐ Not sure`],
    ['empty brackets', (row) => `${row} [ ] Yes [ ] No`],
    ['white space where the boxes were', (row) => `\t${row}\n\t\u00a0\u00a0`],
  ])('never guesses the ticks of a matrix with %s', (_, mark) => {
    const { state, options, paragraphs } = matrix(mark)
    expect(state).toBe('not-recoverable')
    expect(options.map((option) => option.mark)).toEqual([null, null, null, null, null, null])
    expect(paragraphs).toHaveLength(6)
  })

  it.each<[string, (row: string) => string]>([
    ['ticked boxes', (row) => `${row} ☐ Yes ☐ No ☒ Not sure`],
    ['crossed brackets', (row) => `${row} [ ] Yes [x] Not sure`],
    ['the answer at the end of the line', (row) => `${row}:\tNot sure`],
    ['the answer on the next line', (row) => `${row}\n\tnot sure`],
  ])('reads a matrix with %s', (_, mark) => {
    const { state, options } = matrix(mark)
    expect(state).toBe('answered')
    expect(options.map((option) => option.mark)).toEqual(rows.map(() => 'Not sure'))
    expect(options[0]?.slug).toBe('recognition')
  })

  it('guesses nothing of a row with two ticks', () => {
    const { options } = matrix((row) => (row === 'b' ? `${row} ☒ Yes ☒ No` : `${row} ☒ Yes ☐ No`))
    expect(options?.map(({ mark }) => mark)).toContain(null)
  })

  it('reads one tick of a matrix and leaves the other rows without', () => {
    const { state, options } = matrix((row) => (row === 'b' ? `${row} ☒ No` : row))
    expect(state).toBe('answered')
    expect(options.map((option) => option.mark)).toEqual([null, 'No', null, null, null, null])
  })

  it('tells marked choices from listed ones', () => {
    const listed = rows.map((row) => `· ${row}`)
    expect(question(`Q.22: What?\n${listed.join('\n')}`, 22).state).toBe('not-recoverable')
    const chosen = question(`Q.22: What?\n${listed.join('\n').replace('· b', '☒ b')}`, 22)
    expect(chosen.state).toBe('answered')
    expect(chosen.options.filter(({ mark }) => mark === 'chosen')).toEqual([
      { slug: 'quick-guides', paragraph: 1, mark: 'chosen' },
    ])
    expect(question('Q.22: What?\nMasterclasses, please.', 22).state).toBe('answered')
  })

  it('refuses a file without questions, a question that stands twice and a long text', () => {
    const codes = (source: string) => {
      const result = parseResponse(source, questionnaire)
      return result.ok ? [] : result.findings.map(({ code }) => code)
    }
    expect(codes('')).toEqual(['no-question-found'])
    expect(codes('Dear all,\nwe like it.')).toEqual(['no-question-found'])
    expect(codes('Q.8: What?\nA\nQ.9: And?\nQ.8: What?\nB')).toEqual(['question-twice'])
    expect(codes(`Q.8: ${'a'.repeat(1_000_001)}`)).toEqual(['response-too-large'])
    expect(codes(`Q.8: ${'a'.repeat(largestResponse - 5)}`)).toEqual([])
    expect(codes(`Q.8: ${'a'.repeat(largestResponse - 4)}`)).toEqual(['response-too-large'])
  })

  it.each([
    ['', 'file', ['question number', '“Question 6”']],
    ['Q.8: What?\nQ.9: And?\nQ.8: What?', 'question 8', ['Question 8', 'twice']],
    [`Q.8: ${'a'.repeat(1_000_001)}`, 'file', ['1 MB']],
  ])('says of a refused text where and why: %#', (source, at, words) => {
    const result = parseResponse(source, questionnaire)
    expect(result.ok ? [] : result.findings.map((finding) => finding.at)).toEqual([at])
    for (const word of words) {
      expect(result.ok ? '' : result.findings[0]?.message).toContain(word)
    }
  })

  it.each([
    ['q', ' '],
    ['Question 5\na', '\t'],
    ['Question 5\na: ', '\t '],
    ['Question 5\n☒', ' ☒ '],
    ['Q7', ': '],
    ['Question 7\n', ': '],
    ['Part 5', ' '],
  ])('gets to the end of half a megabyte of %j and %j', (start, words) => {
    const line = `${start}${words.repeat(500_000 / words.length)}x`
    const rest = rows.map((row) => `${row}: Yes`).join('\n')
    // Were its time to grow with the square, the test would not end.
    expect(parseResponse(`${line}\n${rest}\nQ.8: What?`, questionnaire)).toBeDefined()
  })

  it('keeps a question that the questionnaire does not have, as words', () => {
    expect(question('Q.99: What?\n☒ Yes', 99)).toMatchObject({
      state: 'answered',
      options: [],
      paragraphs: ['☒ Yes'],
    })
  })

  it('loses no line of any text that it can read', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'Question 5',
        'Q.8: What?',
        'Q:9: \t',
        'Part 5 (domains)',
        '· a',
        '',
        '\t \u00a0',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 20 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (lines, end) => {
          const source = lines.join(end)
          const result = parseResponse(source, questionnaire)
          if (result.ok) expect(rejoin(result.response)).toEqual(nonBlankLines(source))
        },
      ),
      { numRuns: 500 },
    )
  })
})
