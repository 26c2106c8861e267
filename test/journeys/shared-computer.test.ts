/** A computer on the ward: nothing is kept on it, and nobody stays signed in. */
import { describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'
import { newestCode } from './post-box.ts'

const { arrive } = demonstration()
const email = 'tamsin@example.org'

describe.each([
  { name: 'at a desk', screen: desk },
  { name: 'on a tablet as narrow as a phone', screen: phone },
])('somebody uses a shared computer $name', ({ screen }) => {
  let worker: Visitor

  it('given a worker who says so when they sign in', async () => {
    worker = await arrive({ journey: 'shared-computer', screen })
    await worker.page.clock.install()
    await worker.goesTo('/sign-in')
    await worker.page.getByLabel('Enter your e-mail address').fill(email)
    await worker.page.getByLabel('This is a shared computer').check()
    await worker.looksAt('sign-in')
    await worker.presses('Send me a code')
    await worker.reads('Check your e-mail')
    await worker.page.getByLabel('Code').fill(await newestCode(worker, email))
    await worker.presses('Sign in')
    await worker.page.waitForURL('**/passport')
  })

  it('then every page says so, and offers no passkey', async () => {
    await worker.reads('Sign out before you leave it.')
    await worker.looksAt('passport')
    await worker.goesTo('/account')
    await worker.reads('Sign out before you leave it.')
    expect(await worker.page.getByRole('link', { name: 'Add a passkey' }).count()).toBe(0)
    await worker.looksAt('account')
  })

  it('and keeps nothing: no offline store, no page in the cache', async () => {
    const kept = await worker.page.evaluate<number[]>(`Promise.all([
      caches.keys().then((names) => names.length),
      navigator.serviceWorker.getRegistrations().then((workers) => workers.length),
      indexedDB.databases().then((databases) => databases.length),
      localStorage.length + sessionStorage.length,
    ])`)
    expect(kept).toEqual([0, 0, 0, 0])
  })

  it('when they are called away, they are told, and can stay', async () => {
    await worker.page.clock.fastForward('07:10')
    await worker.reads('We sign you out in 2 minutes.')
    await worker.looksAt('told')
    const asked = worker.page.waitForResponse((reply) => reply.request().method() === 'HEAD')
    await worker.presses('Stay signed in')
    expect((await asked).status()).toBe(200)
    await worker.page.getByText('We sign you out in 2 minutes.').waitFor({ state: 'hidden' })
  })

  it('and when they do not come back, the page leaves the screen', async () => {
    await worker.page.clock.fastForward('09:10')
    await worker.page.waitForURL('**/sign-in')
  })

  it('and once signed out, the way back shows nothing of theirs', async () => {
    await worker.goesTo('/account')
    await worker.signsOut()
    await worker.page.waitForURL((address) => address.pathname === '/')
    await worker.page.goBack()
    await worker.page.waitForURL('**/sign-in?next=**')
    expect(await worker.page.content()).not.toContain(email)
  })
})
