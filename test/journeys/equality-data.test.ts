/** Equality answers, and a record as others see it: what is closed stays closed. */
import { describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { type Arrival, demonstration } from './demonstration.ts'

const { arrive } = demonstration()

const ways: readonly { name: string; who: string; way: Omit<Arrival, 'journey'> }[] = [
  { name: 'on a phone', who: 'Tamsin Oyelaran-Pike', way: { screen: phone } },
  { name: 'at a desk', who: 'Callum Wijeratne-Moss', way: { screen: desk } },
  {
    name: 'on a phone without script',
    who: 'Rhodri Kapasi',
    way: { screen: phone, script: false },
  },
]

describe.each(ways)('a worker answers equality questions $name', ({ who, way }) => {
  let worker: Visitor

  it('given a worker who reads why they are asked', async () => {
    worker = await arrive({ journey: 'equality', ...way })
    await worker.signsInAs(who)
    await worker.goesTo('/account/equality')
    await worker.reads('You do not have to answer any of these.')
    await worker.looksAt('why')
  })

  it('when they answer some of them, for where they work', async () => {
    await worker.follows('Northern Ireland')
    await worker.looksAt('questions')
    await worker.page
      .getByRole('group', { name: 'Which community do you come from?' })
      .getByLabel('Neither')
      .check()
    await worker.page
      .getByRole('group', { name: 'How old are you?' })
      .getByLabel('Prefer not to say')
      .check()
    await worker.presses('Save my answers')
    await worker.reads('Your answers are saved.')
    await worker.looksAt('saved')
  })

  it('and write a private note, which says who could open it', async () => {
    await worker.goesTo('/passport/assess/3.9/entry')
    await worker.reads(/A court can order it to be shown/)
    await worker.page.getByLabel(/Private note/).fill('I was slow at first.')
    await worker.looksAt('note')
    await worker.presses('Save my answers')
    await worker.reads(/saved/i)
  })

  it('then they see side by side who sees what', async () => {
    await worker.goesTo('/passport')
    await worker.page.getByText('Who sees this').click()
    await worker.looksAt('who-sees-this')
    await worker.follows('See your record as others see it')
    await worker.reads('Side by side')
    await worker.looksAt('matrix')
  })

  it.each([
    ['A manager at', 'manager'],
    ['A stranger with an account', 'stranger'],
    ['An employer you never worked for', 'employer'],
    ['Whoever has one of your links', 'link'],
  ])('and every word that is seen by: %s', async (eyes, name) => {
    await worker.goesTo('/passport/preview')
    await worker.follows(new RegExp(eyes))
    await worker.reads('What they see')
    const words = await worker.page.textContent('main')
    expect(words).not.toContain('I was slow at first.')
    expect(words).not.toContain('Neither')
    await worker.looksAt(name)
  })

  it('and they clear their answers, which are gone', async () => {
    await worker.goesTo('/account/equality')
    await worker.presses('Clear all my answers')
    await worker.reads('All your answers are erased.')
    await worker.looksAt('cleared')
  })
})
