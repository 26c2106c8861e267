/** A worker who wants to stay sets a goal to deepen, works on its steps, and completes it. */
import { beforeAll, describe, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'

const { arrive } = demonstration()

const ways = [
  { name: 'on a phone', who: 'Tamsin Oyelaran-Pike', script: true },
  { name: 'on a phone without script', who: 'Rhodri Kapasi', script: false },
]

describe.each(ways)('a worker who wants to stay $name', ({ who, script }) => {
  let worker: Visitor

  beforeAll(async () => {
    worker = await arrive({ journey: 'stay-and-deepen', screen: phone, script })
    await worker.signsInAs(who)
  })

  it('given that they find their development from their passport', async () => {
    await worker.follows('My goals and next steps')
    await worker.reads('You do not need one.')
    await worker.looksAt('my-development')
  })

  it('when they choose among four goals that look alike, and none is chosen for them', async () => {
    await worker.presses('Set a goal')
    await worker.reads(/in the order of the alphabet/)
    await worker.looksAt('four-goals')
    await worker.presses('Continue')
    await worker.page.getByRole('link', { name: 'Select what your goal is' }).click()
    await worker.looksAt('none-chosen')
    await worker.page.getByLabel('Deepen where I am').check()
    await worker.presses('Continue')
  })

  it('and say what they want to get better at, with a number that is no business of a goal', async () => {
    const asked = worker.page.getByLabel(/What would you like to get better at/)
    await worker.looksAt('a-new-goal')
    await asked.fill('To listen well, as with 943 476 5919')
    await worker.page.locator('#few').check()
    await worker.presses('Save, and choose next steps')
    await worker.reads(/This may be an NHS number/)
    await worker.looksAt('warned')
    await asked.fill('To listen well when the ward is busy')
    await worker.page.locator('#look-again-day').fill('31')
    await worker.page.locator('#look-again-month').fill('5')
    await worker.page.locator('#look-again-year').fill('2027')
    await worker.presses('Save, and choose next steps')
  })

  it('then they choose a few next steps, each with who can help', async () => {
    await worker.reads('What will you do next?')
    await worker.reads('Who can help: My supervisor.')
    await worker.looksAt('next-steps')
    await worker.page.getByLabel(/Ask somebody I trust to watch me/).check()
    await worker.page.getByLabel('What will you do?').fill('Sit down before I speak, for a week')
    await worker.page.getByLabel('Who can help?').selectOption('me')
    await worker.presses('Save my next steps')
    await worker.reads('Your next steps are saved.')
    await worker.reads(/You will look at this again in May 2027/)
    await worker.looksAt('my-goal')
  })

  it('and tick them off, put one aside, and change one', async () => {
    await worker.presses('I have done this')
    await worker.reads('One step is done.')
    await worker.follows('Change it')
    await worker.looksAt('change-a-step')
    await worker.page.getByLabel('What will you do?').fill('Sit down before I speak, for a month')
    await worker.presses('Save the change')
    await worker.reads('The step is changed.')
    await worker.presses('Put it aside')
    await worker.reads('Nothing is left to do here.')
    await worker.looksAt('steps-done')
  })

  it('and show it to their supervisor because they choose to', async () => {
    await worker.page.getByLabel('Me and my supervisor').check()
    await worker.presses('Save who it is for')
    await worker.reads('Your supervisor can see this goal.')
  })

  it.runIf(script)('and talk about it in supervision', async () => {
    const goal = new URL(worker.page.url()).pathname
    const supervisor = await arrive({ journey: 'stay-and-deepen-supervisor', screen: desk })
    await supervisor.signsInAs('Farzana Whitlock-Rahimi')
    await worker.goesTo('/supervision/ask')
    const options = await worker.page.locator('#colleague option').allInnerTexts()
    const index = options.findIndex((one) => one.startsWith('Farzana'))
    await worker.page.getByLabel('A colleague').selectOption({ index })
    await worker.presses('Ask')
    await supervisor.goesTo('/team/supervision')
    await supervisor.presses('Say yes')
    await supervisor.reads('Goals they show you')
    await supervisor.reads('To listen well when the ward is busy')
    await supervisor.looksAt('goals-shown')
    await planToday(worker)
    await worker.presses('Choose what to talk about')
    await worker.page.getByLabel(/Goal: Deepen where I am/).check()
    await worker.looksAt('agenda')
    await worker.presses('Save the agenda')
    const session = new URL(worker.page.url()).pathname
    await writeUp(supervisor, session)
    await worker.goesTo(session)
    await worker.presses('Confirm this supervision')
    await supervisor.goesTo(session)
    await supervisor.presses('Confirm this supervision')
    await supervisor.reads('Confirmed by both')
    await worker.goesTo(goal)
  })

  it('then they complete it, like any other goal, and it is kept', async () => {
    await worker.presses('Complete this goal')
    await worker.reads('You completed this goal.')
    await worker.page.getByText('What happened so far').click()
    await worker.looksAt('completed')
    await worker.follows('My development')
    await worker.follows('All my goals')
    await worker.reads('Completed, or set aside')
    await worker.looksAt('all-my-goals')
  })
})

async function planToday(worker: Visitor): Promise<void> {
  const today = new Date()
  await worker.goesTo('/supervision')
  await worker.follows('Farzana Whitlock-Rahimi')
  await worker.page.getByLabel('Day', { exact: true }).fill(String(today.getDate()))
  await worker.page.getByLabel('Month', { exact: true }).fill(String(today.getMonth() + 1))
  await worker.page.getByLabel('Year', { exact: true }).fill(String(today.getFullYear()))
  await worker.presses('Plan it')
}

async function writeUp(supervisor: Visitor, session: string): Promise<void> {
  await supervisor.goesTo(session)
  await supervisor.reads('To listen well when the ward is busy')
  await supervisor.presses('Write it up')
  await supervisor.page.getByLabel('For how many minutes?').fill('30')
  await supervisor.page.getByLabel('Your note').fill('We talked about listening.')
  await supervisor.presses('Save')
}
