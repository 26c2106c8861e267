/** A worker prepares an appraisal, both meet, and both agree a development plan. */
import { beforeAll, describe, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'

const { arrive } = demonstration()

describe('an appraisal at phone width', () => {
  let worker: Visitor
  let supervisor: Visitor
  let appraisal = ''

  beforeAll(async () => {
    worker = await arrive({ journey: 'appraise-worker', screen: phone })
    supervisor = await arrive({ journey: 'appraise-supervisor', screen: desk })
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await supervisor.signsInAs('Farzana Whitlock-Rahimi')
  })

  it('given somebody who is supervised', async () => {
    await worker.goesTo('/appraisal')
    await worker.reads('An appraisal is held with somebody who supervises you.')
    await worker.looksAt('nobody-yet')
    await supervisor.goesTo('/team/supervision/ask?name=Tamsin')
    await supervisor.page.getByLabel('Tamsin Oyelaran-Pike').check()
    await supervisor.looksAt('begin-a-supervision')
    await supervisor.presses('Ask')
    await worker.goesTo('/supervision')
    await worker.looksAt('asked')
    await worker.presses('Say yes')
    await worker.reads('You said yes.')
  })

  it('when they prepare it under prompts, as a draft first', async () => {
    await worker.goesTo('/appraisal')
    await worker.looksAt('begin')
    await worker.presses(/Begin an appraisal with Farzana/)
    await worker.reads('Prepare it, and show it')
    appraisal = new URL(worker.page.url()).pathname
    await worker.presses('Prepare it')
    await worker.looksAt('prepare')
    await worker.page.getByLabel('What went well?').fill('People ask me about the new frames.')
    await worker.presses('Save for me, to go on later')
    await worker.reads('Your draft is saved.')
    await supervisor.goesTo(appraisal)
    await supervisor.reads('Not shown to you yet.')
    await supervisor.looksAt('not-shown-yet')
    await worker.presses('Change my preparation')
    await worker.page.getByLabel('What do you want next?').fill('To stay, and teach others.')
    await worker.presses(/Save and show Farzana/)
    await worker.reads('can read what you prepared')
    await worker.looksAt('shown')
  })

  it('and both meet and write', async () => {
    await supervisor.goesTo(appraisal)
    await supervisor.reads('People ask me about the new frames.')
    await supervisor.looksAt('prepared')
    await supervisor.presses('Set the day')
    const today = new Date()
    const day = supervisor.page.locator('#meeting')
    await day.getByLabel('Day').fill(String(today.getDate()))
    await day.getByLabel('Month').fill(String(today.getMonth() + 1))
    await day.getByLabel('Year').fill(String(today.getFullYear()))
    await supervisor.page.getByLabel('Your note of the meeting').fill('A good year on the ward.')
    await supervisor.looksAt('meeting')
    await supervisor.presses('Save')
    await supervisor.reads('What you wrote is saved.')
  })

  it('then put in a plan what comes next, and both agree to it', async () => {
    await worker.goesTo(appraisal)
    await worker.presses('Add to the plan')
    await worker.page.getByLabel('Something to learn').check()
    await worker.page.getByLabel('In a few words').fill('Show a new colleague the frames')
    await worker.page.getByLabel('Who helps?').fill('A physiotherapist on the ward')
    await worker.looksAt('plan-item')
    await worker.presses('Save')
    await worker.reads('The plan is saved.')
    await worker.looksAt('plan')
    await worker.presses('Agree to this plan')
    await worker.reads('has not yet')
    await supervisor.goesTo(appraisal)
    await supervisor.reads('Read the plan, and agree to it')
    await supervisor.looksAt('your-turn')
    await supervisor.presses('Agree to this plan')
    await supervisor.reads('You both agreed the plan on')
    await supervisor.looksAt('agreed')
  })

  it('and later says how each thing goes', async () => {
    await worker.goesTo(appraisal)
    await worker.looksAt('agreed')
    await worker.follows('Show a new colleague the frames')
    await worker.page.getByLabel('Done', { exact: true }).check()
    await worker.looksAt('how-it-goes')
    await worker.presses('Save')
    await worker.reads('The plan is saved.')
    await worker.goesTo('/appraisal')
    await worker.looksAt('list')
  })
})
