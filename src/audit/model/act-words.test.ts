import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Expression, parseSync, Visitor } from 'oxc-parser'
import { describe, expect, it } from 'vitest'
import { actKinds, actWords, listActKinds, wordsOfAct } from './act-words.ts'

const source = join(import.meta.dirname, '../..')

/** Words that people write. Their lengths, or whether they are there, may be told. */
const written = /^(name|note|message|reason|explanation|email|address|words|text|comment|title)$/i

/** Every call of recordEvent, and what it tells. */
function recorded() {
  const calls: { file: string; told: string[] }[] = []
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file)) continue
    const text = readFileSync(join(source, file), 'utf8')
    if (!text.includes('recordEvent(')) continue
    new Visitor({
      CallExpression(node) {
        if (node.callee.type !== 'Identifier' || node.callee.name !== 'recordEvent') return
        const details = node.arguments[4]
        calls.push({ file, told: details ? valuesIn(details) : [] })
      },
    }).visit(parseSync(file, text).program)
  }
  return calls
}

/** The names of what is put in as it is: `{ reason }`, `cause: form.reason`, but not `reason.length`. */
function valuesIn(node: { type: string }): string[] {
  const expression = node as Expression
  if (expression.type === 'Identifier') return [expression.name]
  if (expression.type === 'MemberExpression' && expression.property.type === 'Identifier') {
    return [expression.property.name]
  }
  if (expression.type !== 'ObjectExpression') return []
  return expression.properties.flatMap((property) =>
    valuesIn(property.type === 'SpreadElement' ? property.argument : property.value),
  )
}

describe('every act that the source records', () => {
  const calls = recorded()

  it('is found, so that the rest of this means something', () => {
    expect(calls.length).toBeGreaterThan(10)
  })

  it('tells nothing that a person wrote', () => {
    const telling = calls.flatMap(({ file, told }) =>
      told.filter((name) => written.test(name)).map((name) => `${file}: ${name}`),
    )
    expect(telling).toEqual([])
  })
})

describe('the kinds of acts', () => {
  it('are as many as the nouns of the acts', () => {
    const nouns = new Set(Object.keys(actWords).map((act) => act.split('.')[0]))
    expect([...nouns].filter((noun) => !(`${noun}` in actKinds))).toEqual([])
  })

  it('hold each act once', () => {
    for (const place of ['organisation', 'service', 'own'] as const) {
      const actions = listActKinds(place).flatMap(({ actions }) => actions)
      expect(new Set(actions).size).toBe(actions.length)
      expect(actions.length).toBeGreaterThan(2)
    }
  })

  it('have words for an act of later, too', () => {
    expect(wordsOfAct('thing.done')).toBe('thing.done')
  })
})
