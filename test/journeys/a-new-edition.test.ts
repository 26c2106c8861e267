/** A new edition, from the draft that the demonstration begins to the passport of somebody it touches. */
import { beforeAll, describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'

const { arrive } = demonstration()

/** 4.5 is carried, 4.4 asks to be confirmed again, 1.1.4 is retired. */
const asked = [
  { section: '4.5', level: 'entry' },
  { section: '4.4', level: 'intermediate' },
  { section: '1.1', level: 'entry' },
]

describe('a new edition', () => {
  let first: Visitor
  let second: Visitor
  let worker: Visitor
  let assessor: Visitor
  let manager: Visitor
  let draft = ''

  beforeAll(async () => {
    first = await arrive({ journey: 'a-new-edition', screen: desk })
    second = await arrive({ journey: 'a-new-edition-second', screen: desk })
    worker = await arrive({ journey: 'a-new-edition-worker', screen: phone })
    assessor = await arrive({ journey: 'a-new-edition-assessor', screen: phone })
    manager = await arrive({ journey: 'a-new-edition-manager', screen: phone })
    await first.signsInAs('Ikenna Ravensdale-Quirke')
    await second.signsInAs('Perpetua Lindqvist-Amadi')
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await assessor.signsInAs('Farzana Whitlock-Rahimi')
    await manager.signsInAs('Priya Castellane-Dodd')
  })

  it('given a worker with sign-offs on the words of 2026', async () => {
    for (const { section, level } of asked) {
      await worker.goesTo(`/passport/ask/${section}/${level}`)
      await worker.page.getByLabel(/Farzana Whitlock-Rahimi/).check()
      await worker.presses('Ask for sign-off')
      await worker.reads(/Farzana Whitlock-Rahimi/)
      await assessor.goesTo('/team/requests')
      await assessor.follows(`Tamsin Oyelaran-Pike: ${section}`)
      for (const part of await assessor.page.locator('input[name^="parts-"]:visible').all()) {
        await part.check()
      }
      await assessor.page.getByLabel('I watched it').check()
      const seen = assessor.page.getByRole('group', { name: 'When?' })
      await seen.getByLabel('Day').fill('1')
      await seen.getByLabel('Month').fill('2')
      await seen.getByLabel('Year').fill(String(new Date().getFullYear()))
      await assessor.page.getByLabel('Where?').fill('Stroke ward')
      await assessor.presses('Check before signing')
      await assessor.presses('Confirm and sign')
      await assessor.reads('Made a mistake?')
    }
    await worker.goesTo('/passport/changes')
    await worker.reads('Nothing changed for you.')
    await worker.looksAt('nothing-changed')
  })

  it('and a steward who opens the draft of 2027 and sees what the checks found', async () => {
    await first.goesTo('/drafts')
    await first.follows('ahp-support-worker/2027')
    await first.reads('Draft of ahp-support-worker/2027')
    draft = new URL(first.page.url()).pathname
    await first.looksAt('draft')
    await first.goesTo(`${draft}/files`)
    await first.looksAt('files')
    await first.goesTo(`${draft}/terms`)
    await first.looksAt('terms')
    await first.goesTo(`${draft}/publish`)
    await first.reads('It cannot be published yet.')
    await first.reads('What people hold by the statements that change')
    await first.looksAt('not-yet')
    await first.follows('Findings that must be mended')
    await first.looksAt('findings')
  })

  it('when they take the suggestion, and let the other stand with a reason', async () => {
    await first.presses(/in place of “helps”/)
    await first.reads('1 suggestion taken into the draft.')
    await first.looksAt('taken')
    await first.goesTo(`${draft}/findings?severity=must`)
    await first.follows(/Let it stand, with a reason/)
    await first.page
      .getByLabel('Why may it stand?')
      .fill('Teaching future registered professionals has a section of its own now: 7.4.')
    await first.looksAt('waive')
    await first.presses('Let it stand')
    await first.reads('The finding is waived.')
    await first.looksAt('waived')
  })

  it('and look at what changes, and decide what becomes of every statement', async () => {
    await first.goesTo(`${draft}/changes`)
    await first.looksAt('comparison')
    await first.goesTo(`${draft}/succession`)
    await first.looksAt('fates')
    await first.presses(/Accept all \d+ as unchanged/)
    await first.reads('You accepted the statements in which nothing changed.')
    await first.looksAt('accepted')
    // Its words changed after it was decided: by the suggestion that was taken.
    await first.follows('6.2 entry')
    await first.looksAt('decide-again')
    await first.presses('Save and go on')
    await first.reads('What became of 7.2 assistant practitioner?')
    await first.page.getByLabel('It became several').check()
    await first.page.getByLabel('7.2.2 assistant practitioner').check()
    await first.page
      .getByLabel('Why?')
      .fill('Keeping to what was agreed and saying what is hard are seen on different days.')
    await first.looksAt('decide')
    await first.presses('Save and go on')
    await first.reads('All of them are decided.')
    await first.looksAt('decided')
  })

  it('and send it for review, and the second steward approves it', async () => {
    await first.goesTo(`${draft}/review`)
    await first.looksAt('before-review')
    await first.presses('Send for review')
    await first.reads('The draft is in review.')
    await second.goesTo(`${draft}/review`)
    await second.looksAt('review')
    await second.page.getByLabel('Ready', { exact: true }).check()
    await second.presses('Send my review')
    await second.reads('Your answer is there.')
    await second.presses('Approve this draft')
    await second.reads('The draft is approved. It can be published.')
    await second.looksAt('approved')
  })

  it('then the first sees whom it touches, and publishes it', async () => {
    await first.goesTo(`${draft}/publish`)
    await first.reads('What people hold by the statements that change')
    await first.reads('1.1.4 Education and qualifications, at entry level')
    await first.looksAt('publish')
    await first.page.getByLabel('What is new?').fill('Digital practice is said anew.')
    await first.page.getByLabel(/I know that nobody can change/).check()
    await first.presses('Publish this edition')
    await first.reads('The edition is published.')
    await first.looksAt('published')
  })

  it('and everybody can read what changed, and what became of each statement', async () => {
    const stranger = await arrive({ journey: 'a-new-edition-stranger', screen: phone })
    await stranger.goesTo('/frameworks/ahp-support-worker/2027/changes/2026')
    await stranger.looksAt('changes')
    await stranger.goesTo('/frameworks/ahp-support-worker/2027/succession/2026')
    await stranger.reads('Nothing follows it')
    await stranger.looksAt('succession')
    await stranger.goesTo('/overlays')
    await stranger.looksAt('overlays')
    await stranger.goesTo('/checks')
    await stranger.looksAt('checks')
  })

  it('and the worker stands by 2026 still, because the employer has not adopted it', async () => {
    await worker.goesTo('/passport')
    await worker.reads('By the 2026 edition')
    await worker.looksAt('passport-by-2026')
    await worker.follows('See what it would change for you')
    await worker.looksAt('what-it-would-change')
  })

  it('when the manager adopts 2027 from today', async () => {
    await manager.goesTo('/orgs/merrowfell-hospitals/edition')
    await manager.looksAt('edition')
    await adopts('2027', 'Digital practice matters here.')
    await manager.looksAt('adopted')
  })

  it('then the worker reads what is carried, what to confirm again and what is kept', async () => {
    await worker.goesTo('/passport/changes')
    await worker.reads('By the 2027 edition')
    await worker.reads(/^Carried over \(/)
    await worker.reads('Please confirm again (1)')
    await worker.reads('Retired, kept in your history (1)')
    await worker.looksAt('what-changed')
    await worker.goesTo('/passport')
    await worker.reads('By the 2027 edition')
    expect(await worker.page.locator('main').innerText()).not.toMatch(/lapsed/i)
    await worker.looksAt('passport-by-2027')
  })

  it('and when the manager goes back to 2026, the worker stands by it again', async () => {
    await adopts('2026', 'We want more time to prepare.')
    await manager.looksAt('rolled-back')
    await worker.goesTo('/passport/changes')
    await worker.reads('By the 2026 edition')
    await worker.reads('Nothing changed for you.')
    await worker.goesTo('/passport')
    await worker.reads('By the 2026 edition')
    await worker.looksAt('passport-by-2026-again')
  })

  async function adopts(version: string, why: string): Promise<void> {
    await manager.goesTo('/orgs/merrowfell-hospitals/edition/adopt')
    await manager.page.getByLabel(new RegExp(`^${version}`)).check()
    await manager.page.getByLabel('Why?').fill(why)
    await manager.page.getByLabel(/I have read what happens/).check()
    await manager.looksAt(`adopt-${version}`)
    await manager.presses('Adopt this edition')
    await manager.reads(why)
  }
})
