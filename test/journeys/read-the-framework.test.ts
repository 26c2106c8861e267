import { describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'

const { arrive } = demonstration()

describe.each([
  { name: 'on a phone', screen: phone },
  { name: 'at a desk', screen: desk },
])('somebody reads the framework $name', ({ screen }) => {
  let reader: Visitor

  it('given the front door, they see what they came to do', async () => {
    reader = await arrive({ journey: 'read-the-framework', screen })
    await reader.goesTo('/')
    await reader.reads('What did you come to do?')
    await reader.looksAt('front-door')
  })

  it('when they open the framework, they see its parts and its eight domains', async () => {
    await reader.follows('Framework')
    await reader.reads('8 domains, 192 statements')
    await reader.looksAt('framework')
  })

  it('then a domain, a section with three levels, and a statement with its permanent address', async () => {
    await reader.follows(/^3\. Clinical/)
    await reader.looksAt('domain')
    await reader.follows(/^3\.9 Reporting/)
    await reader.reads('Keeps the number of')
    await reader.looksAt('section')
    await reader.follows('3.9-entry')
    await reader.reads('Permanent address of this wording')
    await reader.looksAt('statement')
  })

  it('then a word they do not know leads to what it means here', async () => {
    await reader.goesTo('/frameworks/ahp-support-worker/2026/sections/5.1')
    await reader.follows('equity')
    expect(reader.page.url()).toContain('/glossary#equity')
    await reader.looksAt('glossary')
  })

  it('when they look for a word, other forms of it are found and choices narrow it', async () => {
    await reader.goesTo('/frameworks/ahp-support-worker/2026')
    await reader.page.getByLabel('Find statements about').fill('escalating')
    await reader.presses('Search')
    await reader.reads(/statements about “escalating”/)
    await reader.looksAt('found')
    await reader.page.getByLabel('Level').selectOption('intermediate')
    await reader.presses('Show statements')
    expect(await reader.page.locator('#found').textContent()).toMatch(/^\d+ statements? about/)
    await reader.looksAt('narrowed')
  })

  it('then how the levels differ, and how to use it', async () => {
    await reader.goesTo('/frameworks/ahp-support-worker/2026/levels')
    await reader.looksAt('levels')
    for (const number of [1, 2, 3, 4, 5, 6]) {
      await reader.goesTo(`/frameworks/ahp-support-worker/2026/parts/${number}`)
      await reader.looksAt(`part-${number}`)
    }
  })

  it('then what changed since the draft, and the draft labelled as illustrative', async () => {
    await reader.goesTo('/frameworks/ahp-support-worker/2026/changes/2021-consultation-draft')
    await reader.looksAt('changes')
    await reader.goesTo('/frameworks/ahp-support-worker/2021-consultation-draft/sections/7.1')
    await reader.reads(/Illustrative draft/)
    await reader.looksAt('draft-section')
  })

  it('then what was asked and what answers it, and who is helping me', async () => {
    await reader.goesTo('/response')
    await reader.looksAt('response')
    await reader.goesTo('/roles')
    await reader.looksAt('roles')
    await reader.follows('Occupational therapy')
    await reader.looksAt('role')
  })

  it('and an address that leads nowhere says what to do', async () => {
    await reader.goesTo('/frameworks/ahp-support-worker/2026/sections/99.9')
    await reader.reads('Page not found')
    await reader.looksAt('not-found')
  })
})
