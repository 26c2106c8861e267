/** A job ends and its e-mail with it: the passport stays with its holder. */
import { describe, expect, it } from 'vitest'
import { phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'
import { newestCode, newestLetter } from './post-box.ts'

const { arrive } = demonstration()
const work = 'callum.wijeratne-moss@merrowfell.example'
const personal = 'callum@example.org'

async function askForCode(worker: Visitor, email: string): Promise<void> {
  await worker.goesTo('/sign-in')
  await worker.page.getByLabel('Enter your e-mail address').fill(email)
  await worker.presses('Send me a code')
  await worker.reads('Check your e-mail')
}

describe('somebody who loses their work e-mail', () => {
  let worker: Visitor
  let codes: string[] = []

  it('given a worker who signs in with it, and is asked for a way of their own', async () => {
    worker = await arrive({ journey: 'lost-work-email', screen: phone })
    await askForCode(worker, work)
    await worker.page.getByLabel('Code').fill(await newestCode(worker, work))
    await worker.presses('Sign in')
    await worker.reads('Keep your passport when you change job')
    await worker.looksAt('own-way-in')
  })

  it('and puts it off, and is asked again the next time', async () => {
    await worker.follows('Not now')
    await worker.page.waitForURL('**/passport')
    await worker.signsOut()
    await askForCode(worker, work)
    await worker.page.getByLabel('Code').fill(await newestCode(worker, work))
    await worker.presses('Sign in')
    await worker.reads('Keep your passport when you change job')
  })

  it('and then prints a recovery sheet', async () => {
    await worker.presses('Make a recovery sheet')
    await worker.looksAt('make-sheet')
    await worker.presses('Show me the codes')
    await worker.reads('Print this page or write the codes down now.')
    codes = await worker.page.locator('.lanyard-codes__code').allInnerTexts()
    expect(codes).toHaveLength(10)
    await worker.looksAt('sheet')
    await worker.looksAtPaper('sheet-on-paper')
    await worker.follows(/I have them on paper/)
    await worker.reads('It has 10 codes left.')
    expect(await newestLetter(worker, work)).toContain('A new recovery sheet was made')
    await worker.signsOut()
  })

  it('when the e-mail is gone, a code from the sheet gets them in', async () => {
    await worker.goesTo('/sign-in')
    await worker.follows('Use a code from your printed recovery sheet')
    await worker.looksAt('recovery')
    await worker.page.getByLabel('Code from your sheet').fill('7K2M-9QXT')
    await worker.presses('Sign in')
    await worker.reads(/must be 16 letters and numbers/)
    await worker.looksAt('recovery-wrong')
    const [code = ''] = codes
    await worker.page.getByLabel('Code from your sheet').fill(code.toLowerCase())
    await worker.presses('Sign in')
    await worker.page.waitForURL('**/passport')
  })

  it('and they add an address of their own', async () => {
    await worker.goesTo('/account')
    await worker.reads('It has 9 codes left.')
    await worker.presses('Add an e-mail address')
    await worker.looksAt('add-address')
    await worker.page.getByLabel('E-mail address').fill(personal)
    await worker.presses('Send me a code')
    await worker.reads('Select whose address it is')
    await worker.looksAt('add-address-wrong')
    await worker.page.getByLabel('My own').check()
    await worker.presses('Send me a code')
    await worker.reads('Check that e-mail address')
    await worker.looksAt('confirm-address')
    await worker.page.getByLabel('Code').fill(await newestCode(worker, personal))
    await worker.presses('Add this address')
    await worker.reads('Your e-mail address is added.')
    await worker.looksAt('address-added')
  })

  it('and remove the one that is lost', async () => {
    await worker.follows(/Remove.*merrowfell/)
    await worker.looksAt('remove-address')
    await worker.presses('Remove it')
    await worker.reads('The e-mail address is removed.')
    await worker.looksAt('address-removed')
    expect(await worker.page.getByText(work).count()).toBe(0)
  })

  it('then whoever reads the lost mailbox gets nowhere, and the worker is in', async () => {
    await worker.signsOut()
    await askForCode(worker, work)
    expect(await newestLetter(worker, work)).toContain('No account here has this address')
    await askForCode(worker, personal)
    await worker.page.getByLabel('Code').fill(await newestCode(worker, personal))
    await worker.presses('Sign in')
    await worker.page.waitForURL('**/passport')
  })
})
