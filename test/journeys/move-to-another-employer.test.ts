/** Journey (b) (R24): a worker moves from a council to a trust, and repeats nothing that it accepts. */
import { describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { type Arrival, demonstration } from './demonstration.ts'

const { arrive } = demonstration()

const ways: readonly { name: string; sections: readonly [string, string]; script: boolean }[] = [
  { name: 'with script', sections: ['3.9', '3.10'], script: true },
  { name: 'without script', sections: ['5.7', '3.10'], script: false },
]

describe.each(ways)('a passport moves from a council to a trust $name', ({ sections, script }) => {
  const come = (who: string, screen: Arrival['screen']) =>
    arrive({ journey: `move-${who}`, screen, script })
  const [plain] = sections
  let worker: Visitor
  let assessor: Visitor
  let receiver: Visitor
  let stranger: Visitor
  let set = ''

  it('given a reablement worker whom the council signed off for two sections', async () => {
    worker = await come('worker', phone)
    await worker.signsInAs('Bernadette Falola-Crook')
    assessor = await come('assessor', desk)
    await assessor.signsInAs('Halina Drummock-Shah')
    for (const section of sections) {
      await worker.goesTo(`/passport/ask/${section}/intermediate`)
      if (await worker.page.getByLabel(/Halina Drummock-Shah/).isHidden()) continue
      await worker.page.getByLabel(/Halina Drummock-Shah/).check()
      for (const box of await worker.page.locator('input[name=codes]').all()) await box.check()
      await worker.presses('Ask for sign-off')
      await worker.page.waitForURL(/\/passport\?/)
      await assessor.goesTo('/team/requests')
      await assessor.follows(new RegExp(`Bernadette Falola-Crook: ${section.replace('.', '\\.')} `))
      for (const part of await assessor.page.locator('input[name^="parts-"]').all()) {
        if (await part.isVisible()) await part.check()
      }
      await assessor.page.getByLabel('I watched it').check()
      const seen = assessor.page.getByRole('group', { name: 'When?' })
      await seen.getByLabel('Day').fill('1')
      await seen.getByLabel('Month').fill('2')
      await seen.getByLabel('Year').fill(String(new Date().getFullYear()))
      await assessor.page.getByLabel('Where?').fill('People’s homes')
      await assessor.presses('Check before signing')
      await assessor.presses('Confirm and sign')
      await assessor.reads('Made a mistake?')
    }
  })

  it('and a trust that has said what it accepts, for everybody to read', async () => {
    stranger = await come('stranger', phone)
    await stranger.goesTo('/orgs/merrowfell-hospitals')
    await stranger.follows('What it accepts from other employers')
    await stranger.reads('We accept sign-offs, from anywhere')
    await stranger.reads('A check of the right to work')
    await stranger.looksAt('accepts')
  })

  it('when the worker looks who accepts what they have', async () => {
    await worker.goesTo('/passport/shares')
    await worker.follows('See who accepts what you have')
    await worker.reads('this is not a promise')
    await worker.looksAt('who-accepts')
    await worker.page.getByLabel('Employer or area').fill('merrowfell')
    await worker.presses('Look')
    await worker.reads(/they would accept \d as it is and \d with a top-up/)
    await worker.looksAt('who-accepts-found')
  })

  it('and shares a set with the trust they join', async () => {
    await worker.follows('Share with Merrowfell Hospitals NHS Trust')
    await worker.looksAt('share-set')
    await worker.presses('Share with Merrowfell Hospitals')
    await worker.reads('Select why you share it')
    await worker.page.getByLabel('I am joining them').check()
    await worker.presses('Share with Merrowfell Hospitals')
    await worker.reads('It is shared.')
    set = new URL(worker.page.url()).pathname.split('/').at(-1) ?? ''
    await worker.looksAt('shared')
  })

  it('then the trust sees each thing verified now, with what its policy says', async () => {
    receiver = await come('receiver', desk)
    await receiver.signsInAs('Priya Castellane-Dodd')
    await receiver.goesTo('/team')
    await receiver.follows('Shared with us, to be recognised')
    await receiver.looksAt('shared-with-us')
    await receiver.goesTo(`/orgs/merrowfell-hospitals/recognition/${set}`)
    await receiver.reads('Bernadette Falola-Crook')
    await receiver.reads('Valid. We checked it just now.')
    await receiver.looksAt('received')
  })

  it('and a person decides: one after the verdict, the other as suggested', async () => {
    await receiver.follows(new RegExp(`Look at it and decide.*${plain.replace('.', '\\.')} `))
    await receiver.reads('This is a suggestion. You decide')
    await receiver.looksAt('decide')
    await receiver.presses('Record this decision')
    await receiver.reads('Select what you decide')
    await receiver.looksAt('decide-error')
    await receiver.page.getByLabel('Accept: they need not do it again').check()
    await receiver.presses('Record this decision')
    await receiver.reads('It is recorded.')
    await receiver.presses(/^Accept .* as suggested/)
    await receiver.reads('Accepted with a top-up')
    await receiver.looksAt('decided')
  })

  it('then the team reads what is still to do, and nothing that was accepted', async () => {
    await receiver.follows('What is still to do for Bernadette Falola-Crook')
    await receiver.reads('practical update on our own hoists and beds, 40 minutes')
    await receiver.reads('Fire walk-round of your building, 20 minutes')
    expect(await receiver.page.getByRole('main').innerText()).not.toContain(`${plain} `)
    await receiver.looksAt('still-to-do')
  })

  it('and the worker reads what they need not repeat, who looked, and can reply', async () => {
    await worker.goesTo(`/passport/recognition/${set}`)
    await worker.reads('Decided by Priya Castellane-Dodd')
    await worker.looksAt('recognised')
    await worker.page.locator('summary', { hasText: 'Reply about' }).last().click()
    await worker.page.getByLabel('Your reply').last().fill('When can I do the update?')
    await worker.page.getByRole('button', { name: 'Send my reply' }).last().click()
    await worker.reads('Your reply is sent.')
    await worker.looksAt('replied')
    await worker.goesTo('/account/who-looked')
    await worker.reads(/Priya Castellane-Dodd, .* opened what you shared with them/)
    await worker.goesTo('/passport/recognition')
    await worker.looksAt('recognitions')
    await receiver.goesTo(`/orgs/merrowfell-hospitals/recognition/${set}`)
    await receiver.reads('When can I do the update?')
  })

  it('and once they stop sharing, only the decisions are left', async () => {
    await worker.goesTo(`/passport/recognition/${set}`)
    await worker.presses('Stop sharing')
    await worker.reads('You have stopped sharing it.')
    await receiver.goesTo(`/orgs/merrowfell-hospitals/recognition/${set}`)
    await receiver.reads('This is no longer shared with you.')
    await receiver.looksAt('no-longer-shared')
  })
})

describe('a council and a trust that accept from each other', () => {
  it('say it in a form, and agree in two', async () => {
    const council = await arrive({ journey: 'agree-council', screen: desk })
    await council.signsInAs('Moira Kettlewell-Osei')
    await council.goesTo('/orgs/quillbourne-adult-social-care/accepts/change')
    await council.looksAt('change')
    await council.presses('See how it reads')
    await council.reads('This is what people will read')
    await council.looksAt('preview')
    await council.presses('Publish')
    await council.reads('This is version 2')
    await council.goesTo('/orgs/quillbourne-adult-social-care/agreements')
    await council.looksAt('agreements')
    await council.page.getByLabel('With which organisation?').fill('Merrowfell Hospitals NHS Trust')
    await council.presses('Propose it')
    await council.reads('It is proposed.')
    const trust = await arrive({ journey: 'agree-trust', screen: phone })
    await trust.signsInAs('Odette Pargeter-Nkemelu')
    await trust.goesTo('/orgs/merrowfell-hospitals/agreements')
    await trust.follows('Quillbourne Council Adult Social Care')
    await trust.looksAt('agreement')
    await trust.presses('Agree')
    await trust.reads('End this agreement')
    await trust.looksAt('agreed')
    await trust.goesTo('/orgs/merrowfell-hospitals/accepts/change')
    await trust.looksAt('change')
    await trust.goesTo('/orgs/merrowfell-hospitals/accepts')
    await trust.reads('In force')
    await trust.looksAt('accepts')
  })
})
