/** Where somebody stands, as far as they share it with whoever supervises them. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'

const test = await testSite()
const { superuserClient, ownerDb } = test.database
const { worker, assessor, otherAssessor, issuer: manager, signed } = await atMerrowfell(test)
const holderName = 'Tamsin Oyelaran-Pike'
const page = paths.personStanding(people.holder, at)

await signed('3.9')

const share = (seen: string, audience = 'supervisors', fields: Record<string, string> = {}) =>
  worker.post(paths.standingShare(at, audience), { seen, ...fields })
const stop = (audience: string) => worker.post(paths.stopStandingShare(at, audience))
const sharing = async () => wordsOf(await worker.get(paths.standingShares()))
const statusFor = async (one: typeof manager, address = page) => (await one.get(address)).statusCode

/** Asked by the worker and agreed to. */
async function begin(supervisor = assessor, id: string = people.assessor): Promise<string> {
  const supervising = randomUUID()
  await worker.post(paths.askToSupervise(), { id: supervising, colleague: `${id} ${at}` })
  expect((await supervisor.post(paths.agreeSupervising(supervising))).statusCode).toBe(303)
  return supervising
}

let supervising = ''

beforeEach(async () => {
  await superuserClient.query(`update supervising set ended_on = current_date, end_reason = 'ended'
    where ended_on is null`)
  await stop('managers')
  await stop('supervisors')
  supervising = await begin()
})

describe('sharing where I stand with my supervisor', () => {
  it('is nobody until it is chosen, and says whom it would be for', async () => {
    expect(await statusFor(assessor)).toBe(404)
    expect(await sharing()).toContain('Your supervisor Farzana Whitlock-Rahimi sees: nothing')
    const choose = wordsOf(await worker.get(paths.standingShare(at, 'supervisors')))
    expect(choose).toContain('Farzana Whitlock-Rahimi may see')
    const withThem = await assessor.get(paths.supervising(supervising))
    expect(withThem.body).not.toContain(page.replace('&', '&amp;'))
  })

  it('shows them the page of that person as far as it was chosen, and no list of a team', async () => {
    expect((await share('counts')).headers.location).toBe(paths.standingShares('shared'))
    const figures = wordsOf(await assessor.get(page))
    expect(figures).toContain('shares this with you: Only how many, by domain and by pillar.')
    expect(figures).not.toContain('Each statement')
    await share('statements')
    expect(wordsOf(await assessor.get(page))).toContain('Signed off or confirmed; is due on')
    for (const list of [paths.teamStanding(at), paths.teamStatements(at)]) {
      expect(await statusFor(assessor, list)).toBe(404)
    }
    expect((await assessor.get(paths.supervising(supervising))).body).toContain(page)
  })

  it('shows it to no manager and to no other colleague', async () => {
    await share('statements')
    expect(await statusFor(manager)).toBe(404)
    expect(wordsOf(await manager.get(paths.teamStanding(at)))).not.toContain(holderName)
    expect(await statusFor(otherAssessor)).toBe(404)
    expect(await statusFor(worker)).toBe(404)
  })

  it('is chosen and stopped apart from what managers see', async () => {
    await share('counts', 'managers')
    await share('statements')
    expect(wordsOf(await manager.get(page))).not.toContain('Each statement')
    expect(wordsOf(await assessor.get(page))).toContain('Each statement')
    await stop('managers')
    expect(await statusFor(manager)).toBe(404)
    expect(await statusFor(assessor)).toBe(200)
    await share('counts', 'managers')
    await stop('supervisors')
    expect(await statusFor(manager)).toBe(200)
    expect(await statusFor(assessor)).toBe(404)
    await share('statements')
    await share('nobody')
    expect(await statusFor(assessor)).toBe(404)
  })

  it('shows a manager who also supervises the more of the two, and the list as managers see it', async () => {
    await begin(manager, people.issuer)
    await share('statements')
    expect(wordsOf(await manager.get(page))).toContain('Each statement')
    expect(wordsOf(await manager.get(paths.teamStanding(at)))).not.toContain(holderName)
    await share('counts', 'managers')
    expect(wordsOf(await manager.get(page))).toContain('Each statement')
    expect(wordsOf(await manager.get(paths.teamStatements(at)))).toContain(
      'Nobody shares each statement with you',
    )
  })

  it('is gone at once when the supervision ends, and does not come back with another', async () => {
    await share('statements')
    await worker.post(paths.endSupervising(supervising))
    expect(await statusFor(assessor)).toBe(404)
    expect(await sharing()).toContain('Nobody supervises you there now.')
    expect(await sharing()).toContain('It ended with that supervision or job')
    await begin()
    expect(await statusFor(assessor)).toBe(404)
    await share('statements')
    expect(await statusFor(assessor)).toBe(200)
  })

  it('is gone when the supervisor has left', async () => {
    await share('statements')
    const set = (until: string) =>
      superuserClient.query(
        `update membership set valid_to = ${until} where person_id = $1 and organisation = $2`,
        [people.assessor, at],
      )
    await set('current_date - 1')
    expect(await statusFor(assessor)).toBe(404)
    await set('null')
  })

  it('is not for whoever begins to supervise later, until it is saved again', async () => {
    await share('statements')
    await begin(otherAssessor, colleague.otherAssessor)
    expect(await statusFor(otherAssessor)).toBe(404)
    expect(await sharing()).toContain('began to supervise you since, and sees nothing')
    await share('statements')
    expect(await statusFor(otherAssessor)).toBe(200)
    expect(await statusFor(assessor)).toBe(200)
    expect(await sharing()).not.toContain('since, and sees nothing')
  })

  it('says in the preview who sees it', async () => {
    await share('statements')
    const address = paths.standingPreview(at, { audience: 'supervisors' })
    expect(wordsOf(await worker.get(address))).toContain(
      'This is what is shown to your supervisor (Farzana Whitlock-Rahimi) at',
    )
  })

  it('tells the worker that they looked', async () => {
    await share('statements')
    await assessor.get(page)
    const looked = await ownerDb
      .selectFrom('viewing')
      .where('what', '=', 'standing')
      .where('viewer_id', '=', people.assessor)
      .select(['holder_id', 'organisation'])
      .execute()
    expect(looked[0]).toEqual({ holder_id: people.holder, organisation: at })
    expect(wordsOf(await worker.get(paths.whoLooked()))).toContain(
      'opened where you stand, as far as you share it',
    )
  })

  it('keeps one that counts however often it is sent', async () => {
    await Promise.all([share('counts'), share('statements'), share('counts', 'managers')])
    const rows = await ownerDb
      .selectFrom('standing_share')
      .where('ended_at', 'is', null)
      .select('audience')
      .orderBy('audience')
      .execute()
    expect(rows.map(({ audience }) => audience)).toEqual(['managers', 'supervisors'])
  })

  it('is refused where nobody supervises them, and for an audience that there is not', async () => {
    expect(wordsOf(await worker.post(paths.standingShare(at, 'supervisors'), {}))).toContain(
      'Select what your supervisor there may see',
    )
    await worker.post(paths.endSupervising(supervising))
    for (const audience of ['supervisors', 'everybody']) {
      const address = paths.standingShare(at, audience)
      expect((await worker.get(address)).statusCode).toBe(404)
      expect((await worker.post(address, { seen: 'counts' })).statusCode).toBe(404)
    }
  })
})
