import { describe, expect, it } from 'vitest'
import { insidesIn } from './insides.ts'

describe('a word of the inside', () => {
  it.each([
    new Error('lost').stack ?? '',
    'TypeError: x is not a function',
    'duplicate key value violates unique constraint "person_pkey"',
    'invalid input syntax for type uuid: "x"',
    `ENOENT: no such file, open '${process.cwd()}/package.json'`,
    '{"code":"FST_ERR_CTP_INVALID_MEDIA_TYPE"}',
  ])('is seen in %j', (text) => {
    expect(insidesIn(text)).toBeDefined()
  })

  it('is not seen in a page that says what is wrong', () => {
    const page =
      '<title>Error: Enter a name – Lanyard</title>\n  at work, select where you are from'
    expect(insidesIn(page)).toBeUndefined()
  })
})
