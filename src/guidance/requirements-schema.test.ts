import { describe, expect, test } from 'vitest'
import { ContentFault, parseContent } from '../content/read-content.ts'
import { requirementsFile } from './requirements-schema.ts'

const head = `title: What was asked
intro: [One.]
states:
  - {state: answered, name: Answered, meaning: Read it.}
  - {state: part, name: In part, meaning: Some.}
  - {state: not-yet, name: Not yet, meaning: None.}
questions:
  - {id: Q9, about: Roles}
requirements:
`

function faultsOf(...requirements: string[]): string[] {
  const lines = requirements.map((each) => `  - ${each}\n`)
  try {
    parseContent(`${head}${lines.join('')}`, requirementsFile, 'requirements.yaml')
    return []
  } catch (error) {
    if (!(error instanceof ContentFault)) throw error
    return error.findings.map(({ at, message }) => `${at}: ${message}`)
  }
}

const good =
  '{id: R14, question: Q9, asked: This., state: answered, answers: [{text: A, href: /a}]}'

describe('the file of what was asked', () => {
  test('is read when it is right', () => {
    expect(faultsOf(good)).toEqual([])
  })

  test.each([
    ['a number twice', [good, good], 'R14 is here twice'],
    [
      'a question that is not listed',
      [good.replace('question: Q9', 'question: Q10')],
      'add Q10 to questions',
    ],
    ['an answer that leads nowhere', [good.replace(/answers.*\]/, 'answers: []')], 'link to'],
    [
      '"not yet" without a word on what is missing',
      [good.replace('answered', 'not-yet')],
      'missing',
    ],
    ['an address of another site', [good.replace('/a', 'https://a.example')], 'of this site'],
    ['an address that only looks like ours', [good.replace('/a', '//a.example')], 'of this site'],
    ['a field that there is none of', [good.replace('{id', '{colour: red, id')], '"colour"'],
  ])('is refused for %s, and the fault names the line', (_, requirements, expected) => {
    const faults = faultsOf(...requirements)
    expect(faults.join('\n')).toContain(expected)
    expect(faults[0]).toMatch(/^requirements\.yaml:1\d: /)
  })
})
