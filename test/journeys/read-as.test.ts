/** A passport read as Wales and as social care, and who decides what goes together (R24, R25, R26). */
import { describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { type Arrival, demonstration } from './demonstration.ts'

const { arrive } = demonstration()

const ways: readonly { name: string; section: string; way: Omit<Arrival, 'journey'> }[] = [
  { name: 'on a phone', section: '5.2', way: { screen: phone } },
  { name: 'on a phone without script', section: '5.4', way: { screen: phone, script: false } },
]

describe.each(ways)(
  'a worker reads their passport as another framework, $name',
  ({ section, way }) => {
    const come = (who: string) => arrive({ journey: `read-as-${who}`, ...way })
    let worker: Visitor
    let supervisor: Visitor

    it('given a support worker with nothing that counts there yet, who can look all the same', async () => {
      worker = await come('worker')
      await worker.signsInAs('Tamsin Oyelaran-Pike')
      await worker.goesTo('/passport/read-as')
      await worker.looksAt('choose')
      await worker.follows(/Care Workforce Pathway \(2025\): role categories for England/)
      await worker.reads(/Draft: not approved by the owner for social care in England/)
      await worker.looksAt('before')
    })

    it('when a colleague signs something off', async () => {
      await worker.goesTo(`/passport/ask/${section}/entry`)
      await worker.page.getByLabel(/Farzana Whitlock-Rahimi/).check()
      await worker.presses('Ask for sign-off')
      supervisor = await come('supervisor')
      await supervisor.signsInAs('Farzana Whitlock-Rahimi')
      await supervisor.goesTo('/team/requests')
      await supervisor.follows(new RegExp(`Tamsin Oyelaran-Pike: ${section}`))
      await supervisor.page.getByLabel('I watched it').check()
      const seen = supervisor.page.getByRole('group', { name: 'When?' })
      await seen.getByLabel('Day').fill('1')
      await seen.getByLabel('Month').fill('2')
      await seen.getByLabel('Year').fill(String(new Date().getFullYear()))
      await supervisor.page.getByLabel('Where?').fill('Stroke ward')
      await supervisor.presses('Check before signing')
      await supervisor.presses('Confirm and sign')
      await supervisor.reads('Made a mistake?')
    })

    it('then it counts in part as Wales, with what is missing in words, and never as the same', async () => {
      await worker.goesTo('/passport/read-as')
      await worker.follows(/Wales: Skills and Career Development Framework/)
      await worker.reads(/Draft: not approved by the owner for Wales/)
      await worker.reads(new RegExp(`${section} signed off by Farzana Whitlock-Rahimi`))
      await worker.reads(/National Occupational Standards/)
      expect(await worker.page.getByRole('table').innerText()).toContain('Partly covered')
      expect(await worker.page.getByRole('table').innerText()).not.toMatch(/^Covered$/m)
      await worker.looksAt('wales')
      await worker.looksAtPaper('wales-on-paper')
    })

    it('and as social care, code by code', async () => {
      await worker.goesTo('/passport/read-as/care-workforce-pathway/2025')
      await worker.reads('2. Care or support worker')
      await worker.reads(/that nothing of ours has been related to/)
      await worker.looksAt('social-care')
      await worker.goesTo('/passport/read-as/care-certificate/2025')
      await worker.reads(/Basic life support itself/)
      await worker.looksAt('care-certificate')
    })

    it('and as Northern Ireland it says that none is known, and what to do', async () => {
      await worker.goesTo('/passport/read-as')
      await worker.reads(/We know of no framework for allied health support workers in Northern/)
      await worker.reads(/Ask the new employer/)
    })

    it('and a pack for a college says everything in one document', async () => {
      await worker.goesTo('/passport/prior-learning?framework=four-pillars/2021')
      await worker.page.getByLabel('My own answers').check()
      await worker.looksAt('pack-choices')
      await worker.presses('Make the pack')
      await worker.reads('What this does not prove')
      await worker.reads('What remains to be shown')
      await worker.looksAt('pack')
      await worker.looksAtPaper('pack-on-paper')
    })
  },
)

describe('who decides what goes together', () => {
  let first: Visitor
  let second: Visitor
  let owner: Visitor
  let mapping = ''

  it('given a steward who takes up a suggestion for Wales', async () => {
    first = await arrive({ journey: 'read-as-steward', screen: desk })
    await first.signsInAs('Ikenna Ravensdale-Quirke')
    await first.goesTo('/stewards/crosswalks')
    await first.page.locator('summary', { hasText: 'Wales: Skills' }).click()
    await first.looksAt('work')
    await first.page.getByRole('link', { name: '2.2 Career level 2: scope of practice' }).click()
    await first.reads('Suggested by Lanyard’s own draft, confirmed by nobody.')
    await first.looksAt('suggestion')
    await first.presses('Decide')
    await first.looksAt('decide')
    await first.presses('Send my decision')
    await first.reads('Another steward must confirm it.')
    await first.looksAt('decided')
    mapping = new URL(first.page.url()).pathname
  })

  it('when a second steward reads both and confirms', async () => {
    second = await arrive({ journey: 'read-as-second-steward', screen: phone })
    await second.signsInAs('Perpetua Lindqvist-Amadi')
    await second.goesTo('/stewards/crosswalks')
    await second.looksAt('work')
    await second.goesTo(mapping)
    await second.page.getByLabel('Confirm: I come to the same decision').check()
    await second.looksAt('confirm')
    await second.presses('Send my decision')
    await second.reads('It counts now, as a draft until its owner approves it.')
  })

  it('and somebody for Wales approves', async () => {
    owner = await arrive({ journey: 'read-as-owner', screen: phone })
    await owner.signsInAs('Eirlys Okonedo-Vaughan')
    await owner.goesTo('/stewards/crosswalks')
    await owner.reads('Waiting for you to approve')
    await owner.looksAt('work')
    await owner.goesTo(mapping)
    await owner.page.getByLabel('Approve', { exact: true }).check()
    await owner.presses('Send my decision')
    await owner.reads('It is no draft any more.')
    await owner.looksAt('approved')
  })

  it('then anybody can check it', async () => {
    const anybody = await arrive({ journey: 'read-as-anybody', screen: phone })
    await anybody.goesTo('/frameworks/crosswalks')
    await anybody.looksAt('crosswalks')
    await anybody.goesTo('/frameworks/crosswalks/wales-skills-and-career-development/2015')
    await anybody.reads(/Approved by Aberllan Frameworks for Wales/)
    await anybody.looksAt('wales')
    await anybody.goesTo('/frameworks/wales-skills-and-career-development/2015')
    await anybody.looksAt('skeleton')
  })
})
