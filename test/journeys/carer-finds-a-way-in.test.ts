/** A carer finds what an entry role asks, and how caring counts. */
import { beforeAll, describe, expect, it } from 'vitest'
import { phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'

const { arrive } = demonstration()

const ways = [
  { name: 'on a phone', who: 'Jonah Abiodun-Marsh', script: true },
  { name: 'on a phone without script', who: 'Tamsin Oyelaran-Pike', script: false },
]

describe.each(ways)('a carer finds a way in $name', ({ who, script }) => {
  let carer: Visitor

  beforeAll(async () => {
    carer = await arrive({ journey: 'carer-finds-a-way-in', screen: phone, script })
  })

  it('given that nobody has signed in, the front door leads to the pathways', async () => {
    await carer.goesTo('/')
    await carer.follows(/see the ways in/)
    await carer.reads('Where people first join')
    await carer.looksAt('pathways')
  })

  it('when they look for home care in England', async () => {
    await carer.page.getByLabel('Setting').selectOption('home')
    await carer.page.getByLabel('Nation').selectOption('england')
    await carer.presses('Show')
    await carer.reads('In social care in England, in homes and care homes')
    await carer.looksAt('for-homes-in-england')
  })

  it('and go from stop to stop of the map with the keyboard alone', async () => {
    const { page } = carer
    const stops = page.locator('svg.lanyard-map a')
    expect(await stops.count()).toBeGreaterThan(3)
    await stops.first().focus()
    await page.keyboard.press('Tab')
    if (script) {
      const at = await page.evaluate('document.activeElement.getAttribute("href")')
      expect(at).toBe(await stops.nth(1).getAttribute('href'))
    }
    await carer.looksAt('on-the-map')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/pathways/*')
  })

  it('then they read what a first job asks, and who says so', async () => {
    await carer.goesTo('/pathways/first-job-in-support')
    await carer.reads('Caring for somebody in your own life counts as experience.')
    await carer.reads('What to ask the provider')
    await carer.looksAt('first-job')
  })

  it('and, signed in, see that what caring taught them counts, for them alone', async () => {
    await carer.signsInAs(who)
    await carer.goesTo('/development/pathways')
    await carer.looksAt('what-would-count')
    await carer.follows('A first job in allied health support')
    await carer.reads('The provider decides who can join, and nobody else.')
    await carer.reads('Only if you have it')
    await carer.looksAt('before')
    await carer.follows('Say what caring taught you')
    await carer.page.getByLabel('What did you learn to do well?').fill('To plan a day around rest.')
    await carer.presses('Save')
    await carer.goesTo('/development/pathways/first-job-in-support')
    await carer.reads('You say so')
    await carer.reads(/Only you see this entry/)
    await carer.looksAt('caring-counts')
  })
})
