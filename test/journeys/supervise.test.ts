/** A worker asks for supervision, fills an agenda, and both write, agree and confirm. */
import { beforeAll, describe, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'

const { arrive } = demonstration()

describe('a supervision at phone width', () => {
  let worker: Visitor
  let supervisor: Visitor
  let session = ''

  beforeAll(async () => {
    worker = await arrive({ journey: 'supervise-worker', screen: phone })
    supervisor = await arrive({ journey: 'supervise-supervisor', screen: desk })
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await supervisor.signsInAs('Farzana Whitlock-Rahimi')
  })

  it('given a worker who has said what they do with support', async () => {
    await worker.goesTo('/passport/assess/3.9/entry')
    await worker.page.locator('input[value="with-support"]').first().check()
    await worker.presses('Save')
    await worker.goesTo('/supervision')
    await worker.reads('Nobody supervises you here yet')
    await worker.looksAt('nobody-yet')
  })

  it('when they ask a colleague, who says yes', async () => {
    await worker.presses('Ask a colleague')
    await worker.looksAt('ask')
    const options = await worker.page.locator('#colleague option').allInnerTexts()
    const index = options.findIndex((one) => one.startsWith('Farzana'))
    await worker.page.getByLabel('A colleague').selectOption({ index })
    await worker.presses('Ask')
    await worker.reads('You have asked.')
    await worker.looksAt('asked')
    await supervisor.goesTo('/team/supervision')
    await supervisor.reads('You are asked to supervise Tamsin Oyelaran-Pike')
    await supervisor.looksAt('asked')
    await supervisor.presses('Say yes')
    await supervisor.reads('You said yes.')
    await supervisor.looksAt('agreed')
  })

  it('and plans a day, and fills an agenda in half a minute', async () => {
    await worker.goesTo('/supervision')
    await worker.looksAt('supervised')
    await worker.follows('Farzana Whitlock-Rahimi')
    await worker.looksAt('plan')
    const today = new Date()
    await worker.page.getByLabel('Day', { exact: true }).fill(String(today.getDate()))
    await worker.page.getByLabel('Month', { exact: true }).fill(String(today.getMonth() + 1))
    await worker.page.getByLabel('Year', { exact: true }).fill(String(today.getFullYear()))
    await worker.presses('Plan it')
    await worker.reads('It is planned.')
    session = new URL(worker.page.url()).pathname
    await worker.presses('Choose what to talk about')
    await worker.looksAt('agenda')
    await worker.page.locator('input[name="points"]').first().check()
    await worker.page.getByLabel('Something else').fill('The new rota')
    await worker.presses('Save the agenda')
    await worker.reads('The agenda is saved.')
    await worker.looksAt('planned')
  })

  it('then both write it up and agree on an action', async () => {
    await supervisor.goesTo(session)
    await supervisor.reads('The new rota')
    await supervisor.presses('Write it up')
    await supervisor.looksAt('write')
    await supervisor.page.getByLabel('For how many minutes?').fill('45')
    await supervisor.page.getByLabel('Your note').fill('We looked at how reports are made.')
    await supervisor.presses('Save')
    await supervisor.presses('Add an action')
    await supervisor.looksAt('action')
    await supervisor.page.getByLabel('What will be done?').fill('Write two reports with me')
    await supervisor.page.getByLabel('Tamsin Oyelaran-Pike').check()
    await supervisor.presses('Save')
    await supervisor.reads('Write two reports with me')
    await worker.goesTo(session)
    await worker.presses('Write your note')
    await worker.page.getByLabel('Your note').fill('I feel surer about what to report.')
    await worker.looksAt('write')
    await worker.presses('Save')
    await worker.reads('What you wrote is saved.')
    await worker.looksAt('written')
  })

  it('and both confirm it', async () => {
    await worker.presses('Confirm this supervision')
    await worker.reads('You have confirmed it.')
    await worker.looksAt('confirmed')
    await supervisor.goesTo(session)
    await supervisor.reads('has confirmed it. Read it')
    await supervisor.looksAt('your-turn')
    await supervisor.presses('Confirm this supervision')
    await supervisor.reads('Confirmed by both')
    await supervisor.looksAt('confirmed')
  })

  it('and the action is done, and the reflection is the worker’s alone', async () => {
    await worker.goesTo(session)
    await worker.follows('Write two reports with me')
    await worker.looksAt('action')
    await worker.page.getByLabel('Done', { exact: true }).check()
    await worker.presses('Save')
    await worker.reads('The action is saved.')
    await worker.looksAt('with-supervisor')
    await worker.goesTo(`${session}/reflection`)
    await worker.page.getByLabel('What I think about it').fill('It helped to say it out loud.')
    await worker.looksAt('reflection')
    await worker.presses('Save for me alone')
    await worker.reads('Your private reflection is saved.')
    await worker.goesTo('/supervision/record')
    await worker.looksAt('record')
    await supervisor.goesTo('/supervision/record')
    await supervisor.reads('45 minutes')
    await supervisor.looksAt('record')
    await supervisor.looksAtPaper('record-on-paper')
    await supervisor.goesTo('/team/supervision')
    await supervisor.looksAt('team')
  })
})
