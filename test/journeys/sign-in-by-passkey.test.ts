/** A passkey made, used, and lost: with Chromium's own authenticator behind the page. */
import type { CDPSession } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'

const { arrive } = demonstration()

interface Device {
  readonly breaks: () => Promise<void>
  readonly credentials: () => Promise<number>
}

/** Chromium's own authenticator would choose from the list under the field at once, before any button. */
const noList = 'PublicKeyCredential.isConditionalMediationAvailable = async () => false'

/** A phone or computer that can be unlocked. */
async function giveDevice(
  { page }: Visitor,
  { list = false }: { readonly list?: boolean } = {},
): Promise<Device> {
  if (!list) await page.addInitScript(noList)
  const devtools: CDPSession = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    breaks: async () => {
      await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    },
    credentials: async () =>
      (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  }
}

const screens = [
  { name: 'on a phone', screen: phone, who: 'Tamsin Oyelaran-Pike' },
  { name: 'at a desk', screen: desk, who: 'Rhodri Kapasi' },
]

describe.each(screens)('a passkey $name', ({ screen, who }) => {
  let worker: Visitor
  let device: Device

  it('is added by somebody signed in, who gives it a name', async () => {
    worker = await arrive({ journey: 'passkey', screen })
    device = await giveDevice(worker)
    await worker.signsInAs(who)
    await worker.goesTo('/account')
    await worker.reads('You have no passkey')
    await worker.looksAt('account')
    await worker.presses('Add a passkey')
    await worker.page.getByLabel(/name to know it by/).fill('My own phone')
    await worker.looksAt('add')
    await worker.presses('Add a passkey')
    await worker.reads('Your passkey is added')
    await worker.reads('My own phone')
    expect(await device.credentials()).toBe(1)
    await worker.looksAt('added')
  })

  it('is not added twice to one device', async () => {
    await worker.goesTo('/account/passkeys/add')
    await worker.presses('Add a passkey')
    await worker.reads('There is already a passkey for you on this device')
    await worker.looksAt('already')
  })

  it('signs in without a name', async () => {
    await worker.signsOut()
    await worker.goesTo('/sign-in')
    await worker.page.getByRole('button', { name: 'Use a passkey' }).waitFor()
    await worker.looksAt('sign-in')
    await worker.presses('Use a passkey')
    await worker.page.waitForURL('**/passport')
    await worker.reads(who)
  })

  it('shows again that it is really them', async () => {
    await worker.goesTo('/confirm-it-is-you?next=/account')
    await worker.page.getByRole('button', { name: 'Use a passkey' }).waitFor()
    await worker.looksAt('confirm')
    await worker.presses('Use a passkey')
    await worker.page.waitForURL('**/account')
    await worker.reads(/Last used/)
  })

  it('says so when the device is not unlocked, and the other ways are there', async () => {
    await device.breaks()
    await worker.goesTo('/confirm-it-is-you?next=/account')
    await worker.presses('Use a passkey')
    await worker.reads('No passkey was used')
    await worker.looksAt('not-unlocked')
    expect(await worker.page.getByRole('button', { name: 'Send me a code' }).count()).toBe(1)
  })

  it('is renamed and removed', async () => {
    await worker.goesTo('/account')
    await worker.follows(/Change or remove/)
    await worker.looksAt('passkey')
    await worker.page.getByLabel('Name', { exact: true }).fill('')
    await worker.presses('Save the name')
    await worker.reads('Enter a name')
    await worker.looksAt('no-name')
    await worker.page.getByLabel('Name', { exact: true }).fill('The blue phone')
    await worker.presses('Save the name')
    await worker.reads('The blue phone')
    await worker.follows(/Change or remove/)
    await worker.presses('Remove this passkey')
    await worker.reads('The passkey is removed')
    await worker.looksAt('removed')
  })
})

describe('a passkey that was removed', () => {
  it('signs nobody in, and the page says what to do', async () => {
    const worker = await arrive({ journey: 'passkey-lost', screen: phone })
    await giveDevice(worker)
    await worker.signsInAs('Farzana Whitlock-Rahimi')
    await worker.goesTo('/account/passkeys/add')
    await worker.presses('Add a passkey')
    await worker.reads('Your passkey is added')
    await worker.follows(/Change or remove/)
    await worker.presses('Remove this passkey')
    await worker.reads('The passkey is removed')
    await worker.signsOut()
    await worker.goesTo('/sign-in')
    await worker.presses('Use a passkey')
    await worker.reads('We do not know this passkey')
    await worker.looksAt('unknown')
    await worker.presses('Choose another way to sign in')
    await worker.reads('Send me a code')
  })
})

describe('the list that a browser opens under the e-mail field', () => {
  it('offers the passkey, and signs in with it', async () => {
    const worker = await arrive({ journey: 'passkey-list', screen: phone })
    await giveDevice(worker, { list: true })
    await worker.signsInAs('Farzana Whitlock-Rahimi')
    await worker.goesTo('/account/passkeys/add')
    await worker.presses('Add a passkey')
    await worker.reads('Your passkey is added')
    await worker.signsOut()
    await worker.goesTo('/sign-in?next=/passport/shares')
    await worker.page.waitForURL('**/passport/shares')
  })
})

describe('a shared computer', () => {
  it('asks for no passkey, at sign-in or later', async () => {
    const worker = await arrive({ journey: 'passkey-shared', screen: phone })
    await giveDevice(worker)
    await worker.goesTo('/sign-in')
    const button = worker.page.getByRole('button', { name: 'Use a passkey' })
    await button.waitFor()
    await worker.page.getByLabel('This is a shared computer').check()
    await button.waitFor({ state: 'hidden' })
    await worker.looksAt('shared')
    await worker.page.getByLabel('This is a shared computer').uncheck()
    await button.waitFor()
  })
})

describe('a browser without script', () => {
  it('has the other ways, and no button that does nothing', async () => {
    const worker = await arrive({ journey: 'passkey', screen: phone, script: false })
    await worker.goesTo('/sign-in')
    await worker.looksAt('sign-in')
    const button = worker.page.getByRole('button', { name: 'Use a passkey' })
    expect(await button.count()).toBe(0)
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.goesTo('/account/passkeys/add')
    await worker.reads('This browser cannot make a passkey here')
    await worker.looksAt('add')
  })
})
