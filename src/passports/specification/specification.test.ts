import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'
import { statusPurposes } from '../../credentials/model/achievement-credential.ts'
import { pinnedContexts } from '../../credentials/model/pinned-contexts.ts'
import { asActor } from '../../database/as-actor.ts'
import { readKinds } from '../../organisations/kinds-content.ts'
import { passportParts } from '../../personal-parts.ts'
import { readRetention } from '../../privacy/retention/retention-content.ts'
import { causeNames, methodNames, methods } from '../model/signing.ts'
import { shareTimes } from '../passports-forms.ts'
import type { Specification } from './model/specification.ts'

const { app, site } = await testSite()
const page = await app.inject('/passport/specification')
const data = await app.inject('/passport/specification.json')
const specification: Specification = data.json()
const codesOf = (id: string) =>
  specification.parts.find((part) => part.id === id)?.items.map(({ code }) => code)

describe('the passport’s own specification', () => {
  it('is public, is no credential, and may be kept', async () => {
    expect([page.statusCode, data.statusCode]).toEqual([200, 200])
    expect(page.headers['cache-control']).toBe('public, max-age=60')
    const { etag } = page.headers
    const again = await app.inject({
      url: '/passport/specification',
      headers: { 'if-none-match': String(etag) },
    })
    expect(again.statusCode).toBe(304)
    expect((await app.inject('/verify')).body).toContain('href="/passport/specification"')
    expect((await app.inject('/response')).body).toContain('href="/passport/specification"')
  })

  it('shows each cause, method, purpose, time and vocabulary that the code has', () => {
    expect(codesOf('withdrawal')).toEqual(Object.keys(causeNames))
    expect(codesOf('methods')).toEqual([...methods])
    expect(codesOf('status')).toEqual([...statusPurposes])
    expect(codesOf('sharing')).toEqual(shareTimes.map(({ days }) => `${days}-days`))
    expect(codesOf('formats')).toEqual(expect.arrayContaining([...pinnedContexts.keys()]))
    expect(codesOf('issuers')).toEqual(readKinds().kinds.map(({ slug }) => slug))
    const words = wordsOf(page)
    for (const name of [...Object.values(causeNames), ...Object.values(methodNames)]) {
      expect(words).toContain(name)
    }
  })

  it('shows each kind of record that a passport keeps, and how long', async () => {
    const sections = await asActor(site.db, personWith(people.holder), async (db) => {
      const found = []
      for (const part of passportParts) {
        found.push(await part.exportFor(db, { personId: people.holder }))
      }
      return found.flatMap(({ sections }) => sections)
    })
    expect(codesOf('held')).toEqual(sections.map(({ key }) => key))
    const kinds = readRetention()
    for (const { title, kind } of sections) {
      const held = specification.parts[0]?.items.find(({ name }) => name === title)
      expect(held?.words).toContain(kinds.find((one) => one.kind === kind)?.why)
    }
  })

  it('says of nobody anything', () => {
    expect(data.body).not.toContain('Tamsin')
    expect(page.body).not.toContain('Merrowfell')
  })
})

describe('a list of kinds or causes that is new in the code', () => {
  const root = join(import.meta.dirname, '..')
  const models = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /(^|\/)model\/[^/]+\.ts$/.test(path) && !path.endsWith('.test.ts'),
  )
  const list =
    /export const (\w*(?:kinds|causes|methods|reasons)) = (?:\[|\{)([^\]}]*)[\]}] as const/gi
  const lists = models.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(list)].map(([, name, body = '']) => ({
      name: `${path} ${name}`,
      codes: [...body.matchAll(/^\s*'?([a-z][a-z-]*)'?(?::|,|$)|'([a-z-]+)'/gm)].map(
        ([, key, value]) => value ?? key ?? '',
      ),
    })),
  )

  it('stands in the specification, as those that are there do', () => {
    expect(lists.length).toBeGreaterThan(2)
    const shown = new Set(specification.parts.flatMap(({ items }) => items.map(({ code }) => code)))
    const missing = lists.flatMap(({ name, codes }) =>
      codes.filter((code) => !shown.has(code)).map((code) => `${name}: ${code}`),
    )
    expect(missing, 'add the list to src/passports/specification/describe-passport.ts').toEqual([])
  })
})
