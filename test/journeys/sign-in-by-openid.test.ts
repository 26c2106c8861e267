/** Signing in with an account elsewhere: a live provider, and a page of its own in between. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { client, type OpenIdProvider, openIdProvider } from '../open-id-provider.ts'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'

let provider: OpenIdProvider

const { arrive, origin } = demonstration(async () => {
  provider = await openIdProvider(['https://not-yet.example'])
  return {
    OIDC_PROVIDERS: 'works down',
    OIDC_WORKS_NAME: 'Works ID',
    OIDC_WORKS_ISSUER: provider.issuer,
    OIDC_WORKS_CLIENT_ID: client.id,
    OIDC_WORKS_CLIENT_SECRET: client.secret,
    OIDC_DOWN_NAME: 'Down ID',
    OIDC_DOWN_ISSUER: 'http://127.0.0.1:1',
    OIDC_DOWN_CLIENT_ID: client.id,
    OIDC_DOWN_CLIENT_SECRET: client.secret,
  }
})
beforeAll(() => provider.sendsBackTo([`${origin()}/sign-in/with/works/return`]))
afterAll(() => provider.close())

const ways = [
  { name: 'on a phone', way: { screen: phone }, who: 'Tamsin Oyelaran-Pike', as: 'Tamsin' },
  {
    name: 'at a desk without script',
    way: { screen: desk, script: false },
    who: 'Rhodri Kapasi',
    as: 'Rhodri',
  },
]

describe.each(ways)('an account elsewhere $name', ({ way, who, as }) => {
  let worker: Visitor
  const there = () => worker.page.waitForURL(`${provider.issuer}/**`)

  it('is linked by somebody signed in, who signs in there', async () => {
    worker = await arrive({ journey: 'openid', ...way })
    await worker.signsInAs(who)
    await worker.goesTo('/account')
    await worker.looksAt('account')
    await worker.presses('Link Works ID')
    await there()
    await worker.presses(`I am ${as}`)
    await worker.reads('The account is linked')
    await worker.looksAt('linked')
  })

  it('signs in, and asks nothing there of somebody who is signed in there', async () => {
    await worker.signsOut()
    await worker.goesTo('/sign-in')
    await worker.looksAt('sign-in')
    await worker.presses('Continue with Works ID')
    await worker.page.waitForURL('**/passport')
    await worker.reads(who)
  })

  it('shows again that it is really them, by signing in there anew', async () => {
    await worker.goesTo('/confirm-it-is-you?next=/account')
    await worker.looksAt('confirm')
    await worker.presses('Continue with Works ID')
    await there()
    await worker.presses(`I am ${as}`)
    await worker.page.waitForURL('**/account')
    await worker.reads(/Last used/)
  })

  it('goes back to the page before when they change their mind', async () => {
    await worker.goesTo('/confirm-it-is-you?next=/account')
    await worker.presses('Continue with Works ID')
    await there()
    await worker.presses('No')
    await worker.reads('You did not finish at Works ID')
    await worker.looksAt('declined')
    await worker.presses('Choose another way')
    await worker.reads('Confirm that it is you')
  })

  it('is removed', async () => {
    await worker.goesTo('/account')
    await worker.follows('Remove Works ID')
    await worker.looksAt('remove')
    await worker.presses('Remove Works ID')
    await worker.reads('no longer linked')
    await worker.looksAt('removed')
  })

  it('signs nobody in whom nobody here has linked, and the page says what to do', async () => {
    await worker.signsOut()
    await worker.goesTo('/sign-in?next=/passport/shares')
    await worker.presses('Continue with Works ID')
    await worker.reads('Your Works ID is not linked to an account here')
    await worker.looksAt('unknown')
    await worker.presses('Choose how to sign in')
    await worker.reads('Send me a code')
  })

  it('says so when it is down, and the other ways are there', async () => {
    await worker.goesTo('/sign-in')
    await worker.presses('Continue with Down ID')
    await worker.reads('Down ID is not answering')
    await worker.looksAt('down')
    await worker.presses('Choose how to sign in')
    await worker.reads('Send me a code')
  })
})

describe('a page of somebody else’s', () => {
  it('leads nobody to a provider by a link alone', async () => {
    const worker = await arrive({ journey: 'openid-link', screen: phone })
    const reply = await worker.page.goto('/sign-in/with/works')
    expect(reply?.status()).toBe(404)
  })
})
