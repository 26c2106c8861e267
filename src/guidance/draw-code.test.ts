import fc from 'fast-check'
import qrcode from 'qrcode'
import { expect, test } from 'vitest'
import { drawCode } from './draw-code.ts'

/** The dark squares of a drawing, told as `row,column` without its margin. */
function darkIn(svg: string): Set<string> {
  const dark = new Set<string>()
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let step = 0; step < Number(width); step += 1) {
      dark.add(`${Number(y) - 4},${Number(x) - 4 + step}`)
    }
  }
  return dark
}

test('every dark square of the code is drawn, and no other', () => {
  fc.assert(
    fc.property(fc.webUrl(), (address) => {
      const { modules } = qrcode.create(address, { errorCorrectionLevel: 'M' })
      const wanted = new Set<string>()
      for (let row = 0; row < modules.size; row += 1) {
        for (let column = 0; column < modules.size; column += 1) {
          if (modules.get(row, column)) wanted.add(`${row},${column}`)
        }
      }
      expect(darkIn(drawCode(address))).toEqual(wanted)
    }),
    { numRuns: 20 },
  )
})

test('a quiet margin of four squares stands on every side', () => {
  const svg = drawCode('https://lanyard.example/roles/podiatry')
  const side = Number(svg.match(/viewBox="0 0 (\d+)/)?.[1])
  const { modules } = qrcode.create('https://lanyard.example/roles/podiatry', {
    errorCorrectionLevel: 'M',
  })
  expect(side).toBe(modules.size + 8)
})
