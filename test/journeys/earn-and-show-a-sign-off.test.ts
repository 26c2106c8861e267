/** The first journey (R03, R27): from where I stand to a stranger who verifies it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { type Arrival, demonstration } from './demonstration.ts'

const { arrive } = demonstration()

const ways: readonly { name: string; section: string; way: Omit<Arrival, 'journey'> }[] = [
  { name: 'on a phone', section: '3.9', way: { screen: phone } },
  { name: 'at a desk', section: '7.1', way: { screen: desk } },
  { name: 'on a phone without script', section: '5.7', way: { screen: phone, script: false } },
]

describe.each(ways)('a sign-off is earned and shown $name', ({ section, way }) => {
  const come = (who: string) => arrive({ journey: `sign-off-${who}`, ...way })
  let worker: Visitor
  let supervisor: Visitor
  let stranger: Visitor
  let issuer: Visitor
  let shareLink = ''
  let file = ''

  it('given a support worker who opens the passport', async () => {
    worker = await come('worker')
    await worker.goesTo('/sign-in')
    await worker.reads('This is a demonstration.')
    await worker.looksAt('sign-in')
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.looksAt('passport')
  })

  it('when they say where they stand in a section, with a private note', async () => {
    await worker.goesTo('/passport/assess/entry')
    await worker.looksAt('level')
    await worker.follows('Answer all of domain 2')
    await worker.looksAt('domain')
    await worker.goesTo(`/passport/assess/${section}/entry`)
    const answers = worker.page.getByRole('radio', { name: 'I do this with confidence' })
    for (const answer of await answers.all()) await answer.check()
    await worker.page.getByLabel(/Private note/).fill('Went well last week.')
    await worker.looksAt('section')
    await worker.presses('Save my answers')
    await worker.reads(/saved/i)
    await worker.looksAt('saved')
  })

  it('and ask a named colleague to sign it off', async () => {
    await worker.goesTo(`/passport/ask/${section}/entry`)
    await worker.page.getByLabel(/Farzana Whitlock-Rahimi/).check()
    await worker.page.getByLabel(/Message/).fill('You saw me on the ward on Tuesday.')
    await worker.looksAt('ask')
    await worker.presses('Ask for sign-off')
    await worker.reads(/Farzana Whitlock-Rahimi/)
    await worker.looksAt('asked')
  })

  it('then the supervisor sees the request, and what others will be shown, before confirming', async () => {
    supervisor = await come('supervisor')
    await supervisor.signsInAs('Farzana Whitlock-Rahimi')
    await supervisor.goesTo('/team/requests')
    await supervisor.looksAt('requests')
    await supervisor.follows(new RegExp(`Tamsin Oyelaran-Pike: ${section}`))
    await supervisor.reads('You saw me on the ward on Tuesday.')
    expect(await supervisor.page.content()).not.toContain('Went well last week.')
    for (const part of await supervisor.page.locator('input[name^="parts-"]').all()) {
      if (await part.isVisible()) await part.check()
    }
    await supervisor.page.getByLabel('I watched it').check()
    const seen = supervisor.page.getByRole('group', { name: 'When?' })
    await seen.getByLabel('Day').fill('1')
    await seen.getByLabel('Month').fill('2')
    await seen.getByLabel('Year').fill(String(new Date().getFullYear()))
    await supervisor.page.getByLabel('Where?').fill('Stroke ward')
    await supervisor.looksAt('request')
    await supervisor.presses('Check before signing')
    await supervisor.reads('What others will be shown')
    await supervisor.reads('DEMO-OT-0001')
    await supervisor.looksAt('check')
    await supervisor.presses('Confirm and sign')
    await supervisor.reads('Made a mistake?')
    await supervisor.looksAt('signed')
    await supervisor.page.goBack()
    await supervisor.reads('Made a mistake?')
  })

  it('and the worker holds a credential to be proud of, and its file', async () => {
    await worker.goesTo('/passport')
    await worker.reads(new RegExp(`Signed off ${section.replace('.', '\\.')}|Signed off`))
    await worker.looksAt('passport-signed')
    await worker.follows(new RegExp(`See this credential.*${section}`))
    await worker.looksAt('credential')
    const [download] = await Promise.all([
      worker.page.waitForEvent('download'),
      worker.presses('Download the file'),
    ])
    file = readFileSync(await download.path(), 'utf8')
    expect(file).not.toContain('Tamsin')
  })

  it('and shares it by a link', async () => {
    await worker.goesTo('/passport/shares')
    await worker.looksAt('share')
    await worker.presses('Make a link')
    shareLink =
      (await worker.page.content()).match(/http:\/\/localhost:\d+\/share\/[\w-]+/)?.[0] ?? ''
    expect(shareLink).not.toBe('')
    await worker.looksAt('shared')
  })

  it('then a stranger reads what a verdict does not prove, and four steps in words', async () => {
    stranger = await come('stranger')
    await stranger.goesTo(new URL(shareLink).pathname)
    await stranger.reads(
      /It does not replace identity, DBS, right-to-work, health or reference checks/,
    )
    await stranger.reads('Tamsin Oyelaran-Pike')
    await stranger.reads('We checked it just now.')
    await stranger.reads('is recorded here as Tamsin Oyelaran-Pike')
    await stranger.looksAt('share-link')
    await stranger.goesTo('/verify')
    await stranger.page.getByLabel(/Paste the credential/).fill(shareLink)
    await stranger.presses('Check')
    await stranger.reads('is recorded here as Tamsin Oyelaran-Pike')
    await stranger.goesTo('/verify')
    await stranger.page.getByLabel(/Paste the credential/).fill(file)
    await stranger.looksAt('verify')
    await stranger.presses('Check')
    await stranger.reads(/Merrowfell Hospitals NHS Trust/)
    await stranger.reads('This file does not say whose it is.')
    await stranger.looksAt('valid')
  })

  it('and a file that somebody changed is not valid', async () => {
    await stranger.goesTo('/verify')
    await stranger.page
      .getByLabel(/Paste the credential/)
      .fill(file.replace(`${section}-entry`, `${section}-assistant-practitioner`))
    await stranger.presses('Check')
    await stranger.reads(/Not valid/)
    await stranger.looksAt('tampered')
  })

  it('when the issuer withdraws it for an error', async () => {
    issuer = await come('issuer')
    await issuer.signsInAs('Odette Pargeter-Nkemelu')
    await issuer.goesTo('/team/issued')
    await issuer.looksAt('issued')
    await issuer.page.locator('main a[href$="/withdraw"]', { hasText: section }).first().click()
    for (const box of await issuer.page.getByRole('checkbox').all()) await box.check()
    await issuer.page.getByRole('radio').first().check()
    await issuer.page.getByLabel(/Explain it to/).fill('It was signed for the wrong person.')
    await issuer.looksAt('withdraw')
    await issuer.presses('Withdraw')
    await issuer.looksAt('withdrawn')
  })

  it('then the link says only that, and the holder reads why and how to challenge it', async () => {
    await stranger.goesTo(new URL(shareLink).pathname)
    await stranger.reads(/Withdrawn by the issuer on/)
    expect(await stranger.page.content()).not.toContain('wrong person')
    await stranger.looksAt('link-withdrawn')
    await worker.goesTo('/passport')
    await worker.reads('It was signed for the wrong person.')
    await worker.reads('If you think this is wrong,')
    await worker.looksAt('passport-withdrawn')
  })

  it('and a link that the holder stops leads nowhere', async () => {
    await worker.goesTo('/passport/shares')
    await worker.presses(/Stop/)
    await worker.looksAt('stopped')
    await stranger.goesTo(new URL(shareLink).pathname)
    await stranger.reads(/link/i)
    await stranger.looksAt('link-ended')
  })
})
