/** Closing an account: told before, undone once, and then left to close. */
import { describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { type Arrival, demonstration } from './demonstration.ts'

const { arrive } = demonstration()

const ways: readonly { name: string; who: string; way: Omit<Arrival, 'journey'> }[] = [
  { name: 'on a phone', who: 'Rhodri Kapasi', way: { screen: phone } },
  { name: 'at a desk', who: 'Callum Wijeratne-Moss', way: { screen: desk } },
]

describe.each(ways)('a worker closes their account $name', ({ who, way }) => {
  let worker: Visitor

  async function asksToClose() {
    await worker.goesTo('/account/close')
    await worker.page.getByLabel('I have read what is erased and what is kept').check()
    await worker.presses('Close my account')
    await worker.reads('Your account will be closed')
  }

  it('given somebody who reads what is erased and what is kept', async () => {
    worker = await arrive({ journey: 'close', ...way })
    await worker.signsInAs(who)
    await worker.goesTo('/account/close')
    await worker.reads('What is kept, and why')
    await worker.looksAt('told-before')
    await worker.presses('Close my account')
    await worker.reads('There is a problem')
    await worker.looksAt('not-ticked')
  })

  it('when they close it, they are signed out everywhere', async () => {
    await asksToClose()
    await worker.looksAt('closed')
    await worker.goesTo('/passport')
    expect(worker.page.url()).toContain('/sign-in')
  })

  it('and sign in again, they are asked whether to keep it', async () => {
    await worker.goesTo('/sign-in')
    await worker.presses(new RegExp(who))
    await worker.reads('Your account is closing')
    await worker.looksAt('asked')
    await worker.presses('Keep my account')
    await worker.reads('Your account stays.')
    await worker.looksAt('kept')
  })

  it('then closed again, and left, it is on its way', async () => {
    await asksToClose()
    await worker.goesTo('/account-closing')
    await worker.reads('14 days after you asked')
  })
})
