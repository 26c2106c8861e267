import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillWords } from './fill-words.ts'

test('each brace is replaced by its word', () => {
  expect(fillWords('Tell the {regulator}, {regulator}.', { regulator: 'council' })).toBe(
    'Tell the council, council.',
  )
})

test('a brace that nobody fills is a fault, so that no reader meets it', () => {
  expect(() => fillWords('Tell the {regulator}.', {})).toThrow('{regulator}')
})

test('a word is put in as it stands, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string(), (word) => {
      expect(fillWords('<{word}>', { word })).toBe(`<${word}>`)
    }),
  )
})
