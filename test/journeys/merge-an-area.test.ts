/** A health board merges: what it issued the day before still verifies, under its name of that day. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../src/actor.ts'
import { prepareIssuing } from '../../src/credentials/credentials-actions.ts'
import { addDays, dayOf } from '../../src/language/days.ts'
import { dayInWords } from '../../src/language/plain-dates.ts'
import { facts, people, signAndIssue } from '../issue-credential.ts'
import { testSite } from '../site.ts'
import { desk, openBrowser, phone, type Screen, type Visitor, visitor } from './at-a-browser.ts'

const { app, site, database } = await testSite()
const { ownerDb } = database

let browser: Awaited<ReturnType<typeof openBrowser>>
let origin = ''

beforeAll(async () => {
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const today = dayOf(site.now())
const yesterday = { ...site, now: () => new Date(`${addDays(today, -1)}T12:00:00Z`) }

/** Issued by a health board, which is an employer as well as an area. */
async function issuedYesterday(organisation: string): Promise<string> {
  const worksThere = { person_id: people.assessor, organisation }
  await ownerDb
    .insertInto('membership')
    .values({ ...worksThere, job_title: 'Therapy lead', valid_from: '2026-01-01' })
    .execute()
  await ownerDb
    .insertInto('permission_grant')
    .values({ ...worksThere, permission: 'assess' })
    .execute()
  const actor: Person = {
    ...{ kind: 'person', id: people.assessor, name: 'Somebody' },
    permissions: [{ organisation, permission: 'assess' }],
  }
  const issuing = await prepareIssuing(yesterday, { organisation, holderId: people.holder })
  const { document } = await signAndIssue(issuing, { actor, site: yesterday, facts })
  return JSON.stringify(document)
}

const ways: readonly {
  where: string
  area: string
  name: string
  into: string
  screen: Screen
  script: boolean
}[] = [
  {
    ...{ where: 'on a phone', area: 'cwm-aelwen', name: 'Bwrdd Iechyd Cwm Aelwen Health Board' },
    ...{ into: 'Aelwen and Tâf Health Board', screen: phone, script: true },
  },
  {
    ...{
      where: 'at a desk',
      area: 'lough-arran',
      name: 'Lough Arran Health and Social Care Trust',
    },
    ...{ into: 'Western Loughs Health and Social Care Trust', screen: desk, script: true },
  },
  {
    ...{ where: 'on a phone without script', area: 'strathmurrach' },
    ...{ name: 'Strathmurrach Health and Social Care Partnership' },
    ...{ into: 'Murrach and Glen Partnership', screen: phone, script: false },
  },
]

describe.each(ways)('an area merges $where', ({ area, name, into, screen, script }) => {
  const come = (who: string) =>
    visitor(browser, { origin, journey: `merge-area-${who}`, screen, script })
  let stranger: Visitor
  let steward: Visitor
  let credential = ''

  async function verifies(): Promise<void> {
    await stranger.goesTo('/verify')
    await stranger.page.getByLabel(/Paste the credential/).fill(credential)
    await stranger.presses('Check')
    await stranger.reads('All four checks passed.')
    await stranger.reads(name)
  }

  it('given a credential that it issued yesterday', async () => {
    credential = await issuedYesterday(area)
    stranger = await come('stranger')
    await verifies()
  })

  it('and a steward who enters the new area in the register', async () => {
    steward = await come('steward')
    await steward.signsInAs('Perpetua Lindqvist-Amadi')
    await steward.goesTo('/stewards/organisations')
    await steward.page.getByRole('button', { name: 'Add an organisation' }).click()
    await steward.page.getByLabel('Its full name').fill(into)
    await steward.page.getByLabel('Health board', { exact: true }).check()
    await steward.page.getByLabel('Wales').check()
    await steward.page.getByLabel('Which sector?').selectOption('nhs')
    const [year = '', month = '', day = ''] = today.split('-')
    const opened = steward.page.getByRole('group', { name: 'When did it open?' })
    await opened.getByLabel('Day').fill(day)
    await opened.getByLabel('Month').fill(month)
    await opened.getByLabel('Year').fill(year)
    await steward.presses('Check before adding')
    await steward.presses('Add it')
    await steward.reads('It is in the register.')
  })

  it('when the steward records the merger, having seen what it does', async () => {
    await steward.goesTo(`/stewards/organisations/${area}`)
    await steward.looksAt('area')
    await steward.follows('It merged with others')
    await steward.presses('Check before recording')
    await steward.reads('There is a problem')
    await steward.looksAt('merger-with-errors')
    const [year = '', month = '', day = ''] = today.split('-')
    await steward.page.getByLabel('Into which organisation?').fill(into)
    await steward.page.getByLabel('Day').fill(day)
    await steward.page.getByLabel('Month').fill(month)
    await steward.page.getByLabel('Year').fill(year)
    await steward.page.getByLabel('Where was it announced?').fill('Board papers, made up')
    await steward.presses('Check before recording')
    await steward.reads('What happens to each')
    await steward.reads(/What it issued before still counts/)
    await steward.looksAt('check-merger')
    await steward.presses('Record it')
    await steward.reads('The register now says so.')
    await steward.looksAt('recorded')
  })

  it('then the credential still verifies, and says what its issuer became', async () => {
    await verifies()
    await stranger.reads(`${name} merged into ${into} on ${dayInWords(today)}.`)
    await stranger.looksAt('still-valid')
  })

  it('and the register shows it to everybody', async () => {
    await stranger.goesTo(`/orgs/${area}`)
    await stranger.reads(`What it issued before that day still counts, and can still be checked.`)
    await stranger.looksAt('merged')
    await stranger.follows(`See ${into}`)
    await stranger.reads('Nobody has verified who this is.')
    await stranger.looksAt('successor')
    expect(await stranger.page.getByText(name).count()).toBeGreaterThan(0)
  })

  it('and an area with an earlier name, or one that merged long ago, is drawn over time', async () => {
    await stranger.goesTo('/orgs/ostlewick-community')
    await stranger.reads('Its names over time')
    await stranger.looksAt('renamed')
    await stranger.goesTo('/orgs/merrowfell-area')
    await stranger.looksAt('merged-long-ago')
  })
})
