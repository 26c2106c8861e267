/** A worker finds a course by what is missing for them, asks, a manager says yes, and it is in the passport. */
import { beforeAll, describe, it } from 'vitest'
import { phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'

const { arrive } = demonstration()

const ways = [
  { name: 'on a phone', covers: '3.9', script: true },
  { name: 'on a phone without script', covers: '3.8', script: false },
]

describe.each(ways)('finding and doing learning $name', ({ name, covers, script }) => {
  const course = `Telling the right person, ${name}`
  let lead: Visitor
  let worker: Visitor
  let manager: Visitor

  beforeAll(async () => {
    const setting = { journey: 'find-and-do-learning', screen: phone, script }
    lead = await arrive(setting)
    worker = await arrive(setting)
    manager = await arrive(setting)
    await lead.signsInAs('Odette Pargeter-Nkemelu')
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await manager.signsInAs('Priya Castellane-Dodd')
  })

  it('given a provider that offers a course on reporting what one notices', async () => {
    await lead.goesTo('/orgs/merrowfell-hospitals/courses')
    await lead.looksAt('courses-you-offer')
    await lead.presses('Add a course')
    const { page } = lead
    await page.getByLabel('What is it called?').fill(course)
    await page.getByLabel('Level').selectOption('entry')
    await page.getByLabel('Which statements does it cover?').fill(covers)
    await page.getByLabel('In person', { exact: true }).check()
    await page.getByLabel('Town or place').fill('Fernhollow')
    await page.getByLabel('Nation').selectOption('england')
    await page.getByLabel('How many hours does it take?').fill('three')
    await page.getByLabel('What does it cost a worker or their employer?').fill('Free')
    await lead.presses('Add this course')
    await lead.reads('Enter how many hours it takes, such as 3 or 7.5')
    await lead.looksAt('course-to-be-mended')
    await page.getByLabel('How many hours does it take?').fill('3')
    await lead.presses('Add this course')
    await lead.reads('People can find it now.')
    await lead.looksAt('course-added')
  })

  it('when the worker looks for what is missing for them, and asks', async () => {
    await worker.goesTo('/passport')
    await worker.follows('Find learning')
    await worker.reads(/Covers, of what you look for/)
    await worker.looksAt('find-learning')
    await worker.follows(course)
    await worker.looksAt('course')
    await worker.page
      .getByLabel('Why would it help? (optional)')
      .fill('I am often first to notice.')
    await worker.presses('Ask my manager')
    await worker.reads('Your managers can see it now.')
    await worker.looksAt('asked')
  })

  it('and the manager says yes, with how it is done', async () => {
    await manager.goesTo('/team')
    await manager.follows('What people ask to learn')
    await manager.looksAt('asked-of-me')
    await manager.follows(`Tamsin Oyelaran-Pike: ${course}`)
    await manager.presses('Send my answer')
    await manager.reads('Select yes, or not this time')
    await manager.page.getByLabel('Yes, they can do it').check()
    await manager.page.getByLabel('What you say to them').fill('Yes, in your paid hours.')
    await manager.looksAt('answering')
    await manager.presses('Send my answer')
    await manager.reads('They can see your answer now.')
  })

  it('then the worker was there, and one press puts it in the passport', async () => {
    await worker.goesTo('/learning/mine')
    await worker.looksAt('my-learning')
    await worker.follows(course)
    await worker.reads('Yes, in your paid hours.')
    await worker.looksAt('yes')
    await worker.presses('I was there')
    await worker.reads('You can put it in your passport now.')
    await worker.looksAt('was-there')
    await worker.presses('Put it in my passport')
    await worker.reads('It is in your passport.')
    await worker.reads(course)
    await worker.looksAt('in-the-passport')
  })

  it('and what nobody offers is told to providers, without a name', async () => {
    await worker.goesTo('/learning?covers=6.4')
    await worker.reads('Nobody offers this here yet.')
    await worker.looksAt('nothing-found')
    await worker.page.getByLabel(/^6\.4/).check()
    await worker.presses('Tell providers that this is missing near me')
    await worker.reads('They do not see your name.')
    await lead.goesTo('/orgs/merrowfell-hospitals/courses/wanted')
    await lead.reads('Nothing can be shown yet.')
    await lead.looksAt('wanted')
  })

  it('and what helps them is shared with a manager, offered, and taken up', async () => {
    await worker.goesTo('/what-helps-me')
    await worker.looksAt('what-helps-me')
    await worker.presses('Add what helps me')
    await worker.page.getByLabel('Time to learn').check()
    await worker.page.getByLabel('What helps you?').fill(`Half an hour a week to read, ${name}`)
    await worker.looksAt('add-what-helps')
    await worker.presses('Save: only I can see it')
    await worker.page.getByRole('link', { name: 'Time to learn' }).first().click()
    await worker.presses('Share with my managers at Merrowfell Hospitals NHS Trust')
    await worker.reads('Your managers there can see it now.')
    await manager.goesTo('/team/support')
    await manager.page
      .getByRole('link', { name: /Time to learn/ })
      .first()
      .click()
    await manager.page.getByLabel('What can you offer?').fill('Fridays, 2 to 2.30, from next week.')
    await manager.looksAt('offering')
    await manager.presses('Offer this')
    await manager.reads('They can see what you offer.')
    await worker.page.reload()
    await worker.reads('Fridays, 2 to 2.30, from next week.')
    await worker.looksAt('offered')
    await worker.presses('I took this up')
    await worker.reads(/Taken up/)
  })

  it('and where to raise a concern is one link away, and asks for nothing', async () => {
    await worker.goesTo('/passport')
    await worker.page.getByRole('link', { name: 'Speaking up' }).first().click()
    await worker.reads('Nothing about a concern is ever kept here.')
    await worker.looksAt('speaking-up')
    await worker.goesTo('/signposts')
    await worker.looksAt('signposts')
  })
})
