import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'

const { arrive } = demonstration()
const consultation = '/consultations/ahp-support-worker-2021'
const response = join(
  import.meta.dirname,
  '../../content/consultations/ahp-support-worker-2021/example-response.txt',
)

/** Whoever comes second sends what was sent before. */
let isImported = false

describe.each([
  { name: 'at a desk', screen: desk, body: 'An invented body' },
  { name: 'on a phone', screen: phone, body: 'Another invented body' },
])('a steward imports a response $name', ({ screen, body }) => {
  let steward: Visitor

  it('given what is being consulted on, with the draft labelled as illustrative', async () => {
    steward = await arrive({ journey: 'import', screen })
    await steward.goesTo('/consultations')
    await steward.looksAt('consultations')
    await steward.goesTo(consultation)
    await steward.reads(/Illustrative draft/)
    await steward.looksAt('consultation')
  })

  it('when the steward signs in and sends nothing, the page says what to do', async () => {
    await steward.signsInAs('Ikenna Ravensdale-Quirke')
    await steward.goesTo(`${consultation}/import`)
    await steward.looksAt('import')
    await steward.presses('Import')
    await steward.reads('There is a problem')
    await steward.looksAt('nothing-sent')
  })

  it('and sends the file, then sees each paragraph beside the text it points at', async () => {
    await steward.goesTo(`${consultation}/import`)
    await steward.page
      .getByLabel(/Who sent it|respond/i)
      .first()
      .fill(body)
    await steward.page.locator('input[type=file]').setInputFiles(response)
    await steward.presses('Import')
    if (!isImported) {
      isImported = true
      await steward.reads('Left blank')
      await steward.reads(/Not recoverable from the source/)
      await steward.reads(/^Found$/)
      await steward.looksAt('response')
    } else {
      await steward.reads(/already/i)
      await steward.looksAt('imported-before')
    }
  })

  it('and the public example is there for everyone', async () => {
    const reader = await arrive({ journey: 'import-reader', screen })
    await reader.goesTo(consultation)
    expect(await reader.page.content()).not.toContain(body)
    await reader.page.locator('main a[href*="/responses/"]').first().click()
    await reader.reads(/^Found$/)
    await reader.looksAt('example')
  })
})
