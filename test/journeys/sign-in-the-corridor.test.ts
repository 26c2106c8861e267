/** Sign-off in the corridor: a worker shows a code, an assessor confirms on their own phone. */
import { describe, expect, it } from 'vitest'
import { phone, type Visitor } from './at-a-browser.ts'
import { type Arrival, demonstration } from './demonstration.ts'

const { arrive } = demonstration()

const ways: readonly { name: string; section: string; way: Omit<Arrival, 'journey'> }[] = [
  { name: 'on two phones', section: '3.9', way: { screen: phone } },
  { name: 'on two phones without script', section: '5.7', way: { screen: phone, script: false } },
]

describe.each(ways)('a sign-off in the corridor $name', ({ section, way }) => {
  const come = (who: string) => arrive({ journey: `corridor-${who}`, ...way })
  let worker: Visitor
  let assessor: Visitor
  let code = ''
  const screens: string[] = []

  it('given a worker who says what they do', async () => {
    worker = await come('worker')
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.goesTo(`/passport/assess/${section}/entry`)
    const answers = worker.page.getByRole('radio', { name: 'I do this with confidence' })
    for (const answer of await answers.all()) await answer.check()
    await worker.presses('Save my answers')
    await worker.reads(/saved/i)
  })

  it('when they show a code', async () => {
    await worker.goesTo('/passport')
    await worker.follows('Show a code to somebody who signs off')
    await worker.looksAt('choose')
    await worker.presses('Show a code')
    await worker.reads('Show this code')
    code = await worker.page.locator('.lanyard-code-shown').innerText()
    expect(code).toMatch(/^\d{3}\s\d{3}$/)
    await worker.page.locator('.lanyard-qr svg').waitFor()
    await worker.looksAt('code')
  })

  it('then the assessor types it: one screen', async () => {
    assessor = await come('assessor')
    await assessor.signsInAs('Farzana Whitlock-Rahimi')
    await assessor.goesTo('/team/requests')
    await assessor.follows('Enter a code')
    await assessor.page.getByLabel('The six figures on their phone').fill('000000')
    await assessor.presses('Continue')
    await assessor.reads('That code does not work')
    await assessor.looksAt('wrong-code')
    await assessor.page.getByLabel('The six figures on their phone').fill(code)
    screens.push(assessor.page.url())
    await assessor.presses('Continue')
    await assessor.reads('What did you see Tamsin Oyelaran-Pike do?')
  })

  it('ticks what they saw and confirms: two screens', async () => {
    screens.push(assessor.page.url())
    const boxes = assessor.page.locator('input[name="codes"]')
    for (const box of (await boxes.all()).slice(0, 2)) await box.check()
    for (const part of await assessor.page.locator('input[name^="parts-"]:visible').all()) {
      await part.check()
    }
    await assessor.page.getByLabel('Where were you?').fill('Stroke ward')
    await assessor.page.getByLabel(/A note to Tamsin/).fill('Calm, and clear about who to tell.')
    await assessor.looksAt('visit')
    await assessor.presses('Confirm and sign')
    await assessor.reads('now holds 2 more statements')
    await assessor.looksAt('signed')
    expect(new Set(screens.map((url) => new URL(url).pathname)).size).toBe(2)
    console.log(`sign-off in the corridor, screens of the assessor: ${screens.length}`)
  })

  it('and the worker sees it at once, and holds the credential', async () => {
    await worker.follows('See if it was opened')
    await worker.reads('Farzana Whitlock-Rahimi signed what they saw')
    await worker.looksAt('signed')
    await worker.presses('See my passport')
    await worker.reads('Signed off')
    await worker.looksAt('passport')
  })

  it('and the assessor says what is not there yet, and when the next chance is', async () => {
    await assessor.presses('Say what is not there yet')
    await assessor.page.locator('input[name="codes"]').first().check()
    await assessor.page.getByLabel(/You are on your way with this/).check()
    await assessor.page.getByText('Say more exactly').click()
    await assessor.page.getByLabel(/with some prompts from me/).check()
    await assessor.page.getByLabel('At our next supervision').check()
    await assessor.looksAt('not-yet')
    await assessor.presses('Send')
    await assessor.reads('The next chance that you gave')
    await assessor.looksAt('said')
    await worker.goesTo('/passport')
    await worker.reads('Your next chance:')
    await worker.looksAt('next-chance')
  })

  it('and the assessor puts a slip right, and then takes all of it back', async () => {
    await assessor.page.locator('main .lanyard-waiting a').first().click()
    await assessor.follows('Put a slip right')
    await assessor.page.getByLabel('Where?').fill('Home visits')
    await assessor.looksAt('slip')
    await assessor.presses('Put it right')
    await assessor.reads('Home visits')
    await assessor.looksAt('put-right')
    await assessor.follows('Take it back')
    await assessor.looksAt('take-back')
    await assessor.presses('Take it back')
    await assessor.reads('You took this back')
    await assessor.looksAt('taken-back')
    await worker.goesTo('/passport')
    await worker.reads('It was a slip of mine, and not of yours.')
    await worker.looksAt('taken-back')
  })
})
