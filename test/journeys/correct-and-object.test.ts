/** A worker puts their own name right, asks an employer to put a record right, and objects to a use. */
import { describe, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { type Arrival, demonstration } from './demonstration.ts'

const { arrive } = demonstration()

const ways: readonly { name: string; key: string; way: Omit<Arrival, 'journey'> }[] = [
  { name: 'on a phone', key: 'a', way: { screen: phone } },
  { name: 'at a desk without script', key: 'b', way: { screen: desk, script: false } },
]

describe.each(ways)('a record is put right $name', ({ way, key }) => {
  const come = (who: string) => arrive({ journey: `correct-${who}`, ...way })
  const wrong = `My title is wrong: I am a senior assistant (${key}).`
  const reason = 'I do not want my figures to be counted.'
  let worker: Visitor
  let manager: Visitor

  it('given a worker who finds where things are put right', async () => {
    worker = await come('worker')
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.goesTo('/account/your-record')
    await worker.looksAt('record')
    await worker.follows('Put something right')
    await worker.looksAt('correct')
  })

  it('when they forget their name, and then write it', async () => {
    const name = worker.page.getByLabel('Your name', { exact: true })
    await name.fill('')
    await worker.presses('Save my details')
    await worker.reads('There is a problem')
    await worker.looksAt('no-name')
    await name.fill('Tamsin Oyelaran-Pike')
    await worker.presses('Save my details')
    await worker.reads('Your details are changed.')
    await worker.looksAt('saved')
  })

  it('and ask their employer to put their job right', async () => {
    await worker.page.getByRole('link', { name: /put it right ?: Your job/ }).click()
    await worker.looksAt('ask')
    await worker.presses('Send')
    await worker.reads('There is a problem')
    await worker.looksAt('ask-faults')
    await worker.page.getByLabel('What is wrong, and what should it say?').fill(wrong)
    await worker.presses('Send')
    await worker.reads('Merrowfell Hospitals NHS Trust has received it.')
    await worker.looksAt('asked')
  })

  it('then a manager there reads it and answers', async () => {
    manager = await come('manager')
    await manager.signsInAs('Priya Castellane-Dodd')
    await manager.goesTo('/team')
    await manager.follows('Requests to put a record right, and objections')
    await manager.looksAt('list')
    await manager.page
      .getByRole('listitem')
      .filter({ hasText: 'Waiting' })
      .getByRole('link')
      .first()
      .click()
    await manager.reads(wrong)
    await manager.looksAt('to-answer')
    await manager.page.getByLabel('We put it right', { exact: true }).check()
    await manager.page.getByLabel('Your answer').fill('Your job is recorded anew from today.')
    await manager.presses('Send the answer')
    await manager.reads('Your answer is sent.')
    await manager.looksAt('answered')
  })

  it('and the worker reads the answer, and objects to another use', async () => {
    await worker.goesTo('/account/asked')
    await worker.reads('It was put right')
    await worker.looksAt('list')
    await worker.page
      .getByRole('link', { name: /Request to put a record right/ })
      .first()
      .click()
    await worker.reads('Your job is recorded anew from today.')
    await worker.looksAt('answer')
    await worker.goesTo('/privacy')
    await worker.page
      .getByRole('link', { name: /^Object/ })
      .first()
      .click()
    await worker.looksAt('object')
    await worker.page.getByLabel('Why do you object?').fill(reason)
    await worker.presses('Send')
    await worker.reads(reason)
    await worker.looksAt('objected')
  })
})
