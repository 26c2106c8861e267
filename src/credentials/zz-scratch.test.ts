import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { it } from 'vitest'
import { exampleFacts } from '../../test/conformance/example-facts.ts'
import { issueForTest, people, personWith } from '../../test/issue-credential.ts'
import { openBrowser } from '../../test/journeys/at-a-browser.ts'
import { testSite } from '../../test/site.ts'
import { asActor } from '../database/as-actor.ts'
import { shareCredentials } from '../passports/passports-actions/share-credentials.ts'
import { withdrawCredential } from './credentials-actions.ts'

const { site, app } = await testSite()
it('pictures', { timeout: 200000 }, async () => {
  const f = { ...exampleFacts(3), reviewOn: '2099-01-01' }
  const one = await issueForTest(site, f)
  const two = await issueForTest(site, {
    ...f,
    assessor: { name: 'Halina Drummock-Shah', jobTitle: 'Reablement team leader' },
  })
  const gone = await issueForTest(site, f)
  await asActor(site.db, personWith(people.issuer), (db) =>
    withdrawCredential(db, personWith(people.issuer), gone.id),
  )
  const share = (ids: string[]) =>
    shareCredentials(site, personWith(people.holder), {
      id: randomUUID(),
      credentials: ids,
      days: 7,
    })
  const s1 = await share([one.id])
  const s2 = await share([two.id, gone.id])
  await app.listen({ port: 0, host: '127.0.0.1' })
  const port = (app.server.address() as { port: number }).port
  const browser = await openBrowser()
  for (const width of [320, 1280]) {
    const ctx = await browser.newContext({
      baseURL: `http://localhost:${port}`,
      viewport: { width, height: width === 320 ? 640 : 900 },
    })
    const page = await ctx.newPage()
    const shot = async (name: string) => {
      await page.screenshot({ path: `/tmp/pics/${name}-${width}.png`, fullPage: true, ...(width === 320 ? { clip: { x: 0, y: 0, width: 320, height: 1250 } } : {}) })
      const box = await page
        .locator('.lanyard-verdict')
        .first()
        .boundingBox()
        .catch(() => null)
      const axe = await new AxeBuilder({ page }).analyze()
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      console.log(
        name,
        width,
        'verdict box',
        box && [Math.round(box.y), Math.round(box.y + box.height)],
        'axe',
        axe.violations.map((v) => v.id + ':' + v.nodes[0]?.html),
        'scrollWidth',
        wide,
      )
    }
    const check = async (name: string, text: string) => {
      await page.goto('/verify')
      await page.getByLabel(/Paste the credential/).fill(text)
      await page.getByRole('button', { name: 'Check' }).click()
      await page.waitForLoadState()
      await shot(name)
    }
    page.setDefaultTimeout(8000)
    await page.goto('/verify')
    await shot('verify')
    await check('valid', JSON.stringify(one.document, null, 2))
    await check(
      'tampered',
      JSON.stringify(one.document).replace('3.9.1-entry', '3.9.1-intermediate'),
    )
    await check('withdrawn', JSON.stringify(gone.document))
    await check(
      'foreign',
      JSON.stringify(one.document).replaceAll('localhost%3A3000', 'issuer.invalid'),
    )
    await check('unreadable', 'https://example.com/whatever')
    await check('pasted-link', `http://localhost:3000/share/${s1.token}`)
    await page.goto(`/share/${s2.token}`)
    await shot('share-two')
  }
  await browser.close()
})
