/** An organisation adds to our edition in the browser, and anybody reads it with the core. */
import { describe, expect, it } from 'vitest'
import { members } from '../../../test/authorisation/people.ts'
import { personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import type { Job, Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { paths } from '../../paths.ts'
import { readEditionContent } from '../frameworks-content.ts'
import { insertEdition } from '../frameworks-store.ts'
import { statementsOf } from '../model/framework.ts'
import { insertSuccession } from '../versions/successions-store.ts'
import { listOverlayActs } from './overlays-record-store.ts'

const { site, app, signIn, database } = await testSite()
const { db } = site
const core = 'ahp-support-worker/2026'
const { edition } = readEditionContent(core)
const own = visitor(app, await signIn(members.steward.id))
const second = visitor(app, await signIn(members.secondSteward.id))
const welsh = visitor(app, await signIn('5b0e3a52-7a86-4a3b-9f0d-2f1d6c5e8b47'))
const anybody = visitor(app)

const idIn = (location: unknown) => String(location).split('?')[0]?.split('/').at(-1) ?? ''

async function begin(title: string, who = own, organisation = 'lanyard-stewards') {
  const reply = await who.post(paths.beginOverlay(), {
    ...{ organisation, edition: core, kind: 'employer', title, about: 'Ours.', prefix: 'aht' },
  })
  expect(reply.statusCode, wordsOf(reply)).toBe(303)
  return idIn(reply.headers.location)
}
const statement = (over = {}) => ({
  ...{ text: 'Phones the ward desk on extension 12 before sending a note.', capability: 'new' },
  ...{
    level: 'assistant-practitioner',
    after: 'statement/3.9-entry',
    pillars: 'leadership',
    ...over,
  },
})
const cell = (text: string, was = '') => ({
  ...{ 'cell-local-policy-3_9-entry': text, 'was-cell-local-policy-3_9-entry': was },
})

async function written(title: string, policy: string, who = own, organisation?: string) {
  const id = await begin(title, who, organisation)
  await who.post(paths.overlayColumns(id), { column: 'Local policy' })
  await who.post(paths.overlaySection(id, '3.9'), cell(policy))
  await who.post(paths.addOverlayStatement(id, '3.9'), statement())
  return id
}

// The next edition: the same but for one statement, which goes.
const newer = { ...edition, version: '2027' }
const loader: Job = { kind: 'job', name: 'load-content' }
await asActor(db, loader, async (db) => {
  await insertEdition(db, newer, { digest: 'newer' })
  await insertSuccession(db, {
    ...{ from: core, to: 'ahp-support-worker/2027', reconfirmBy: '2028-01-01' },
    lines: statementsOf(edition).map(({ code }) =>
      code === '3.9-entry'
        ? { from: code, fate: 'retired', to: [], reason: 'Not asked any more.' }
        : { from: code, fate: 'unchanged', to: [code] },
    ),
  })
})

describe('what an organisation adds', () => {
  it('is seen by nobody else until it is published, and then with the core in place', async () => {
    const id = await written('Ward additions', 'Policy 7')
    expect((await anybody.get(paths.withOverlay(core, 'ward-additions'))).statusCode).toBe(404)
    expect((await welsh.get(paths.overlay(id))).statusCode).toBe(404)
    expect((await second.get(paths.overlay(id))).statusCode).toBe(200)
    const published = await own.post(paths.publishOverlay(id), { understood: 'yes' })
    expect(published.statusCode, wordsOf(published)).toBe(303)
    const page = wordsOf(await anybody.get(paths.withOverlay(core, 'ward-additions')))
    expect(page).toContain('AHT-3.9.1-assistant-practitioner')
    expect(page).toContain('Local policy: Policy 7')
    expect(page).toContain('is never part of the framework itself')
    expect(page).not.toContain(members.steward.name)
    const json = (await anybody.get(`${paths.withOverlay(core, 'ward-additions')}?as=json`)).json()
    const rows = json.sections.flatMap((section: { rows: { from: string }[] }) => section.rows)
    const cores = rows.filter(({ from }: { from: string }) => from === 'core')
    expect(cores).toHaveLength(statementsOf(edition).length)
    expect(json.conflicts).toEqual([])
    expect(wordsOf(await anybody.get(paths.overlays()))).toContain('Ward additions')
  })

  it('is never changed once published: a new version follows, and it can be withdrawn', async () => {
    const id = await written('Long lived', 'Policy 1')
    await own.post(paths.publishOverlay(id), { understood: 'yes' })
    await own.post(paths.overlaySection(id, '3.9'), cell('Policy 2', 'Policy 1'))
    const address = paths.withOverlay(core, 'long-lived')
    expect(wordsOf(await anybody.get(address))).toContain('Local policy: Policy 1')
    await own.post(paths.publishOverlay(id), { understood: 'yes' })
    expect(wordsOf(await anybody.get(address))).toContain('Local policy: Policy 2')
    expect((await own.post(paths.withdrawOverlay(id), { reason: '' })).statusCode).toBe(422)
    expect((await own.post(paths.withdrawOverlay(id), { reason: 'Over.' })).statusCode).toBe(303)
    expect((await own.post(paths.withdrawOverlay(id), { reason: 'Over.' })).statusCode).toBe(409)
    expect(wordsOf(await anybody.get(address))).toContain('withdrew this')
    for (const table of ['overlay_version', 'overlay_withdrawal']) {
      await expect(database.superuserClient.query(`delete from ${table}`)).rejects.toThrow()
    }
  })

  it('is shown together with that of others, with what does not go together', async () => {
    const one = await written('One', 'Policy 7')
    const other = await written('Other', 'Policy 8', welsh, 'aberllan-frameworks')
    await own.post(paths.publishOverlay(one), { understood: 'yes' })
    await welsh.post(paths.publishOverlay(other), { understood: 'yes' })
    const page = wordsOf(await anybody.get(paths.withOverlay(core, 'one', ['other'])))
    expect(page).toContain('One and Other say different things on 3.9-entry')
    expect(page).toContain('The code AHT-3.9.1-assistant-practitioner is used by One too')
  })

  it('is never overwritten by somebody who had not seen it', async () => {
    const id = await written('Raced', 'Policy 7')
    const late = await second.post(paths.overlaySection(id, '3.9'), cell('Policy 9', ''))
    expect(late.statusCode).toBe(422)
    expect(wordsOf(late)).toContain('It says now: Policy 7')
    const again = await second.post(paths.overlaySection(id, '3.9'), cell('Policy 9', 'Policy 7'))
    expect(again.statusCode).toBe(303)
    const address = paths.overlayStatement(id, 'AHT-3.9.1-assistant-practitioner')
    const edit = { ...statement({ text: 'Phones the desk.' }), revision: '1' }
    expect((await own.post(address, edit)).statusCode).toBe(303)
    const overtaken = await second.post(address, edit)
    expect(overtaken.statusCode).toBe(422)
    expect(wordsOf(overtaken)).toContain('Somebody changed it while you wrote')
    expect(overtaken.body).toContain('name="revision" value="2"')
  })

  it('says what to mend, and keeps what was written', async () => {
    const id = await begin('Mended')
    const reply = await own.post(paths.addOverlayStatement(id, '3.9'), {
      ...statement({ level: '', pillars: [] }),
    })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('Select a level')
    expect(reply.body).toContain('extension 12')
    const empty = wordsOf(await own.post(paths.beginOverlay(), {}))
    expect(empty).toContain('must be 2 to 6 letters')
    const elsewhere = await own.post(paths.beginOverlay(), {
      ...{
        organisation: 'merrowfell-hospitals',
        edition: core,
        kind: 'employer',
        title: 'Not mine',
      },
      ...{ about: '', prefix: 'NO' },
    })
    expect(wordsOf(elsewhere)).toContain('Select whose it is')
  })

  it('is known by number to whoever did it, and to nobody else', async () => {
    const id = await begin('Known')
    const acts = (personId: string) => {
      const person: Person = { ...personWith(personId), permissions: [] }
      return asActor(db, person, (db) => listOverlayActs(db, { personId: members.steward.id }))
    }
    const mine = await acts(members.steward.id)
    expect(mine.some(({ did, overlay }) => did === 'begun' && overlay === id)).toBe(true)
    const others = await acts(members.holder.id)
    expect(others.filter(({ did }) => did === 'begun')).toEqual([])
  })

  it('goes along to a newer edition, and what has no place there is listed', async () => {
    const id = await written('Carried', 'Policy 7')
    await own.post(paths.publishOverlay(id), { understood: 'yes' })
    const page = wordsOf(await anybody.get(paths.withOverlay('ahp-support-worker/2027', 'carried')))
    expect(page).toContain('3.9-entry, "Local policy": 3.9-entry was retired')
    expect((await welsh.post(paths.newerOverlay(id))).statusCode).toBe(404)
    const moved = await own.post(paths.newerOverlay(id))
    expect(moved.statusCode, wordsOf(moved)).toBe(303)
    const now = wordsOf(await own.get(paths.overlay(id)))
    expect(now).toContain('Added to Allied health support worker capability framework, 2027')
    expect((await own.post(paths.newerOverlay(id))).statusCode).toBe(404)
  })
})
