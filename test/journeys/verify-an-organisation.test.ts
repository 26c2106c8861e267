/** An organisation without a web address is asked for, and two stewards verify it. */
import { describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { type Arrival, demonstration } from './demonstration.ts'
import { newestLetter } from './post-box.ts'

const { arrive } = demonstration()

const ways: readonly { where: string; name: string; way: Omit<Arrival, 'journey'> }[] = [
  { where: 'on a phone', name: 'Gorsemere Home Care', way: { screen: phone } },
  { where: 'at a desk', name: 'Alderwhit Home Care', way: { screen: desk } },
  {
    where: 'on a phone without script',
    name: 'Sedgelow Home Care',
    way: { screen: phone, script: false },
  },
]

describe.each(ways)('an organisation is verified by two stewards $where', ({ name, way }) => {
  const come = (who: string) => arrive({ journey: `verify-organisation-${who}`, ...way })
  let worker: Visitor
  let first: Visitor
  let second: Visitor
  let anybody: Visitor

  it('given somebody who does not find their organisation, and asks for it', async () => {
    worker = await come('worker')
    await worker.signsInAs('Halina Drummock-Shah')
    await worker.goesTo('/orgs')
    await worker.looksAt('register')
    await worker.page.getByLabel('Name').fill(name)
    await worker.presses('Search')
    await worker.reads('Nothing was found.')
    await worker.follows('Ask us to add your organisation')
    await worker.presses('Send to the stewards')
    await worker.reads('There is a problem')
    await worker.looksAt('ask-with-errors')
    await worker.page.getByLabel('Its full name').fill(name)
    await worker.page.getByLabel('Care provider').check()
    await worker.page.getByLabel('England').check()
    await worker.page.getByLabel('Which sector?').selectOption('Social care')
    await worker.page.getByLabel('Is it in a public register?').selectOption('cqc')
    await worker.page.getByLabel('Its number in that register').fill('DEMO-1-77')
    await worker.presses('Send to the stewards')
    await worker.reads('A steward will look at it.')
    await worker.looksAt('asked')
  })

  it('when a steward adds it to the register and proposes to verify it', async () => {
    first = await come('first-steward')
    await first.signsInAs('Ikenna Ravensdale-Quirke')
    await first.follows('Team')
    await first.follows('Organisations: verify, rename, merge, close')
    await first.reads('Organisations: what needs doing')
    await first.looksAt('work')
    await first.follows(name)
    await first.looksAt('request')
    await first.presses('Add it to the register')
    await first.looksAt('add')
    await first.presses('Check before adding')
    await first.reads('Its address never changes')
    await first.looksAt('check-adding')
    await first.presses('Add it')
    await first.reads('Two stewards can now verify it.')
    await first.looksAt('added')
    await first.presses('Propose to verify it')
    await first.page.getByLabel('An entry in a public register').check()
    await first.page.getByLabel('Which register?').selectOption('cqc')
    await first.page.getByLabel('Its number there').fill('DEMO-1-77')
    await first.page.getByLabel('A letter on paper').check()
    const letter = first.page.getByRole('group', { name: 'The date of the letter' })
    await letter.getByLabel('Day').fill('2')
    await letter.getByLabel('Month').fill('11')
    await letter.getByLabel('Year').fill('2026')
    await first.presses(/^Propose$/)
    await first.reads('There is a problem')
    await first.looksAt('propose')
    await first.page.getByLabel('I have seen this evidence myself').check()
    await first.presses(/^Propose$/)
  })

  it('then they cannot confirm it themselves', async () => {
    await first.reads('This waits for another steward')
    expect(await first.page.getByLabel('Confirm: it is who it says').count()).toBe(0)
    await first.looksAt('own-proposal')
    anybody = await come('anybody')
    await anybody.goesTo(`/orgs?name=${encodeURIComponent(name)}`)
    await anybody.follows(name)
    await anybody.reads('Nobody has verified who this is.')
    await anybody.looksAt('not-verified')
  })

  it('when a second steward has seen the evidence and confirms', async () => {
    second = await come('second-steward')
    await second.signsInAs('Perpetua Lindqvist-Amadi')
    await second.goesTo('/stewards/organisations')
    await second.follows(name)
    await second.reads('Care Quality Commission, DEMO-1-77')
    await second.reads('You are the second steward')
    await second.page.getByLabel('Confirm: it is who it says').check()
    await second.page.getByLabel('I have seen the evidence myself').check()
    await second.looksAt('proposal')
    await second.presses('Send my decision')
    await second.reads('It can issue from today.')
    await second.looksAt('confirmed')
  })

  it('and names whoever manages people there first', async () => {
    await second.follows('Name a manager')
    await second.page.getByLabel('Their name').fill('Nerys Example')
    await second.page.getByLabel('Their job title').fill('Registered manager')
    await second.presses('Send the letter')
    await second.reads('There is a problem')
    await second.looksAt('first-manager')
    const address = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
    await second.page.getByLabel('Their e-mail address').fill(address)
    await second.presses('Send the letter')
    await second.reads('They have not answered yet.')
    await second.looksAt('invited')
    const letter = await newestLetter(second, address)
    const manager = await come('manager')
    await manager.goesTo(new URL(/http:\S+/.exec(letter)?.[0] ?? '').pathname)
    await manager.page.getByLabel('Your name').fill('Nerys Example')
    await manager.page.getByLabel('From my work').check()
    await manager.presses(`Yes, join ${name}`)
    await manager.reads('Keep your passport when you change job')
  })

  it('with what shows that the organisation wants them, and why', async () => {
    await second.goesTo('/stewards/organisations')
    await second.reads('No manager')
    await second.looksAt('no-manager')
    await second.page.getByRole('link', { name, exact: true }).click()
    await second.follows('Name a manager')
    await second.presses('Make Nerys Example a manager there')
    await second.reads('Select what shows that the organisation wants them')
    await second.looksAt('naming-with-errors')
    await second.page.getByLabel(/A letter on its paper/).check()
    await second.page.getByLabel('Why does it need a manager?').fill('It is new here.')
    await second.presses('Make Nerys Example a manager there')
    await second.reads('It has a manager now')
    await second.reads(/Why: It is new here/)
    await second.looksAt('manager-named')
  })

  it('then everybody sees who vouches for it, and until when', async () => {
    await anybody.page.reload()
    await anybody.reads(/Verified by two stewards of Lanyard Framework Stewards/)
    await anybody.looksAt('verified')
    await second.goesTo('/stewards/organisations')
    await second.looksAt('work-done')
  })
})

describe.each([
  { where: 'on a phone', team: 'Gait clinic', screen: phone },
  { where: 'at a desk', team: 'Hand clinic', screen: desk },
])('its manager keeps its sites and teams $where', ({ team, screen }) => {
  it('adds a team at a site, and sees until when the organisation can issue', async () => {
    const manager = await arrive({ journey: 'sites-and-teams', screen })
    await manager.signsInAs('Odette Pargeter-Nkemelu')
    await manager.goesTo('/orgs/merrowfell-hospitals/teams')
    await manager.looksAt('teams')
    await manager.presses('Add a team')
    await manager.presses('Save')
    await manager.reads('Enter the name of the team')
    await manager.looksAt('team-with-errors')
    await manager.page.getByLabel('Name').fill(team)
    await manager.page.getByLabel('At which site?').selectOption('Saltbeck Hospital')
    await manager.presses('Save')
    await manager.follows(team)
    await manager.looksAt('team')
    await manager.goesTo('/orgs/merrowfell-hospitals/ask-to-be-verified')
    await manager.reads('Your organisation can issue.')
    await manager.looksAt('ask-to-be-verified')
  })
})
