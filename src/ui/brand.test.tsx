import { readFileSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { iconSvg } from './draw-icon.ts'
import { PageLayout } from './page-layout.tsx'

const brandFile = new URL('./styles/_brand.scss', import.meta.url)
const colours = new Map(
  [...readFileSync(brandFile, 'utf8').matchAll(/^\$([\w-]+): (#[0-9a-f]{6});/gm)].map(
    ([, name = '', colour = '']) => [name, colour],
  ),
)

function colour(name: string): string {
  const found = colours.get(name)
  if (!found) throw new Error(`No colour is called ${name}`)
  return found
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test('black on white has the greatest contrast there is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})

test.each([
  ['brand', '#ffffff', 7],
  ['brand-dark', 'brand-tint', 7],
  ['accent', '#ffffff', 4.5],
  ['accent', 'accent-tint', 4.5],
  ['muted', '#ffffff', 4.5],
  ['brand', 'page', 7],
] as const)('%s on %s has a contrast of %d or more', (front, back, least) => {
  const behind = back.startsWith('#') ? back : colour(back)
  expect(contrast(colour(front), behind)).toBeGreaterThanOrEqual(least)
})

test('the icon and the browser bar have the colour of the styles', () => {
  const page = renderToString(<PageLayout title="Any" />)
  expect(iconSvg).toContain(colour('brand'))
  expect(page).toContain(`<meta name="theme-color" content="${colour('brand')}"/>`)
})
