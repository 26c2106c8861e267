import { expect, it } from 'vitest'
import { sentenceAfter } from './sentence-after.ts'

it.each([
  ['Utilise it.', 'Utilise', 'Use', 'Use it.'],
  ['One. Two utilise it. Three.', 'utilise', 'use', 'Two use it.'],
  ['First line\nHelps the person', 'Helps', 'Enables', 'Enables the person'],
  ['Takes very great care.', 'very ', '', 'Takes great care.'],
])('%s with another word reads as it would stand', (text, quote, suggestion, read) => {
  const start = text.indexOf(quote)
  expect(sentenceAfter(text, { start, end: start + quote.length }, suggestion)).toBe(read)
})
