/** What information is used for, as data and as it is shown. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { privateFolder } from '../../../test/temporary-folder.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { createApp } from '../../app.ts'
import { readRetention } from '../retention/retention-content.ts'
import { mayObject } from './model/purpose.ts'
import { readPurposes } from './purposes-content.ts'
import { recordOfProcessing } from './record-of-processing.ts'

const { app, site, signIn } = await testSite()
const list = readPurposes()
const root = join(import.meta.dirname, '../../..')
const yaml = readFileSync(join(root, 'content/privacy/purposes.yaml'), 'utf8')

describe('the purposes', () => {
  it('give every kind of record that is kept a use', () => {
    const used = new Set(list.purposes.flatMap(({ kept }) => kept))
    const idle = readRetention().filter(({ kind }) => !used.has(kind))
    expect(idle.map(({ kind }) => kind)).toEqual([])
  })

  it('rest on no consent, which nobody can freely refuse their employer', () => {
    for (const { bases } of list.purposes) {
      expect(bases.map(({ article }) => article)).not.toContain('6(1)(a)')
    }
  })

  it.each([
    ['a basis that is consent', 'article: 6(1)(f)', 'article: 6(1)(a)', /"article" must be one of/],
    [
      'a public task without its place in law',
      'DPA 2018 s.8(c), with',
      'a law, with',
      /DPA 2018 s\.8/,
    ],
    ['special categories without a condition', /\n {6}condition: DPA[^\n]*/, '', /Article 9/],
    ['a kind that is not kept', 'kept: [complaint]', 'kept: [gossip]', /has no kind gossip/],
    ['a purpose of nobody', 'controller: steward', 'controller: cloud', /"controller" must be one/],
    ['a purpose twice', '- id: passport', '- id: account', /account is here twice/],
    ['a field that is not known', 'whose: Whoever', 'who: Whoever', /there is no such field/],
  ])('refuse %s', async (_, from, to, said) => {
    expect(yaml).toMatch(from)
    const file = join(await privateFolder(), 'purposes.yaml')
    writeFileSync(file, yaml.replace(from, to))
    expect(() => readPurposes(file)).toThrow(said)
  })

  it('make the record of processing, which is current', () => {
    const written = readFileSync(join(root, 'docs/privacy/record-of-processing.md'), 'utf8')
    expect(written, 'run write-record-of-processing.ts').toBe(
      recordOfProcessing(list, readRetention()),
    )
    expect(written).toContain('Draft for a controller; not approved by anybody')
  })
})

describe('the privacy notice', () => {
  it('has short answers before a part for each use', async () => {
    const page = await visitor(app).get('/privacy')
    const words = wordsOf(page)
    expect(page.statusCode).toBe(200)
    expect(words.indexOf('What is kept about me?')).toBeGreaterThan(0)
    expect(words.indexOf('What is kept about me?')).toBeLessThan(
      words.indexOf('Keeping your passport'),
    )
    for (const { id, title } of list.purposes) {
      expect(page.body).toContain(`id="${id}"`)
      expect(words).toContain(title)
    }
    expect(words).toContain('ico.org.uk/make-a-complaint')
    expect(words).not.toMatch(/\bconsent/i)
  })

  it('lets people object to what rests on a task or an interest, and to nothing else', async () => {
    const { body } = await visitor(app).get('/privacy')
    for (const purpose of list.purposes) {
      expect(body.includes(`/account/object?to=${purpose.id}"`), purpose.id).toBe(
        mayObject(purpose),
      )
    }
  })

  it('names who runs the service, or says that nobody did', async () => {
    const served = async (config: Partial<typeof site.config>) => {
      const other = await createApp({ ...site, config: { ...site.config, ...config } })
      return wordsOf(await visitor(other).get('/privacy'))
    }
    expect(await served({})).toContain('This is a demonstration')
    expect(await served({ demo: false })).toContain('has not said who they are')
    const named = await served({
      ...{ demo: false, operatorName: 'Exampleshire ICB', operatorContact: 'dpo@example.org' },
    })
    expect(named).toContain('run by Exampleshire ICB .')
    expect(named).toContain('dpo@example.org')
  })

  it('is linked at the foot of every page, with the cookies', async () => {
    const worker = visitor(app, await signIn(people.holder))
    for (const url of ['/', '/frameworks', '/passport', '/sign-in', '/not-there']) {
      const { body } = await worker.get(url)
      expect(body, url).toMatch(/<footer[\s\S]*href="\/privacy"[\s\S]*href="\/privacy\/cookies"/)
    }
  })

  it('links only to pages that there are', async () => {
    const { body } = await visitor(app).get('/privacy')
    const links = [...body.matchAll(/href="(\/[^"#?]*)/g)].map(([, href]) => href)
    const pages = app.routeTable.filter(({ method }) => method === 'GET').map(({ url }) => url)
    for (const link of links.filter((link) => !link?.startsWith('/assets'))) {
      expect(
        pages.some((url) => matches(url, link ?? '')),
        link,
      ).toBe(true)
    }
  })
})

/** Whether an address is one of a pattern's. */
function matches(pattern: string, address: string): boolean {
  return new RegExp(`^${pattern.replace(/:[^/]+/g, '[^/]+')}$`).test(address)
}
