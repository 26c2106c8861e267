/** In with a code that comes by e-mail: on a phone, and with no script at all. */
import { describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { type Arrival, demonstration } from './demonstration.ts'
import { newestCode, newestLetter } from './post-box.ts'

const { arrive } = demonstration()

const ways: readonly { name: string; email: string; way: Omit<Arrival, 'journey'> }[] = [
  { name: 'on a phone', email: 'tamsin@example.org', way: { screen: phone } },
  {
    name: 'on a phone without script',
    email: 'rhodri@example.org',
    way: { screen: phone, script: false },
  },
  { name: 'at a desk', email: 'bernadette@example.org', way: { screen: desk } },
]

describe.each(ways)('somebody signs in by e-mail $name', ({ email, way }) => {
  let worker: Visitor

  it('given a worker who comes to a page of their own', async () => {
    worker = await arrive({ journey: 'sign-in-by-email', ...way })
    await worker.goesTo('/passport')
    await worker.reads('Enter your e-mail address')
    await worker.looksAt('sign-in')
  })

  it('when they mistype their address, then ask for a code', async () => {
    await worker.page.getByLabel('Enter your e-mail address').fill('tamsin')
    await worker.presses('Send me a code')
    await worker.reads(/in the right form/)
    await worker.looksAt('mistyped-address')
    await worker.page.getByLabel('Enter your e-mail address').fill(email)
    await worker.presses('Send me a code')
    await worker.reads('Check your e-mail')
    await worker.looksAt('check-your-email')
  })

  it('and type it, first wrongly', async () => {
    const code = await newestCode(worker, email)
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    await worker.page.getByLabel('Code').fill(wrong)
    await worker.presses('Sign in')
    await worker.reads(/You can try 4 more times/)
    await worker.looksAt('wrong-code')
    await worker.page.getByLabel('Code').fill(`${code.slice(0, 3)} ${code.slice(3)}`)
    await worker.presses('Sign in')
    await worker.page.waitForURL('**/passport')
  })

  it('then they are in, and see what gets them in and where they are signed in', async () => {
    await worker.goesTo('/account')
    await worker.reads('This account is yours')
    await worker.reads(/this device/)
    await worker.looksAt('account')
  })

  it('and are asked again before something that matters, when it was long ago', async () => {
    await worker.goesTo('/confirm-it-is-you?next=%2Faccount')
    await worker.looksAt('confirm')
    const choice = worker.page.getByRole('radio', { name: email })
    if ((await choice.count()) > 0) await choice.check()
    await worker.presses('Send me a code')
    await worker.reads('Check your e-mail')
    await worker.looksAt('confirm-by-email')
    await worker.page.getByLabel('Code').fill(await newestCode(worker, email))
    await worker.presses('Continue')
    await worker.page.waitForURL('**/account')
  })

  it('and next time press a button behind the link instead', async () => {
    await worker.signsOut()
    await worker.goesTo('/sign-in?next=%2Faccount')
    await worker.page.getByLabel('Enter your e-mail address').fill(email)
    await worker.presses('Send me a code')
    await worker.reads('Check your e-mail')
    const letter = await newestLetter(worker, email)
    const link = new URL(/^http\S+\/sign-in\/link\/\S+$/m.exec(letter)?.[0] ?? '').pathname
    const elsewhere = await arrive({ journey: 'sign-in-by-email-elsewhere', ...way })
    await elsewhere.goesTo(link)
    await elsewhere.reads('Type the code instead')
    await elsewhere.looksAt('link-elsewhere')
    await worker.goesTo(link)
    await worker.looksAt('link')
    await worker.presses('Sign in')
    await worker.page.waitForURL('**/account')
  })

  it('and learns from a letter alone that an address is not known here', async () => {
    const stranger = await arrive({ journey: 'sign-in-by-email-stranger', ...way })
    await stranger.goesTo('/sign-in')
    await stranger.page.getByLabel('Enter your e-mail address').fill('nobody@example.org')
    await stranger.presses('Send me a code')
    await stranger.reads('Check your e-mail')
    const letter = await newestLetter(stranger, 'nobody@example.org')
    expect(letter).toContain('No account here has this address')
  })
})
