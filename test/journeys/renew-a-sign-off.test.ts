/** A review date passes, the reminder arrives, and renewal takes one screen. */
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { phone, type Visitor } from './at-a-browser.ts'
import { behindThePages } from './behind-the-pages.ts'
import { demonstration } from './demonstration.ts'
import { newestLetter } from './post-box.ts'

let dataDir = ''
const { arrive } = demonstration(async () => {
  dataDir = await temporaryFolder()
  return { DATA_DIR: dataDir }
})

describe('a sign-off whose review date passes', () => {
  let worker: Visitor
  let assessor: Visitor

  it('given one that was signed a while ago', async () => {
    worker = await arrive({ journey: 'renew-worker', screen: phone })
    assessor = await arrive({ journey: 'renew-assessor', screen: phone })
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.goesTo('/passport/code?section=8.4')
    await worker.presses('Show a code for these')
    const code = await worker.page.locator('.lanyard-code-shown').innerText()
    await assessor.signsInAs('Farzana Whitlock-Rahimi')
    await assessor.goesTo('/team/code')
    await assessor.page.getByLabel('The six figures on their phone').fill(code)
    await assessor.presses('Continue')
    for (const box of await assessor.page.locator('input[name="codes"]').all()) await box.check()
    for (const part of await assessor.page.locator('input[name^="parts-"]:visible').all()) {
      await part.check()
    }
    await assessor.page.getByLabel('Where were you?').fill('Stroke ward')
    await assessor.presses('Confirm and sign')
    await assessor.reads('Signed off')
  })

  it('when the date passes, a letter arrives', async () => {
    await behindThePages(
      dataDir,
      `alter table signing disable trigger user;
       update signing set assessed_on = current_date - 400, review_on = current_date - 1,
         at = now() - interval '400 days';
       alter table signing enable trigger user;
       insert into pgboss.job (name, data) values ('remind-of-reviews', '{}')`,
    )
    await expect
      .poll(() => newestLetter(worker, 'tamsin@example.org').catch(() => ''), { timeout: 60_000 })
      .toContain('the day has passed')
  })

  it('then the worker asks in one tap', async () => {
    await worker.goesTo('/passport/renew')
    await worker.reads('Review was due on')
    await worker.looksAt('due')
    await worker.presses(/Ask Farzana Whitlock-Rahimi to renew it/)
    await worker.reads('You asked Farzana Whitlock-Rahimi.')
    await worker.looksAt('asked')
  })

  it('and the assessor confirms on one screen', async () => {
    await assessor.goesTo('/team/requests')
    await assessor.follows(/Tamsin Oyelaran-Pike: 8.4/)
    await assessor.reads('Last time: Farzana Whitlock-Rahimi')
    const screen = assessor.page.url()
    for (const part of await assessor.page.locator('input[name^="parts-"]:visible').all()) {
      await part.check()
    }
    await assessor.looksAt('renew')
    await assessor.presses('Confirm and sign')
    await assessor.reads('now holds a credential')
    expect(assessor.page.url()).toBe(screen)
    await assessor.looksAt('renewed')
    await worker.goesTo('/passport/renew')
    await worker.reads('Nothing is due in the next 60 days.')
    await worker.looksAt('nothing-due')
  })
})
