/** An organisation is filled by a file: looked at, sent, watched, and accepted by who was invited. */
import { describe, expect, it } from 'vitest'
import { desk, phone, type Screen, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'
import { newestLetter } from './post-box.ts'

const { arrive } = demonstration()
const trust = 'merrowfell-hospitals'

const ways: readonly { name: string; screen: Screen; script: boolean }[] = [
  { name: 'on a phone', screen: phone, script: true },
  { name: 'at a desk without script', screen: desk, script: false },
]

describe.each(ways)('an organisation is filled by a file $name', ({ screen, script }) => {
  const come = (who: string) => arrive({ journey: `fill-${who}`, screen, script })
  const key = `${screen.width}`
  const email = `ada-${key}@example.org`
  let manager: Visitor
  let invited: Visitor
  let colleague: Visitor
  let batch = ''
  let code = ''

  it('given a manager who finds the people who work there', async () => {
    manager = await come('manager')
    await manager.signsInAs('Priya Castellane-Dodd')
    await manager.goesTo('/team')
    await manager.looksAt('team')
    await manager.follows('People who work here')
    await manager.reads(/Works here now: \d/)
    await manager.looksAt('people')
    await manager.presses('Invite people')
    await manager.looksAt('invite')
    await manager.follows('Invite many at once with a file (CSV)')
    await manager.looksAt('invite-many')
  })

  it('when they give a file, they see first what will happen to every row', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, index) => `Person ${key} ${index},p${key}-${index}@example.org,Assistant,,,`,
    )
    const file = [
      'Name;E-mail;Job title;Team;Permissions;Starts on',
      `Ada Example ${key};${email};Therapy assistant;Stroke ward;;`,
      `Bo Example ${key};no e-mail;Reablement worker;;;`,
      'Tamsin Oyelaran-Pike;tamsin@example.org;Assistant;;;',
      `Cy Example ${key};cy-at-example.org;Assistant;Ward 99;;31/2/2027`,
      ...rows.map((row) => row.replaceAll(',', ';')),
    ].join('\r\n')
    await manager.page.getByLabel('CSV file').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file, 'latin1'),
    })
    await manager.presses('Look at the rows')
    await manager.reads('Nothing is sent yet.')
    await manager.reads(/is not an e-mail address/)
    await manager.reads(/You have no team “Ward 99”/)
    await manager.looksAt('preview')
    batch = new URL(manager.page.url()).pathname
    await manager.page.getByRole('link', { name: 'To be put right' }).click()
    await manager.reads('To be put right')
    await manager.looksAt('preview-errors')
  })

  it('and invites the others, and watches how far it is', async () => {
    await manager.goesTo(batch)
    await manager.presses('Invite 62 people')
    await manager.reads(/of 62 people|62 people are invited/)
    await manager.looksAt('progress')
    await manager.page.getByRole('heading', { name: '62 people are invited' }).waitFor()
    await manager.reads('1 person has no e-mail address')
    await manager.looksAt('invited')
  })

  it('and prints the code of who has no e-mail', async () => {
    await manager.presses('Make and print the code')
    await manager.reads('Print this page now.')
    code = await manager.page.locator('.lanyard-sheet__code').innerText()
    await manager.looksAt('sheet')
    await manager.looksAtPaper('sheet-on-paper')
    await manager.follows('I have them on paper: go back')
    await manager.goesTo(`/orgs/${trust}/people/invitations`)
    await manager.looksAt('invitations')
  })

  it('then whoever got the letter sees what it means before they say yes', async () => {
    invited = await come('invited')
    const letter = await newestLetter(invited, email)
    const link = /http:\S+/.exec(letter)?.[0] ?? ''
    await invited.goesTo(new URL(link).pathname)
    await invited.reads('What it will not see')
    expect(invited.page.url()).not.toContain(link.split('/').at(-1))
    await invited.looksAt('offer')
    await invited.presses('Yes, join Merrowfell Hospitals NHS Trust')
    await invited.reads('Enter your name')
    await invited.looksAt('offer-wrong')
    await invited.page.getByLabel('Your name, as you want it').fill(`Ada Newcomer ${key}`)
    await invited.page.getByLabel('From my work').check()
    await invited.presses('Yes, join Merrowfell Hospitals NHS Trust')
    await invited.reads('Keep your passport when you change job')
    await invited.follows('Not now')
    await invited.reads(`Welcome, Ada Newcomer ${key}`)
    await invited.looksAt('welcome')
    await invited.goesTo('/account/jobs')
    await invited.reads('Therapy assistant')
    await invited.looksAt('own-jobs')
  })

  it('and whoever has no e-mail joins with the code, and can make a recovery sheet', async () => {
    colleague = await come('without-email')
    await colleague.goesTo('/join')
    await colleague.looksAt('join')
    await colleague.page.getByLabel('Code from your page').fill('7K2M-9QXT-4HDW-R3VB')
    await colleague.presses('Continue')
    await colleague.reads(/That code does not work/)
    await colleague.page.getByLabel('Code from your page').fill(code.toLowerCase())
    await colleague.presses('Continue')
    await colleague.reads('Are you new here?')
    await colleague.page.getByLabel('Your name, as you want it').fill(`Bo Newcomer ${key}`)
    await colleague.presses('Yes, join Merrowfell Hospitals NHS Trust')
    await colleague.presses('Make a recovery sheet')
    await colleague.presses('Show me the codes')
    await colleague.reads('Print this page or write the codes down now.')
    await colleague.goesTo('/join')
    await colleague.signsOut()
    await colleague.goesTo('/join')
    await colleague.page.getByLabel('Code from your page').fill(code)
    await colleague.presses('Continue')
    await colleague.reads('This invitation was used')
    await colleague.looksAt('used')
  })

  it('and the manager finds both, and gives one of them a permission', async () => {
    await manager.goesTo(`/orgs/${trust}/people?q=${encodeURIComponent(`newcomer ${key}`)}`)
    await manager.reads('Works here now: 2')
    await manager.follows(`Ada Newcomer ${key}`)
    await manager.reads('Stroke ward')
    await manager.looksAt('person')
    await manager.presses('Give a permission')
    await manager.page.getByLabel('Sign off', { exact: true }).check()
    await manager.looksAt('give-permission')
    await manager.presses('Give this permission')
    await manager.reads('The permission is given')
    await manager.looksAt('given')
    await manager.goesTo(`/orgs/${trust}/people/reviews`)
    await manager.looksAt('reviews')
    await manager.page
      .getByRole('button', { name: /Keep for a year/ })
      .first()
      .click()
    await manager.reads('Decided today')
    await manager.looksAt('reviewed')
    await manager.goesTo(`/orgs/${trust}/people/registrations`)
    await manager.looksAt('registrations')
  })
})
