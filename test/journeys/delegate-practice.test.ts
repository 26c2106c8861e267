/** A therapist delegates practice with equipment; the worker takes one task and not the other; one lapses. */
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { phone, type Visitor } from './at-a-browser.ts'
import { behindThePages } from './behind-the-pages.ts'
import { demonstration } from './demonstration.ts'
import { newestLetter } from './post-box.ts'

let dataDir = ''
const { arrive } = demonstration(async () => {
  dataDir = await temporaryFolder()
  return { DATA_DIR: dataDir }
})

describe('tasks that are delegated', () => {
  let worker: Visitor
  let therapist: Visitor

  it('given a worker who is signed off for equipment', async () => {
    worker = await arrive({ journey: 'delegate-worker', screen: phone })
    therapist = await arrive({ journey: 'delegate-therapist', screen: phone })
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.goesTo('/delegations')
    await worker.looksAt('nothing-yet')
    await worker.goesTo('/passport/code?section=3.11')
    await worker.presses('Show a code for these')
    const code = await worker.page.locator('.lanyard-code-shown').innerText()
    await therapist.signsInAs('Farzana Whitlock-Rahimi')
    await therapist.goesTo('/team/code')
    await therapist.page.getByLabel('The six figures on their phone').fill(code)
    await therapist.presses('Continue')
    for (const box of await therapist.page.locator('input[name="codes"]').all()) await box.check()
    for (const part of await therapist.page.locator('input[name^="parts-"]:visible').all()) {
      await part.check()
    }
    await therapist.page.getByLabel('Where were you?').fill('Stroke ward')
    await therapist.presses('Confirm and sign')
    await therapist.reads('Signed off')
  })

  it('when the worker looks whether they may be asked, they see where they stand', async () => {
    await worker.goesTo('/delegations/tasks')
    await worker.looksAt('tasks')
    await worker.follows('Practise using equipment with a person')
    await worker.reads('May I be asked to do this?')
    await worker.looksAt('may-i')
  })

  it('and the therapist asks for two tasks', async () => {
    await therapist.goesTo('/delegations')
    await therapist.looksAt('delegations')
    await therapist.follows('Ask a worker to take on a task')
    await therapist.page.getByLabel('Part of their name').fill('Tamsin')
    await therapist.presses('Look')
    await therapist.reads('Occupational therapy assistant')
    await therapist.looksAt('whom')
    await therapist.follows('Tamsin Oyelaran-Pike')
    await therapist.page.getByLabel('Practise using equipment with a person').check()
    await therapist.page.getByLabel('Practise in the kitchen').check()
    await therapist.looksAt('tasks')
    await therapist.presses('Look at where they stand')
    await therapist.reads('There may be more')
    await therapist.looksAt('decide')
    await therapist.presses('Ask Tamsin Oyelaran-Pike')
    await therapist.reads('There is a problem')
    await therapist.looksAt('decide-faults')
    await therapist.page
      .getByLabel('What to do, and when to stop and call you')
      .fill('Go over the perching stool as I showed you. Stop and ring me if there is pain.')
    await therapist.page.getByLabel('The person consents').check()
    await therapist.page.getByLabel('I have recorded the consent').check()
    await therapist.page.getByLabel('Nearby, and can come at once').check()
    await therapist.presses('Ask Tamsin Oyelaran-Pike')
    await therapist.reads('They can say yes or no.')
    await therapist.looksAt('asked')
  })

  it('then the worker refuses one and takes the other', async () => {
    await expect
      .poll(() => newestLetter(worker, 'tamsin@example.org').catch(() => ''), { timeout: 60_000 })
      .toContain('You can say yes or no')
    await worker.goesTo('/delegations')
    await worker.looksAt('asked')
    await worker.follows('Practise in the kitchen')
    await worker.reads('You can say no.')
    await worker.looksAt('answer')
    await worker.page.getByLabel('No, I do not take it on').check()
    await worker.page.getByLabel('Anything you want to say').fill('I have not used that hob.')
    await worker.presses('Send my answer')
    await worker.reads('You said no. Only the two of you see it.')
    await worker.looksAt('refused')
    await worker.goesTo('/delegations')
    await worker.follows('Practise using equipment with a person')
    await worker.page.getByLabel('Yes, I take it on').check()
    await worker.presses('Send my answer')
    await worker.reads('You said yes.')
    await worker.looksAt('accepted')
    await therapist.goesTo('/delegations')
    await therapist.reads('Not taken on')
    await therapist.looksAt('answered')
    await therapist.follows('Who does what for me now')
    await therapist.looksAt('glances')
    await therapist.follows('Tamsin Oyelaran-Pike')
    await therapist.reads('As of')
    await therapist.looksAt('glance')
  })

  it('and when a review date passes, both are told and it pauses', async () => {
    await behindThePages(
      dataDir,
      `alter table signing disable trigger user;
       update signing set assessed_on = current_date - 400, review_on = current_date - 1;
       alter table signing enable trigger user;
       insert into pgboss.job (name, data) values ('watch-delegations', '{}')`,
    )
    await expect
      .poll(() => newestLetter(worker, 'tamsin@example.org').catch(() => ''), { timeout: 60_000 })
      .toContain('Nobody has done anything wrong')
    await expect
      .poll(() => newestLetter(therapist, 'farzana@example.org').catch(() => ''), {
        timeout: 60_000,
      })
      .toContain('The task is paused')
    await worker.goesTo('/delegations')
    await worker.follows('Practise using equipment with a person')
    await worker.reads('Do not go on with it for now.')
    await worker.looksAt('paused')
    await therapist.goesTo('/delegations')
    await therapist.follows('Practise using equipment with a person')
    await therapist.reads('Look at it together')
    await therapist.looksAt('paused')
    await therapist.follows('Hand it over to another registrant')
    await therapist.reads('Dominik Hartshorne-Lee')
    await therapist.looksAt('hand-over')
  })

  it('and the worker takes their record along', async () => {
    await worker.goesTo('/delegations/record')
    await worker.reads('No pay band follows from this list')
    await worker.looksAt('record')
    await worker.goesTo('/delegations/code')
    await worker.page.getByLabel('The person whom I support').check()
    await worker.presses('Make a code')
    await worker.reads('Your code')
    await worker.looksAt('code')
    await therapist.goesTo('/delegations/local-tasks')
    await therapist.looksAt('local-tasks')
  })
})
