/** A phone where the signal comes and goes: what is typed waits and is sent, and nothing stays too long. */
import { describe, expect, it } from 'vitest'
import { phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'
import { newestCode } from './post-box.ts'

const { arrive } = demonstration()
const email = 'tamsin@example.org'
const day = 86_400_000
const confident = 'I do this with confidence'
const notYet = 'Not yet'

const come = (who: string) => arrive({ journey: `no-signal-${who}`, screen: phone })

/** Every place in which a browser keeps something for a site. */
function keptIn({ page }: Visitor): Promise<unknown> {
  return page.evaluate(`Promise.all([
    caches.keys(),
    navigator.serviceWorker.getRegistrations().then((workers) => workers.length),
    indexedDB.databases().then((databases) => databases.length),
    localStorage.length + sessionStorage.length,
  ])`)
}
const nothing = [[], 0, 0, 0]
const patience = { timeout: 20_000 }

/** At an address without script, which could wipe it before it is looked at. */
async function keepsNothing(visitor: Visitor): Promise<void> {
  await visitor.goesTo('/health')
  expect(await keptIn(visitor)).toEqual(nothing)
}

const goOffline = ({ page }: Visitor, offline: boolean) => page.context().setOffline(offline)
const choose = ({ page }: Visitor, answer: string) =>
  page.getByRole('radio', { name: answer }).first().check()
const isChosen = ({ page }: Visitor, answer: string) =>
  page.getByRole('radio', { name: answer }).first().isChecked()

async function saysOwnPhone(visitor: Visitor): Promise<void> {
  await visitor.goesTo('/passport/offline')
  await visitor.presses('This is my own phone')
  await visitor.reads('Done. Your passport is kept on this phone.')
}

/** Sets back when the phone was last brought up to date. */
function age({ page }: Visitor, by: number): Promise<unknown> {
  return page.evaluate(`caches.open('lanyard-phone').then(async (cache) => {
    const place = '/passport/offline/copy/phone'
    const phone = await (await cache.match(place)).json()
    phone.since -= ${by}
    await cache.put(place, new Response(JSON.stringify(phone)))
  })`)
}

describe('on a shared computer', () => {
  let worker: Visitor

  it('given a worker who says that it is shared', async () => {
    worker = await come('shared')
    await worker.goesTo('/sign-in')
    await worker.page.getByLabel('Enter your e-mail address').fill(email)
    await worker.page.getByLabel('This is a shared computer').check()
    await worker.presses('Send me a code')
    await worker.page.getByLabel('Code').fill(await newestCode(worker, email))
    await worker.presses('Sign in')
    await worker.page.waitForURL('**/passport')
  })

  it('then nothing is offered, and what asks for it is refused', async () => {
    await worker.goesTo('/passport/offline')
    await worker.reads('This is a shared computer.')
    await worker.looksAt('not-offered')
    const asked = await worker.page.evaluate<number>(
      `fetch('/passport/offline/copy').then((reply) => reply.status)`,
    )
    expect(asked).toBe(409)
  })

  it('and without signal what is typed stays in the page alone', async () => {
    await worker.goesTo('/passport/assess/2.1/entry')
    await goOffline(worker, true)
    await choose(worker, confident)
    await worker.reads('No signal. Keep this page open.')
    expect(await keptIn(worker)).toEqual(nothing)
    await goOffline(worker, false)
    await worker.reads(/^Saved$/)
    await keepsNothing(worker)
  })
})

describe('on a phone of which nothing was said', () => {
  let worker: Visitor

  it('given a worker who answers: each answer is saved at once', async () => {
    worker = await come('phone')
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.goesTo('/passport/assess/2.2/entry')
    await choose(worker, confident)
    await worker.reads(/^Saved$/)
    await worker.looksAt('saved')
    await worker.goesTo('/passport/assess/2.2/entry')
    expect(await isChosen(worker, confident)).toBe(true)
  })

  it('when the signal goes, nothing is kept, the page says so, and the button takes nothing along', async () => {
    await goOffline(worker, true)
    await choose(worker, notYet)
    await worker.reads('No signal. Keep this page open.')
    await worker.presses('Save my answers')
    expect(await isChosen(worker, notYet)).toBe(true)
    await worker.looksAt('no-signal')
    expect(await keptIn(worker)).toEqual(nothing)
  })

  it('then it is sent when the signal is back', async () => {
    await goOffline(worker, false)
    await worker.reads(/^Saved$/)
    await worker.goesTo('/passport/assess/2.2/entry')
    expect(await isChosen(worker, notYet)).toBe(true)
  })

  it('and a note that may tell who a patient is, is not saved, and says what to do', async () => {
    await worker.page.getByLabel(/Private note/).fill('See 943 476 5919')
    await worker.page.getByLabel(/Private note/).blur()
    await worker.reads(/Not saved\. .*NHS number/)
    await worker.looksAt('not-saved')
  })
})

describe('on somebody’s own phone', () => {
  let worker: Visitor
  let elsewhere: Visitor

  it('given a worker who says that it is theirs', async () => {
    worker = await come('own')
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.goesTo('/account')
    await worker.follows('Your passport without signal')
    await worker.reads('This is my own phone')
    await worker.looksAt('offered')
    await saysOwnPhone(worker)
    await worker.looksAt('kept')
    await worker.follows('See what opens without signal')
    await worker.reads(/As it was on/)
    await worker.looksAt('copy')
  })

  it('when they answer and write without signal, it is kept on the phone', async () => {
    await worker.goesTo('/passport/assess/3.1/entry')
    await goOffline(worker, true)
    await choose(worker, confident)
    await worker.page.getByLabel(/Private note/).fill('In the lift.')
    await worker.page.getByLabel(/Private note/).blur()
    await worker.reads('Kept on this phone. It will send when you have signal.')
    await worker.looksAt('waiting')
  })

  it('and the passport opens without signal, says its age, and shows no note and no answer', async () => {
    await worker.goesTo('/passport')
    await worker.reads(/As it was on/)
    await worker.reads(/cannot tell whether anything was withdrawn since/)
    await worker.looksAt('copy-without-signal')
    const words = await worker.page.content()
    expect(words).not.toContain('In the lift.')
    expect(words).not.toContain(confident)
  })

  it('then it is sent once there is signal, and is there elsewhere', async () => {
    await goOffline(worker, false)
    await worker.reads('What you typed without signal is saved.')
    elsewhere = await come('elsewhere')
    await elsewhere.signsInAs('Tamsin Oyelaran-Pike')
    await expect
      .poll(async () => {
        await elsewhere.goesTo('/passport/assess/3.1/entry')
        return elsewhere.page.getByLabel(/Private note/).inputValue()
      }, patience)
      .toBe('In the lift.')
    expect(await isChosen(elsewhere, confident)).toBe(true)
  })

  it('and one that waited never takes the place of a newer one given elsewhere', async () => {
    await worker.goesTo('/passport/assess/3.1/entry')
    await goOffline(worker, true)
    await choose(worker, notYet)
    await worker.reads('Kept on this phone. It will send when you have signal.')
    // Longer ago than the server takes for just now.
    await worker.page.clock.setSystemTime(Date.now() + 10_000)
    await choose(elsewhere, 'I do this with support')
    await elsewhere.reads(/^Saved$/)
    await goOffline(worker, false)
    await worker.reads('You gave a newer answer somewhere else, and it stays.')
    await worker.looksAt('newer-elsewhere')
    await elsewhere.goesTo('/passport/assess/3.1/entry')
    expect(await isChosen(elsewhere, 'I do this with support')).toBe(true)
  })

  it('and a note that is refused later waits for its writer, wherever they are', async () => {
    await worker.goesTo('/passport/assess/3.1/entry')
    await goOffline(worker, true)
    await worker.page.getByLabel(/Private note/).fill('See 943 476 5919')
    await worker.page.getByLabel(/Private note/).blur()
    await worker.reads('Kept on this phone. It will send when you have signal.')
    await worker.goesTo('/passport')
    await goOffline(worker, false)
    await worker.reads(/Not saved\. .*NHS number/)
    await worker.looksAt('copy-refused')
    await worker.follows('See what you wrote')
    await worker.page.waitForURL('**/passport/assess/3.1/entry')
    await expect
      .poll(() => worker.page.getByLabel(/Private note/).inputValue(), patience)
      .toBe('See 943 476 5919')
    await worker.page.getByLabel(/Private note/).fill('Better words')
    await worker.page.getByLabel(/Private note/).blur()
    await worker.reads(/^Saved$/)
  })

  it('and signed out without their doing, what waits is sent once they sign in again', async () => {
    await goOffline(worker, true)
    await choose(worker, notYet)
    await worker.reads('Kept on this phone. It will send when you have signal.')
    await worker.page.context().clearCookies()
    await goOffline(worker, false)
    await worker.reads('You are signed out: sign in again to send it.')
    await worker.looksAt('signed-out')
    // Nobody shows the passport of somebody who is signed out.
    const copy = 'caches.match("/passport/offline/copy").then((kept) => kept === undefined)'
    expect(await worker.page.evaluate(copy)).toBe(true)
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.reads('What you typed without signal is saved.')
    await worker.goesTo('/passport/assess/3.1/entry')
    expect(await isChosen(worker, notYet)).toBe(true)
  })

  it('and of two tabs one sends it, once', async () => {
    await worker.goesTo('/passport/assess/3.2/entry')
    const context = worker.page.context()
    const other = await context.newPage()
    await other.goto('/passport/assess/3.2/entry')
    const sent: string[] = []
    context.on('request', (asked) => {
      if (asked.method() === 'POST') sent.push(new URL(asked.url()).pathname)
    })
    await goOffline(worker, true)
    await choose(worker, notYet)
    await worker.reads('Kept on this phone. It will send when you have signal.')
    sent.length = 0
    await goOffline(worker, false)
    await worker.reads(/^Saved$/)
    // Whichever of them sends it, the other one finds nothing left.
    await other.reload()
    expect(await other.getByRole('radio', { name: notYet }).first().isChecked()).toBe(true)
    expect(sent).toEqual(['/passport/assess/3.2/entry'])
    await other.close()
  })

  it('and the phone is wiped when they sign out', async () => {
    await worker.signsOut()
    await worker.page.waitForURL((address) => address.pathname === '/')
    expect(await keptIn(worker)).toEqual(nothing)
  })

  it('and when they press that it is not their phone any more', async () => {
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await saysOwnPhone(worker)
    await worker.presses('Not my phone any more')
    await worker.reads('Wiped. Nothing of yours is kept on this phone.')
    expect(await keptIn(worker)).toEqual(nothing)
  })

  it('and when their session was ended elsewhere, as of a lost phone', async () => {
    await saysOwnPhone(worker)
    await elsewhere.goesTo('/account')
    await elsewhere.presses('Sign out everywhere else')
    await elsewhere.reads('All other devices are signed out.')
    await worker.goesTo('/passport')
    await worker.page.waitForURL('**/sign-in?**')
    await expect.poll(() => keptIn(worker), patience).toEqual(nothing)
  })

  it('and when somebody else signs in on it', async () => {
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await saysOwnPhone(worker)
    // Without signing out: the browser is closed, and its session is gone.
    await worker.page.context().clearCookies()
    await worker.signsInAs('Farzana Whitlock-Rahimi')
    await expect.poll(() => keptIn(worker), patience).toEqual(nothing)
  })

  it('and after seven days, by the service worker, without signal', async () => {
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await saysOwnPhone(worker)
    await age(worker, 6 * day)
    await goOffline(worker, true)
    await worker.goesTo('/passport')
    await worker.reads(/As it was on/)
    await age(worker, day)
    await worker.page.goto('/passport').catch(() => undefined)
    await goOffline(worker, false)
    await keepsNothing(worker)
  })

  it('and after seven days, by the page, whatever the clock was set to', async () => {
    await saysOwnPhone(worker)
    await worker.page.clock.setSystemTime(Date.now() + 8 * day)
    await worker.goesTo('/account')
    await expect.poll(() => keptIn(worker), patience).toEqual(nothing)
    await worker.page.clock.setSystemTime(Date.now())
    await saysOwnPhone(worker)
    await worker.page.clock.setSystemTime(Date.now() - day)
    await worker.goesTo('/account')
    await expect.poll(() => keptIn(worker), patience).toEqual(nothing)
  })
})

describe('a QR code for a corridor', () => {
  const section = '5.7'
  let worker: Visitor
  let assessor: Visitor

  it('given a worker who was signed off', async () => {
    worker = await come('code')
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.goesTo(`/passport/ask/${section}/entry`)
    await worker.page.getByLabel(/Farzana Whitlock-Rahimi/).check()
    await worker.presses('Ask for sign-off')
    assessor = await come('assessor')
    await assessor.signsInAs('Farzana Whitlock-Rahimi')
    await assessor.goesTo('/team/requests')
    await assessor.follows(new RegExp(`Tamsin Oyelaran-Pike: ${section}`))
    await assessor.page.getByLabel('I watched it').check()
    const seen = assessor.page.getByRole('group', { name: 'When?' })
    await seen.getByLabel('Day').fill('1')
    await seen.getByLabel('Month').fill('2')
    await seen.getByLabel('Year').fill(String(new Date().getFullYear()))
    await assessor.page.getByLabel('Where?').fill('Stroke ward')
    await assessor.presses('Check before signing')
    await assessor.presses('Confirm and sign')
    await assessor.reads('Made a mistake?')
  })

  it('when they keep the code of a link that they make', async () => {
    await saysOwnPhone(worker)
    await worker.goesTo('/passport/shares')
    await worker.presses('Make a link')
    await worker.presses('Keep this QR code on this phone')
    await worker.reads('Kept on this phone')
    await worker.looksAt('code-kept')
  })

  it('then it opens without signal, beside what they hold', async () => {
    await goOffline(worker, true)
    await worker.goesTo('/passport')
    await worker.page.getByRole('img', { name: 'A QR code of your link' }).waitFor()
    await worker.reads('Farzana Whitlock-Rahimi')
    await worker.looksAt('code-without-signal')
    await goOffline(worker, false)
  })

  it('and goes with the link', async () => {
    await worker.goesTo('/passport/shares')
    await worker.presses(/Stop/)
    await age(worker, day)
    await worker.goesTo('/passport')
    const codes =
      'caches.match("/passport/offline/copy/codes").then((kept) => kept.json()).then((all) => all.length)'
    await expect.poll(() => worker.page.evaluate(codes), patience).toBe(0)
  })
})
