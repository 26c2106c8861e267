/** The front door and the page of what was asked, through the real site: every link leads on. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { testSite } from '../../test/site.ts'
import { readGuidance } from './guidance-content.ts'
import { countByState } from './model/requirement.ts'
import { requirementsDocument } from './requirements-document.ts'

const { app, signIn } = await testSite()
const { home, requirements } = readGuidance()

/** Tamsin, a support worker, and Farzana, who signs off: between them they may see each page. */
const people = [
  '67189a08-24a0-44e7-88da-5ab5bacbe1cd',
  '1346115d-dce1-408d-b87c-d3e9029905e7',
] as const

async function pageAt(url: string, cookie = ''): Promise<{ status: number; body: string }> {
  const { statusCode, body, headers } = await app.inject({
    url,
    headers: { accept: 'text/html', cookie },
  })
  const { location = '' } = headers
  if (/^\/frameworks\/[^/]+\/\d/.test(location)) return pageAt(location, cookie)
  return { status: statusCode, body }
}

/** Addresses in the page's own part: the frame around it is the same everywhere. */
function linksIn(page: string): string[] {
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
  const links = [...main.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)
  return [...new Set(links.map((href) => href.replaceAll('&amp;', '&')))]
}

const idsIn = (page: string) => [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)

/** The page behind a link, as nobody first, and then as each person whose page it may be. */
async function follow(href: string): Promise<{ status: number; body: string }> {
  const [url = ''] = href.split('#')
  const asNobody = await pageAt(url)
  if (asNobody.status !== 303) return asNobody
  for (const person of people) {
    const page = await pageAt(url, await signIn(person))
    if (page.status === 200) return page
  }
  return { status: 404, body: '' }
}

const homePage = await pageAt('/')
const responsePage = await pageAt('/response')

describe.each([
  ['/', homePage],
  ['/response', responsePage],
])('the page %s', (address, { status, body }) => {
  test('answers', () => expect(status).toBe(200))

  test('has one h1, and skips no level of heading', () => {
    const depths = [...body.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]))
    expect(depths.filter((depth) => depth === 1)).toHaveLength(1)
    for (const [index, depth] of depths.entries()) {
      expect(depth - (depths[index - 1] ?? 1)).toBeLessThanOrEqual(1)
    }
  })

  test('uses no id twice, and no style that the content security policy refuses', () => {
    const ids = idsIn(body)
    expect(new Set(ids).size).toBe(ids.length)
    expect(body).not.toMatch(/\sstyle=|<style/)
  })

  test('leads nowhere but to pages of this site', () => {
    expect(linksIn(body).length).toBeGreaterThan(10)
    for (const href of linksIn(body)) expect(href).toMatch(/^[/#]/)
  })

  test.each(linksIn(body))('its link %s reaches a page, and the place on it', async (href) => {
    const page = href.startsWith('#') ? { status, body } : await follow(href)
    expect(page.status, `${address} links to ${href}`).toBe(200)
    const [, fragment] = href.split('#')
    if (fragment !== undefined) expect(idsIn(page.body)).toContain(fragment)
  })
})

describe('the front door', () => {
  test('has a door for each audience of the design, with one or two first actions', () => {
    expect(home.doors).toHaveLength(9)
    for (const { actions } of home.doors) expect([1, 2]).toContain(actions.length)
  })

  test('says how many points are answered, in part and not yet', () => {
    const counts = Object.values(countByState(requirements.requirements))
    const shown = [...homePage.body.matchAll(/<dd>(\d+)<\/dd>/g)].map((match) => Number(match[1]))
    expect(shown).toEqual(counts)
  })

  test('is the same for everyone and may be cached', async () => {
    const [person] = people
    const cookie = await signIn(person)
    const { headers, body } = await app.inject({ url: '/', headers: { cookie } })
    expect(headers['cache-control']).toContain('public')
    expect(headers['set-cookie']).toBeUndefined()
    expect(body).toBe(homePage.body)
  })
})

describe('what was asked', () => {
  const all = Array.from({ length: 52 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`)

  test('is R01 to R52, each once, in the file and on the page', () => {
    expect(requirements.requirements.map(({ id }) => id)).toEqual(all)
    expect(idsIn(responsePage.body).filter((id) => /^R\d\d$/.test(id))).toEqual(all)
  })

  test('says what is missing wherever something is', () => {
    for (const { state, note } of requirements.requirements) {
      if (state !== 'answered') expect(note).toBeTruthy()
    }
  })

  test('stands in docs/requirements.md as in the file', () => {
    const document = new URL('../../docs/requirements.md', import.meta.url)
    const committed = existsSync(document) ? readFileSync(document, 'utf8') : ''
    expect(
      committed === requirementsDocument(requirements),
      'docs/requirements.md is not what the file says: run node --import tsx src/guidance/write-requirements.ts',
    ).toBe(true)
  })
})
