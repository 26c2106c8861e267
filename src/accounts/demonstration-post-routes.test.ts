import { describe, expect, it } from 'vitest'
import { testSite } from '../../test/site.ts'
import { visitor, wordsOf } from '../../test/visitor.ts'
import { createApp } from '../app.ts'
import { asActor } from '../database/as-actor.ts'

const { app, site, lettersTo } = await testSite()
const post = (to: string, subject: string, text: string) =>
  asActor(site.db, { kind: 'nobody' }, (transaction) =>
    site.post(transaction, { to, subject, text }),
  )

describe("the demonstration's post box", () => {
  it('says when nothing has come', async () => {
    expect(wordsOf(await visitor(app).get('/demonstration/post'))).toContain('no letter yet')
  })

  it('shows letters newest first, by person, and that they went nowhere', async () => {
    await post('tamsin@example.org', 'The first', `Come in:\n\n${site.config.baseUrl}/sign-in\n`)
    await post('farzana@example.org', 'The second', '<script>alert(1)</script>')
    await post('tamsin@example.org', 'The third', 'http://elsewhere.example/')
    const page = await visitor(app).get('/demonstration/post')
    expect(wordsOf(page)).toMatch(
      /went nowhere.*To tamsin@example\.org.*The third.*The first.*To farzana@example\.org.*The second/,
    )
    expect(page.body).toContain(`<a href="${site.config.baseUrl}/sign-in">`)
    expect(page.body).not.toContain('<script>alert')
    expect(page.body).not.toContain('href="http://elsewhere')
  })

  it('is read by tests through the same table', async () => {
    expect((await lettersTo('tamsin@example.org')).map(({ subject }) => subject)).toEqual([
      'The first',
      'The third',
    ])
  })

  it('is not there outside the demonstration', async () => {
    const config = { ...site.config, demo: false }
    const real = await createApp({ ...site, config })
    expect((await visitor(real).get('/demonstration/post')).statusCode).toBe(404)
    await real.close()
  })
})
