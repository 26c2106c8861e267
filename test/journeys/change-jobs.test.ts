/** One account for every job: a worker leaves one employer, joins another, and keeps the passport. */
import { describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'
import { newestLetter } from './post-box.ts'

const { arrive } = demonstration()
const trust = 'merrowfell-hospitals'
const council = 'quillbourne-adult-social-care'

describe('somebody who changes job', () => {
  let worker: Visitor
  let oldManager: Visitor
  let newManager: Visitor
  let passport = ''

  it('given a worker with answers in a passport', async () => {
    worker = await arrive({ journey: 'change-jobs-worker', screen: phone })
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.goesTo('/passport/assess/3.9/entry')
    const answers = worker.page.getByRole('radio', { name: 'I do this with confidence' })
    for (const answer of await answers.all()) await answer.check()
    await worker.presses('Save my answers')
    await worker.reads(/saved/i)
    await worker.goesTo('/passport')
    passport = await worker.page.locator('main').innerText()
  })

  it('whom a council invites while they still work at the hospital', async () => {
    newManager = await arrive({ journey: 'change-jobs-new', screen: desk })
    await newManager.signsInAs('Moira Kettlewell-Osei')
    await newManager.goesTo(`/orgs/${council}/people/invite`)
    await newManager.page.getByLabel('Their name').fill('Tamsin')
    await newManager.page.getByLabel('Their e-mail address').fill('tamsin@example.org')
    await newManager.page.getByLabel('Job title').fill('Reablement worker')
    await newManager.looksAt('invite')
    await newManager.presses('Invite')
    await newManager.reads('The invitation is on its way by e-mail.')
    await newManager.looksAt('invited')
  })

  it('when they say yes in the account they have, it has two jobs', async () => {
    const letter = await newestLetter(worker, 'tamsin@example.org')
    await worker.goesTo(new URL(/http:\S+/.exec(letter)?.[0] ?? '').pathname)
    await worker.reads('This job is added to your account.')
    await worker.looksAt('offer')
    await worker.presses('Yes, join Quillbourne Council Adult Social Care')
    await worker.reads('Welcome, Tamsin Oyelaran-Pike')
    await worker.goesTo('/account/jobs')
    await worker.reads('Reablement worker')
    await worker.reads('Occupational therapy assistant')
    await worker.looksAt('two-jobs')
  })

  it('and each employer sees its own part', async () => {
    await newManager.goesTo(`/orgs/${council}/people?q=tamsin`)
    await newManager.follows('Tamsin Oyelaran-Pike')
    await newManager.reads('Reablement worker')
    expect(await newManager.page.content()).not.toMatch(/Merrowfell|Occupational therapy assistant/)
    await newManager.looksAt('their-part')
    oldManager = await arrive({ journey: 'change-jobs-old', screen: phone })
    await oldManager.signsInAs('Odette Pargeter-Nkemelu')
    await oldManager.goesTo(`/orgs/${trust}/people?q=tamsin`)
    await oldManager.follows('Tamsin Oyelaran-Pike')
    expect(await oldManager.page.content()).not.toMatch(/Quillbourne|Reablement/)
    await oldManager.looksAt('their-part')
  })

  it('when the hospital ends the job, the account and the passport stay as they are', async () => {
    await oldManager.follows(/End this job/)
    await oldManager.looksAt('end-job')
    await oldManager.presses('End this job')
    await oldManager.reads('The end of the job is recorded.')
    await oldManager.looksAt('ended')
    const yesterday = new Date(Date.now() - 86_400_000)
    await oldManager.page.getByRole('link', { name: /Change the last day/ }).click()
    const day = oldManager.page.getByRole('group', { name: 'Last day of work' })
    await day.getByLabel('Day').fill(String(yesterday.getDate()))
    await day.getByLabel('Month').fill(String(yesterday.getMonth() + 1))
    await day.getByLabel('Year').fill(String(yesterday.getFullYear()))
    await oldManager.presses('End this job')
    await oldManager.reads('They stay: take back the end of this job')
    await worker.goesTo('/account/jobs')
    await worker.reads('Where you worked before')
    await worker.looksAt('one-job')
    await worker.goesTo('/passport')
    expect(await worker.page.locator('main').innerText()).toBe(passport)
    await oldManager.goesTo(`/orgs/${trust}/people?q=tamsin`)
    await oldManager.reads('Nobody was found.')
    await oldManager.looksAt('gone')
  })

  it('and they record that they leave the new one themselves, when that time comes', async () => {
    await worker.goesTo('/account/jobs')
    await worker.follows(/I am leaving this job/)
    await worker.looksAt('leave')
    await worker.presses('Save my last day')
    await worker.reads('The last day of that job is recorded.')
    await newManager.page.reload()
    await newManager.reads(/They said so themselves/)
  })

  it('and a professional records a registration, which a colleague looks up', async () => {
    const professional = await arrive({ journey: 'change-jobs-professional', screen: phone })
    await professional.signsInAs('Farzana Whitlock-Rahimi')
    await professional.goesTo('/account/registration')
    await professional.looksAt('registration')
    await professional.page.getByLabel('Register and profession').selectOption('hcpc:dietetics')
    await professional.page.getByLabel('Registration number').fill('OT12345')
    await professional.presses('Save')
    await professional.reads(/begins with DT/)
    await professional.looksAt('registration-wrong')
    await professional.page
      .getByLabel('Register and profession')
      .selectOption('hcpc:occupational-therapy')
    await professional.presses('Save')
    await professional.reads('Nobody has looked it up yet')
    await professional.looksAt('registered')
    await oldManager.goesTo(`/orgs/${trust}/people/registrations`)
    await oldManager.follows(/Look it up.*Farzana/)
    await oldManager.looksAt('check-registration')
    await oldManager.page.getByLabel('This number is theirs, and they are registered now').check()
    await oldManager.presses('Save what I found')
    await oldManager.reads('What you found on the register is recorded.')
    await oldManager.looksAt('checked')
    await professional.page.reload()
    await professional.reads(/Checked on .* by Merrowfell/)
  })
})
