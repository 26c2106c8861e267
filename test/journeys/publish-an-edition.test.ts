/** A steward brings a draft past its checks and its review, and publishes it with another steward. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, it } from 'vitest'
import { takeApart } from '../../src/frameworks/authoring/model/take-apart.ts'
import { readEditionContent } from '../../src/frameworks/frameworks-content.ts'
import type { Edition } from '../../src/frameworks/model/framework.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { behindThePages } from './behind-the-pages.ts'
import { demonstration } from './demonstration.ts'

const DATA_DIR = await temporaryFolder()
const { arrive } = demonstration(async () => ({ DATA_DIR }))

const writer = '0cd6c524-99a5-48fb-9269-ebfa7a0e2f95'

const ways = [
  { name: 'at a desk', screen: desk, script: true, version: 'next-a' },
  { name: 'on a phone without script', screen: phone, script: false, version: 'next-b' },
]

describe.each(ways)('two stewards publish an edition $name', ({ screen, script, version }) => {
  const draft = randomUUID()
  let first: Visitor
  let second: Visitor

  beforeAll(async () => {
    first = await arrive({ journey: 'publish-an-edition', screen, script })
    second = await arrive({ journey: 'publish-an-edition-second', screen, script })
    await first.signsInAs('Ikenna Ravensdale-Quirke')
    await second.signsInAs('Perpetua Lindqvist-Amadi')
    await behindThePages(DATA_DIR, draftOf(draft, version))
  })

  it('given a draft in which a check found something', async () => {
    await first.goesTo(`/drafts/${draft}/publish`)
    await first.reads('It cannot be published yet.')
    await first.looksAt('not-yet')
    await first.follows('Findings that must be mended')
    await first.reads('Must be mended')
    await first.looksAt('findings')
  })

  it('when the first lets it stand with a reason', async () => {
    await first.follows(/Let it stand, with a reason/)
    await first.presses('Let it stand')
    await first.reads('Enter why it may stand')
    await first.looksAt('no-reason')
    await first.page.getByLabel('Why may it stand?').fill('It is quoted from a law as it stands.')
    await first.presses('Let it stand')
    await first.reads('The finding is waived.')
    await first.looksAt('waivers')
  })

  it('and asks somebody to review it', async () => {
    await first.goesTo(`/drafts/${draft}/people`)
    await first.page.getByLabel('Their e-mail address').fill('a.reviewer@example.org')
    await first.page.getByLabel('Review', { exact: true }).check()
    await first.presses('Send the letter')
    await first.reads('We sent a letter to that address.')
    await first.looksAt('people')
  })

  it('and sends it for review with a message', async () => {
    await first.goesTo(`/drafts/${draft}/review`)
    await first.looksAt('before-review')
    await first.page.getByLabel(/What are they to look at/).fill('Please read 7.1.')
    await first.presses('Send for review')
    await first.reads('The draft is in review.')
  })

  it('and the second comments, and says that it is ready', async () => {
    await second.goesTo(`/drafts/${draft}/comments?thing=statement/7.1-entry`)
    await second.page.getByLabel('Your comment').fill('This reads well now.')
    await second.presses('Send the comment')
    await second.reads('Your comment is there.')
    await second.looksAt('comments')
    await second.goesTo(`/drafts/${draft}/review`)
    await second.looksAt('review')
    await second.page.getByLabel('Ready', { exact: true }).check()
    await second.presses('Send my review')
    await second.reads('Your answer is there.')
    await second.presses('Approve this draft')
    await second.reads('The draft is approved. It can be published.')
    await second.looksAt('approved')
  })

  it('and the first says what becomes of each statement', async () => {
    await first.goesTo(`/drafts/${draft}/publish`)
    await first.reads('It cannot be published yet.')
    await first.follows('What became of each statement')
    await first.presses(/Accept all \d+ as unchanged/)
    await first.reads('You accepted the statements in which nothing changed.')
    await first.reads('1 to decide one by one')
    await first.looksAt('one-by-one')
    await first.follows('7.1 entry')
    await first.page.getByLabel('Other words, same meaning').check()
    await first.looksAt('decide')
    await first.presses('Save and go on')
    await first.reads('All of them are decided.')
    await first.looksAt('decided')
  })

  it('then the first publishes it, and everybody can read it and how it was made', async () => {
    await first.goesTo(`/drafts/${draft}/publish`)
    await first.presses('Publish this edition')
    await first.reads('Enter what is new in this edition, in a few sentences')
    await first.looksAt('publish')
    await first.page.getByLabel('What is new?').fill('The values are said more plainly.')
    await first.page.getByLabel(/I know that nobody can change/).check()
    await first.presses('Publish this edition')
    await first.reads('The edition is published.')
    await first.looksAt('published')
    await first.follows('How it was made, with what was waived')
    await first.reads('It is quoted from a law as it stands.')
    await first.looksAt('record')
  })

  it('and withdraws it from a day on, which its pages say', async () => {
    await first.goesTo(`/stewards/editions/ahp-support-worker/${version}/withdraw`)
    await first.looksAt('withdraw')
    await first.page.getByLabel('Why?').fill('It was published to try it.')
    await first.page.getByLabel(/, 2026$/).check()
    await first.presses('Withdraw this edition')
    await first.looksAt('withdrawn')
    await first.goesTo(`/frameworks/ahp-support-worker/${version}/statements/7.1-entry`)
    await first.reads(/This edition will be withdrawn on/)
    await first.looksAt('announced')
  })
})

/** As the pages begin one, with one statement that a check finds fault with. */
function draftOf(id: string, version: string): string {
  const { edition } = readEditionContent('ahp-support-worker/2026')
  const { published: _, label: __, ...text } = edition
  const begun: Edition = { ...text, version, status: 'draft' }
  const things = takeApart(begun).map((one) =>
    one.thing === 'statement/7.1-entry'
      ? { ...one, value: { ...one.value, text: withPatients } }
      : one,
  )
  return `
    insert into draft (id, organisation, slug, version, base, begun_by) values ('${id}',
      'lanyard-stewards', 'ahp-support-worker', '${version}', 'ahp-support-worker/2026', '${writer}');
    insert into draft_thing (draft_id, thing, position, value)
      select '${id}', one ->> 'thing', (one ->> 'position')::integer, one -> 'value'
      from jsonb_array_elements($things$${JSON.stringify(things)}$things$::jsonb) one`
}

const withPatients =
  'Shows the values of the service to every patient, so that a new colleague could copy what they see.'
