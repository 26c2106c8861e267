import { describe, expect, it } from 'vitest'
import { textField } from './posted-form.ts'

describe('a text field', () => {
  it.each([
    ['what was written', 'Stroke ward', 'Stroke ward'],
    ['lines as they were, their ends alike', ' a\r\nb\rc ', 'a\nb\nc'],
    ['no character that PostgreSQL refuses', 'a\0b\u0085c', 'abc'],
    ['no character that turns the line round', 'Ada \u202egnp.exe\u2067', 'Ada gnp.exe'],
    [
      'whole characters, since half of one can be neither stored nor signed',
      'a\ud83db',
      'a\ufffdb',
    ],
  ])('is read as %s', (_, sent, read) => {
    expect(textField({ text: sent }, 'text')).toBe(read)
  })

  it.each([undefined, null, 7, {}, [], [7], ['\0']])('that holds %j is blank', (sent) => {
    expect(textField({ text: sent }, 'text')).toBe('')
  })
})
