/** A data protection complaint (DPA 2018 s.164A): sent with an account and without, and answered. */
import { describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { type Arrival, demonstration } from './demonstration.ts'

const { arrive } = demonstration()

const ways: readonly { name: string; way: Omit<Arrival, 'journey'> }[] = [
  { name: 'on a phone', way: { screen: phone } },
  { name: 'at a desk', way: { screen: desk } },
  { name: 'on a phone without script', way: { screen: phone, script: false } },
]

describe.each(ways)('somebody complains $name', ({ way }) => {
  const come = (who: string) => arrive({ journey: `complain-${who}`, ...way })
  let passerBy: Visitor
  let worker: Visitor
  let steward: Visitor
  let reference = ''
  let code = ''

  it('given somebody without an account who reads how information is used', async () => {
    passerBy = await come('passer-by')
    await passerBy.goesTo('/')
    await passerBy.follows('Privacy')
    await passerBy.reads('What is kept about me?')
    await passerBy.looksAt('privacy')
    await passerBy.follows('Cookies')
    await passerBy.looksAt('cookies')
  })

  it('when they complain, and forget half of it', async () => {
    await passerBy.goesTo('/privacy')
    await passerBy.follows('Complain to us')
    await passerBy.looksAt('form')
    await passerBy.page.getByLabel('Lanyard, this service').check()
    await passerBy.page.getByLabel('What happened?').fill('A link still shows my old name.')
    await passerBy.presses('Send my complaint')
    await passerBy.reads('Enter what would put it right')
    await passerBy.looksAt('faults')
  })

  it('and then send all of it', async () => {
    await passerBy.page.getByLabel('What would put it right?').fill('Show my name of now.')
    await passerBy.page.getByLabel('Your name', { exact: true }).fill('Anneli Brookes')
    await passerBy.page.getByLabel('By post').check()
    await passerBy.page.getByLabel('Postal address').fill('1 High Street\nExampleton')
    await passerBy.presses('Send my complaint')
    await passerBy.reads('We have your complaint')
    await passerBy.looksAt('sent')
    const words = (await passerBy.page.textContent('main')) ?? ''
    reference = /DP-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)?.[0] ?? ''
    code = /([0-9A-Z]{4}-){2}[0-9A-Z]{4}/.exec(words.replace(reference, ''))?.[0] ?? ''
    expect([reference, code]).not.toContain('')
  })

  it('then a steward finds it, acknowledges it and answers it', async () => {
    steward = await come('steward')
    await steward.signsInAs('Ikenna Ravensdale-Quirke')
    await steward.goesTo('/privacy/complaints')
    await steward.reads(/29 days left to acknowledge/)
    await steward.looksAt('list')
    await steward.follows(reference)
    await steward.reads('You have to write to them by post:')
    await steward.looksAt('to-answer')
    await steward.page.getByLabel('Acknowledge it').fill('Ikenna looks into it.')
    await steward.presses('Acknowledge')
    await steward.reads('It is kept. Now write to them by post')
    await steward.looksAt('acknowledged')
    await steward.page.getByText('Answer it').click()
    await steward.page.getByLabel('We agree with you').check()
    await steward.page.getByLabel('The answer').fill('Your name is put right on the link.')
    await steward.presses('Send the answer')
    await steward.reads('Answered')
    await steward.looksAt('answered')
  })

  it('and they read what came of it, with their reference and code', async () => {
    await passerBy.goesTo('/privacy/complaint/follow')
    await passerBy.looksAt('follow')
    await passerBy.page.getByLabel('Reference').fill(reference)
    await passerBy.page.getByLabel('Code').fill(code)
    await passerBy.presses('See it')
    await passerBy.reads('Your name is put right on the link.')
    await passerBy.looksAt('outcome')
  })

  it('and a worker who is signed in needs no code', async () => {
    worker = await come('worker')
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.goesTo('/privacy/complaint')
    await worker.page.getByLabel('Lanyard, this service').check()
    await worker.page.getByLabel('What happened?').fill('I cannot see who looked.')
    await worker.page.getByLabel('What would put it right?').fill('Show it to me.')
    await worker.page.getByLabel('Only here, in Lanyard').check()
    await worker.looksAt('form')
    await worker.presses('Send my complaint')
    await worker.follows('see where your complaint stands')
    await worker.reads('I cannot see who looked.')
    await worker.looksAt('progress')
    await worker.goesTo('/privacy/complaints')
    await worker.looksAt('own-list')
  })
})
