/** Issue 6: a steward takes the illustrative draft of 2021, in the browser, towards a new edition. */
import { describe, expect, it } from 'vitest'
import { readEditionContent } from '../../src/frameworks/frameworks-content.ts'
import { findSection } from '../../src/frameworks/model/look-up.ts'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { type Arrival, demonstration } from './demonstration.ts'

const { arrive } = demonstration()
const { edition } = readEditionContent('ahp-support-worker/2026')
const { section } = findSection(edition, '7.1')
const wordsOf = (code: string) =>
  section.statements.find((statement) => statement.code === code)?.text ?? ''
const codes = ['7.1-entry', '7.1-intermediate', '7.1-assistant-practitioner']

const ways: readonly { name: string; way: Omit<Arrival, 'journey'> }[] = [
  { name: 'at a desk', way: { screen: desk } },
  { name: 'on a phone without script', way: { screen: phone, script: false } },
]

const field = (visitor: Visitor, code: string) => visitor.page.locator(`[id="${code}-text"]`)

describe.each(ways)('a steward writes an edition $name', ({ way }) => {
  const version = way.script === false ? 'by-phone' : 'by-desk'
  let steward: Visitor
  let section = ''

  it('given a draft begun from the one of 2021', async () => {
    steward = await arrive({ journey: 'write-an-edition', ...way })
    await steward.signsInAs('Ikenna Ravensdale-Quirke')
    await steward.goesTo('/team')
    await steward.follows('Drafts of a new edition')
    await steward.looksAt('drafts')
    await steward.presses('Begin a new edition')
    await steward.page.getByLabel(/2021-consultation-draft/).check()
    await steward.page.getByLabel('What is the new edition called?').fill(version)
    await steward.looksAt('begin')
    await steward.presses('Begin the draft')
    await steward.reads('Your draft is ready')
    await steward.looksAt('front')
  })

  it('when 7.1 is given the words that it has in 2026, level by level', async () => {
    await steward.follows('Domain 7: Leadership')
    await steward.looksAt('domain')
    await steward.follows('7.1 Role model and values')
    section = steward.page.url()
    await steward.looksAt('section')
    for (const code of codes) {
      if (way.script !== false) {
        await field(steward, code).fill(wordsOf(code))
        const form = steward.page.locator('form', { has: field(steward, code) })
        await form.getByText('Saved', { exact: true }).waitFor()
      } else {
        await field(steward, code).fill(wordsOf(code))
        await steward.presses(`Save ${code}`)
        await steward.reads('Saved.')
      }
    }
    await steward.looksAt('saved')
  })

  it('then its three levels read as in 2026, and the history says who wrote them', async () => {
    await steward.goesTo(section)
    for (const code of codes) expect(await field(steward, code).inputValue()).toBe(wordsOf(code))
    // Of the second level: the words of the first are the same in both editions.
    await steward.page.getByRole('link', { name: 'What stood here before' }).nth(1).click()
    await steward.reads(/Changed by Ikenna Ravensdale-Quirke/)
    await steward.looksAt('history')
  })

  it('and of two who change the same words, the later sees both and chooses', async () => {
    const other = await arrive({ journey: 'write-an-edition-other', ...way })
    await other.signsInAs('Perpetua Lindqvist-Amadi')
    await other.goesTo(section)
    await steward.goesTo(section)
    await field(other, '7.1-entry').fill(`${wordsOf('7.1-entry')} Every day.`)
    await other.presses('Save 7.1-entry')
    await other.reads('Saved.')
    await field(steward, '7.1-entry').fill(`${wordsOf('7.1-entry')} On every shift.`)
    if (way.script !== false) {
      await steward.reads(/somebody else changed this at .* Press Save to see both and choose/)
      await steward.looksAt('somebody-else-was-quicker')
    }
    await steward.presses('Save 7.1-entry')
    await steward.reads('Your words are not saved yet')
    await steward.reads(/Perpetua Lindqvist-Amadi changed this at/)
    await steward.looksAt('which-words')
    await steward.presses('Use what I wrote')
    await steward.reads('Saved.')
    expect(await field(steward, '7.1-entry').inputValue()).toContain('On every shift.')
  })
})

describe('with the keyboard alone', () => {
  it('a steward changes a statement, moves a section and undoes it', async () => {
    const steward = await arrive({ journey: 'write-an-edition-keyboard', screen: desk })
    const { page } = steward
    const reach = async (name: RegExp) => {
      for (let tabs = 0; tabs < 120; tabs += 1) {
        await page.keyboard.press('Tab')
        const said = await page.evaluate<string>(
          'document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.textContent ?? ""',
        )
        if (name.test(said)) return
      }
      throw new Error(`Tab does not reach ${name}`)
    }
    const presses = () => Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    await steward.signsInAs('Ikenna Ravensdale-Quirke')
    await steward.goesTo('/drafts')
    await reach(/by-desk/)
    await presses()
    await page.waitForURL('**/drafts/*-*')
    await reach(/Domain 7: Leadership/)
    await presses()
    await reach(/Move down: 7.1/)
    await presses()
    await steward.reads('Moved.')
    await reach(/7.1 Role model/)
    await presses()
    await reach(/^Statement/)
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' With care.')
    await page.getByText('Saved', { exact: true }).first().waitFor()
    await reach(/What stood here before/)
    await presses()
    await reach(/Put back what stood before/)
    await presses()
    await steward.reads('The earlier words stand here again.')
    await steward.looksAt('put-back')
  })
})
