/** No cookie but those that are listed, set in one place. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { people } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { visitor, wordsOf } from '../../test/visitor.ts'
import { createApp } from '../app.ts'
import { cookies } from './cookies.ts'

const { app, site, signIn } = await testSite()
const listed = Object.keys(cookies)
const source = join(import.meta.dirname, '..')

describe('cookies', () => {
  it('are set in one place', () => {
    const setting = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .filter((file) =>
        /\.(set|clear)?[cC]ookie\(|set-cookie|document\.cookie|\b(local|session)Storage/.test(
          readFileSync(join(source, file), 'utf8'),
        ),
      )
    expect(setting).toEqual(['web/cookies.ts'])
  })

  it('are those of the page about them', async () => {
    const page = await app.inject('/privacy/cookies')
    const shown = [...page.body.matchAll(/<code>([^<]+)<\/code>/g)].map(([, name]) => name)
    expect(shown).toEqual(listed)
    for (const { what } of Object.values(cookies)) expect(wordsOf(page)).toContain(what)
    expect(page.cookies).toEqual([])
  })

  it('are no others, whatever page is asked for and whoever asks', async () => {
    const worker = visitor(app, await signIn(people.holder))
    const stranger = visitor(app)
    const pages = app.routeTable.filter(({ method }) => method === 'GET')
    const found = new Set<string>()
    for (const { url } of pages) {
      for (const one of [worker, stranger]) {
        const reply = await one.get(url.replace(/:[^/]+|\*/g, 'entry'))
        for (const { name } of reply.cookies) found.add(name)
      }
    }
    const forms = app.routeTable.filter(({ method }) => method === 'POST')
    for (const { url } of forms) {
      const reply = await stranger.post(url.replace(/:[^/]+/g, 'entry'))
      for (const { name } of reply.cookies) found.add(name)
    }
    expect([...found].filter((name) => !listed.includes(name))).toEqual([])
    expect(found).toContain('csrf')
  })

  it('are for this host alone, read by no script and sent over HTTPS only', async () => {
    const config = { ...site.config, https: true, demo: false }
    const served = await createApp({ ...site, config })
    const reply = await served.inject('/sign-in')
    const [csrf] = reply.cookies
    expect(csrf).toMatchObject({
      ...{ name: '__Host-csrf', path: '/', httpOnly: true, secure: true, sameSite: 'Strict' },
    })
    const page = await served.inject('/privacy/cookies')
    expect(page.body).toContain('<code>__Host-session</code>')
  })
})
