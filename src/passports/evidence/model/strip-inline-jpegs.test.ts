import { describe, expect, it } from 'vitest'
import { stripInlineJpegs } from './strip-inline-jpegs.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const scan = '\xff\xda\0\x05how' + 'drawn\xff\xd9'
const told = `\xff\xd8\xff\xe1\0\x0aat home!${scan}`
const plain = `\xff\xd8${scan}`
const draws = (dictionary: string, picture: string) =>
  bytes(`q BI ${dictionary} ID ${picture}\nEI\nQ`)

describe('pictures inside what a page draws', () => {
  it.each(['/F /DCT', '/Filter/DCTDecode', '/F [/DCT]', '/F/D#43T', '/W 4/Filter [ /DCTDecode ]'])(
    'lose what they tell: %s',
    (dictionary) => {
      expect(stripInlineJpegs(draws(dictionary, told))).toEqual(draws(dictionary, plain))
    },
  )

  it('no longer say how long they were', () => {
    expect(stripInlineJpegs(draws('/F /DCT /L 812', told))).toEqual(draws('/F /DCT ', plain))
  })

  it('are each looked at, and all else is left', () => {
    const [one, two] = [draws('/F /DCT', told), draws('/F /AHx', 'ff00>')]
    const clean = draws('/F /DCT', plain)
    expect(stripInlineJpegs(Buffer.concat([one, two, one]))).toEqual(
      Buffer.concat([clean, two, clean]),
    )
  })

  it.each(['', 'q Q', 'BIG ID', '(BI without ID', 'BI /F /Fl ID abc\nEI'])(
    'are not seen where there are none: %j',
    (content) => {
      const given = bytes(content)
      expect(stripInlineJpegs(given)).toBe(given)
    },
  )

  it.each([
    ['packed once more', draws('/F [/A85 /DCT]', told)],
    ['without an end', bytes(`BI /F /DCT ID ${told}`)],
    ['no JPEG', draws('/F /DCT', 'GIF89a\xff\xd9')],
  ])('that are %s cannot be told', (_, given) => {
    expect(stripInlineJpegs(given)).toBeUndefined()
  })

  it.each(['BI ', 'BI/', 'xBI ID', 'BI(ID)'])(
    'are looked for once, however often it says %j',
    (begun) => {
      const given = bytes(begun.repeat(3_000_000))
      expect(stripInlineJpegs(given)).toBe(given)
    },
  )

  it('are found behind a head that is long', () => {
    const head = `/F /DCT %${'x'.repeat(5000)}\n`
    expect(stripInlineJpegs(draws(head, told))).toEqual(draws(head, plain))
  })

  it('are no more than a page can draw', () => {
    const given = draws('/F /AHx', 'ff00>').toString('latin1')
    expect(stripInlineJpegs(bytes(given.repeat(100_001)))).toBeUndefined()
  })
})
