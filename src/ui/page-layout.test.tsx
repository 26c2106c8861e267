import { existsSync, readFileSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { assetAddress } from './asset-address.ts'
import { inlineScript, notice, PageLayout, type PageLayoutProps } from './page-layout.tsx'

function page(props: Partial<PageLayoutProps> = {}): string {
  return renderToString(
    <PageLayout title="My passport" {...props}>
      <h1>My passport</h1>
    </PageLayout>,
  )
}

const everything: Partial<PageLayoutProps> = {
  current: 'passport',
  account: { name: 'Ann <Ash>', csrfToken: 'a"b' },
  breadcrumbs: [{ href: '/', text: 'Home' }],
  back: { href: '/passport', text: 'Back' },
  noindex: true,
  wide: true,
  errorTitle: true,
  demo: true,
}

test('every page says whose framework it is', () => {
  expect(page()).toContain(notice)
})

test('a page whose form came back says so at the start of its title', () => {
  expect(page({ errorTitle: true })).toContain('<title>Error: My passport – Lanyard</title>')
  expect(page()).toContain('<title>My passport – Lanyard</title>')
})

test('no page has a style or event attribute, which the security policy would refuse', () => {
  expect(page(everything)).not.toMatch(/<[^>]*\s(style|on\w+)=/)
})

test('the only inline script is the constant one', () => {
  const scripts = [...page(everything).matchAll(/<script>(.*?)<\/script>/g)]
  expect(scripts.map(([, script]) => script)).toEqual([inlineScript])
})

test('somebody signed in can sign out with a form that carries the token', () => {
  const html = page(everything)
  expect(html).toContain('<form action="/sign-out" method="post">')
  expect(html).toContain('<input type="hidden" name="_csrf" value="a&quot;b"/>')
  expect(html).toContain('Ann &lt;Ash>')
  expect(html).not.toContain('Your account')
})

test('somebody whom the page does not know finds the way to their account', () => {
  expect(page()).toContain('Your account')
  expect(page()).not.toContain('/sign-out')
})

test('the place that the reader is in is marked in words for those who cannot see it', () => {
  expect(page({ current: 'verify' })).toContain(
    '<a class="lanyard-nav__link" href="/verify" aria-current="true">',
  )
  expect(page()).not.toContain('aria-current')
})

test('a personal page asks not to be indexed, and a public one does not', () => {
  expect(page({ noindex: true })).toContain('<meta name="robots" content="noindex"/>')
  expect(page()).not.toContain('noindex')
})

test('the skip link leads to the main part', () => {
  expect(page()).toMatch(/href="#maincontent"[\s\S]*<main [^>]*id="maincontent"/)
})

test('an asset has an address with a hash in it, behind which there is a file', () => {
  const address = assetAddress('main.css')
  expect(address).toMatch(/^\/assets\/main-[0-9a-f]{10}\.css$/)
  expect(existsSync(new URL(`../../build${address}`, import.meta.url))).toBe(true)
})

test('an asset that was not built is refused with what to do about it', () => {
  expect(() => assetAddress('other.css')).toThrow('Run script/bootstrap')
})

test('styles and script together stay under 40 kB compressed', () => {
  const sizes = ['main.css', 'main.js'].map((name) => {
    const file = new URL(`../../build${assetAddress(name)}.gz`, import.meta.url)
    return readFileSync(file).length
  })
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(40_000)
  expect(sizes[1]).toBeLessThan(12_000)
})
