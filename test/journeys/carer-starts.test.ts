/** A carer with no job behind them starts a passport: what life taught them counts, and a certificate. */
import { beforeAll, describe, expect, it } from 'vitest'
import { phonePhoto } from '../made-files.ts'
import { phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'

const { arrive } = demonstration()

const ways = [
  { name: 'on a phone', who: 'Jonah Abiodun-Marsh', script: true },
  { name: 'on a phone without script', who: 'Tamsin Oyelaran-Pike', script: false },
]

describe.each(ways)('a carer starts a passport $name', ({ who, script }) => {
  let carer: Visitor
  let photo: Buffer

  beforeAll(async () => {
    photo = await phonePhoto(1200, 1600)
  })

  async function fillDay(field: string, day: string, month: string, year: string) {
    await carer.page.locator(`#${field}-day`).fill(day)
    await carer.page.locator(`#${field}-month`).fill(month)
    await carer.page.locator(`#${field}-year`).fill(year)
  }

  it('given somebody whose passport is empty', async () => {
    carer = await arrive({ journey: 'carer-starts', screen: phone, script })
    await carer.signsInAs(who)
    await carer.looksAt('passport')
    await carer.follows('My learning and experience')
    await carer.reads(/Caring for somebody counts/)
    await carer.looksAt('nothing-yet')
  })

  it('when they say in three prompts what caring taught them, and name somebody', async () => {
    await carer.follows('Start with lived and caring experience')
    await carer.reads('Write about you, not about them')
    await carer.looksAt('three-prompts')
    await carer.page.getByLabel('What did you learn to do well?').fill('To plan a day around rest.')
    await carer.page
      .getByLabel('What did it teach you about how people want to be treated?')
      .fill('I cared for my mum Jean. She had dementia, and she hated being rushed.')
    await carer.page
      .getByLabel('How do you use that, or how will you, at work?')
      .fill('I ask what time suits, and I wait.')
    await carer.presses('Save')
  })

  it('then they are warned, change their words, and it is theirs alone', async () => {
    await carer.reads(/This may name somebody you cared for/)
    await carer.reads('Does this say who you cared for?')
    await carer.looksAt('warned')
    await carer.page
      .getByLabel('What did it teach you about how people want to be treated?')
      .fill('That nobody likes to be rushed.')
    await carer.presses('Save')
    await carer.reads('It is in your passport.')
    await carer.reads(/Only you can see this/)
    await carer.looksAt('kept')
  })

  it('and it counts towards 1.2 without more work', async () => {
    await carer.reads('What it counts towards')
    expect(await carer.page.locator('main').innerText()).toMatch(/1\.2[.\d]* /)
  })

  it('and the list of an entry role has it, as their own word', async () => {
    await carer.goesTo('/passport')
    await carer.follows('By role')
    await carer.looksAt('by-role')
    await carer.follows('Support worker, first post')
    await carer.reads('lived and caring experience')
    await carer.reads('You say: it is in your passport')
    await carer.looksAt('a-role')
    await carer.goesTo('/passport')
    await carer.follows('By pillar')
    await carer.looksAt('by-pillar')
    await carer.follows('My timeline')
    await carer.reads('Only you see this.')
    await carer.looksAt('timeline')
    await carer.goesTo('/passport')
    await carer.follows('All of it on one page')
    await carer.looksAt('all-on-one-page')
  })

  it('when they add training with a photo of the certificate', async () => {
    await carer.goesTo('/passport/entries')
    await carer.presses('Add to my passport')
    await carer.looksAt('what-to-add')
    await carer.follows('Training')
    await carer.looksAt('training')
    await carer.page.getByLabel('What was it about?').selectOption('cstf/moving-and-handling')
    await fillDay('from', '31', '2', '2026')
    await carer.page.getByLabel('Who gave the training?').fill('Fernhollow College')
    await carer.page.getByLabel('Every 2 years').check()
    await carer.presses('Save')
    await carer.reads('Enter a real day, for example 14 3 2026')
    await carer.looksAt('no-such-day')
    await fillDay('from', '14', '3', '2026')
    await carer.presses('Save')
    await carer.reads('What does it count towards?')
    await carer.looksAt('what-it-counts-towards')
    await carer.page.locator('#fit').check()
    await carer.presses('Save')
    await carer.reads('What it counts towards is saved.')
    await carer.reads('Refresh by 14 March 2028')
  })

  it('then the photo is kept, made anew', async () => {
    await carer.follows('Add a photo or a PDF')
    await carer.looksAt('add-a-photo')
    await carer.page.getByLabel('What does it show?').fill('My certificate')
    await carer.page.locator('#file').setInputFiles({
      ...{ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo },
    })
    await carer.presses('Add it')
    await carer.reads(/My certificate \(photo/)
    await carer.reads(/only you can open it/)
    await carer.looksAt('training-with-its-photo')
  })

  it('and a note that they taught a carer, where a statement asks for it', async () => {
    await carer.goesTo('/passport/assess/3.11/entry')
    await carer.page.getByText('What good evidence looks like').click()
    await carer.reads(/I taught a carer to use the bath lift/)
    await carer.looksAt('self-assess')
    await carer.follows(/^Evidence/)
    await carer.follows('Write a note')
    await carer.looksAt('write-a-note')
    await carer.page.getByLabel('What did you do?').fill('I taught a carer to use the bath lift.')
    await carer.presses('Save')
    await carer.reads('Your evidence is saved.')
    await carer.looksAt('evidence-of-a-statement')
  })

  it('and all of it stands in one list, and can be changed or taken out', async () => {
    await carer.goesTo('/passport/entries')
    await carer.reads('Moving and handling')
    await carer.looksAt('all-of-it')
    await carer.follows('Moving and handling')
    await carer.follows('Change this entry')
    await carer.looksAt('change')
    await carer.page.getByLabel('Who gave the training?').fill('Fernhollow Further College')
    await carer.presses('Save the change')
    await carer.reads('Your change is saved.')
    await carer.page.getByText('What it said before').click()
    await carer.looksAt('what-it-said-before')
    await carer.follows('Take this out of my passport')
    await carer.looksAt('take-out')
    await carer.presses('Take it out')
    await carer.reads('The entry is no longer in your passport.')
  })

  it('and how an answer changed can be read', async () => {
    await carer.goesTo('/passport/assess/3.11/entry')
    await carer.page.locator('input[type=radio]').first().check()
    await carer.presses('Save my answers')
    await carer.goesTo('/passport/assess/3.11/entry')
    await carer.follows('How my answers changed')
    await carer.reads(/Every answer you gave is kept/)
    await carer.looksAt('how-answers-changed')
  })
})
