/** The access log (R03): who opened my record, and whoever has my link stays unknown. */
import { describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { type Arrival, demonstration } from './demonstration.ts'

const { arrive } = demonstration()

const ways: readonly { name: string; section: string; way: Omit<Arrival, 'journey'> }[] = [
  { name: 'on a phone', section: '3.9', way: { screen: phone } },
  { name: 'at a desk', section: '7.1', way: { screen: desk } },
]

describe.each(ways)('a worker sees who looked $name', ({ section, way }) => {
  let worker: Visitor

  it('given somebody whose record nobody has opened yet', async () => {
    worker = await arrive({ journey: 'who-looked', ...way })
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.goesTo('/account/your-record')
    await worker.looksAt('your-record')
    await worker.follows('Who looked at your record')
    await worker.looksAt('before')
  })

  it('when a colleague opens their request', async () => {
    await worker.goesTo(`/passport/ask/${section}/entry`)
    await worker.page.getByLabel(/Farzana Whitlock-Rahimi/).check()
    await worker.presses('Ask for sign-off')
    const supervisor = await arrive({ journey: 'who-looked-supervisor', ...way })
    await supervisor.signsInAs('Farzana Whitlock-Rahimi')
    await supervisor.goesTo('/team/requests')
    await supervisor.follows(new RegExp(`Tamsin Oyelaran-Pike: ${section}`))
    await supervisor.reads('Tamsin Oyelaran-Pike')
  })

  it('then they read who it was, for whom, and what about', async () => {
    await worker.goesTo('/account/who-looked')
    await worker.reads(
      `Farzana Whitlock-Rahimi, Merrowfell Hospitals NHS Trust, opened your request about ${section}`,
    )
    await worker.page.getByText('What is noted, and what is not').click()
    await worker.looksAt('after')
    expect(await worker.page.content()).not.toMatch(/127\.0\.0\.1|Chrome/)
  })
})
