import { describe, expect, it } from 'vitest'
import { personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { insertTeam, listTeams, setTeam } from '../teams-store.ts'

const { app, site, signIn } = await testSite()
const { db } = site

const managerId = 'dc008747-87b6-4710-a314-2adb3f403da1'
const organisation = 'merrowfell-hospitals'
const base = `/orgs/${organisation}`
const manager = visitor(app, await signIn(managerId))
const colleague = visitor(app, await signIn('1346115d-dce1-408d-b87c-d3e9029905e7'))
const elsewhere = visitor(app, await signIn('d4c0cf46-3351-4da1-8679-210be51133ca'))
const anybody = visitor(app)

const idOf = async (name: string) =>
  (await listTeams(db, organisation)).find((team) => team.name === name)?.id ?? ''

describe('the sites and teams of an organisation', () => {
  it('are listed for its managers', async () => {
    const words = wordsOf(await manager.get(`${base}/teams`))
    expect(words).toMatch(/Merrowfell Infirmary Older people's wards Stroke ward Saltbeck Hospital/)
  })

  it('are nobody else’s to see or change', async () => {
    const team = await idOf('Stroke ward')
    for (const page of [`${base}/teams`, `${base}/teams/add`, `${base}/teams/${team}`]) {
      expect((await colleague.get(page)).statusCode, page).toBe(404)
      expect((await elsewhere.get(page)).statusCode, page).toBe(404)
      expect((await anybody.get(page)).headers.location, page).toMatch(/^\/sign-in/)
    }
    expect((await elsewhere.post(`${base}/teams/add`, { name: 'Mine' })).statusCode).toBe(404)
    expect((await elsewhere.post(`${base}/teams/${team}`, { name: 'Mine' })).statusCode).toBe(404)
    const own = `/orgs/quillbourne-adult-social-care/teams/${team}`
    expect((await elsewhere.post(own, { name: 'Mine' })).statusCode).toBe(404)
    expect(await idOf('Mine')).toBe('')
  })

  it('are added, renamed, moved and ended', async () => {
    await manager.post(`${base}/sites/add`, { name: 'Fell Clinic', address: '1 Long Lane' })
    const list = await manager.get(`${base}/teams`)
    const clinic = /\/sites\/([0-9a-f-]{36})">Fell Clinic/.exec(list.body)?.[1] ?? ''
    expect((await manager.post(`${base}/teams/add`, { name: 'Gait team' })).statusCode).toBe(303)
    expect(wordsOf(await manager.get(`${base}/teams`))).toContain('At no one site Gait team')
    const page = `${base}/teams/${await idOf('Gait team')}`
    await manager.post(page, { name: 'Walking team', site: clinic })
    expect(wordsOf(await manager.get(`${base}/teams`))).toContain(
      'Fell Clinic 1 Long Lane Walking team',
    )
    expect((await manager.get(page)).body).toContain('value="Walking team"')
    const year = new Date().getUTCFullYear() + 1
    const end = { 'to-day': '1', 'to-month': '2', 'to-year': String(year) }
    await manager.post(page, { name: 'Walking team', site: clinic, ...end })
    expect(wordsOf(await manager.get(`${base}/teams`))).toContain(
      `Walking team , until 1 February ${year}`,
    )
  })

  it('have one name each, however often a form is sent', async () => {
    const form = { name: 'Night team' }
    await Promise.all([
      manager.post(`${base}/teams/add`, form),
      manager.post(`${base}/teams/add`, form),
    ])
    const teams = await listTeams(db, organisation)
    expect(teams.filter(({ name }) => name === 'Night team')).toHaveLength(1)
    const taken = await manager.post(`${base}/teams/add`, { name: 'STROKE WARD' })
    expect(wordsOf(taken)).toContain('There is a team of this name already')
  })

  it.each([
    [{ name: ' ' }, 'Enter the name of the team'],
    [{ name: 'x'.repeat(121) }, 'The name must be 120 characters or fewer'],
  ])('with %o are shown again', async (fields, message) => {
    const reply = await manager.post(`${base}/teams/add`, fields)
    expect([reply.statusCode, wordsOf(reply)]).toEqual([422, expect.stringContaining(message)])
  })

  it('end on or after their first day', async () => {
    const end = { 'to-day': '1', 'to-month': '1', 'to-year': '2001' }
    const page = `${base}/teams/${await idOf('Stroke ward')}`
    const reply = await manager.post(page, { name: 'Stroke ward', ...end })
    expect(wordsOf(reply)).toContain('The last day must be on or after the first day')
  })

  it('are not at a site of another organisation', async () => {
    const other = /\/sites\/([0-9a-f-]{36})"/.exec(
      (await elsewhere.get('/orgs/quillbourne-adult-social-care/teams')).body,
    )?.[1]
    const reply = await manager.post(`${base}/teams/add`, { name: 'Stray', site: other ?? '' })
    expect(reply.statusCode).toBe(404)
  })
})

describe('the database, when the code would let it pass,', () => {
  it('takes a team from a manager of that organisation alone', async () => {
    const as = (id: string, at: string) =>
      asActor(db, personWith(id), (db) => insertTeam(db, { organisation: at, name: 'Forced' }))
    await expect(as(managerId, 'lanternstep')).rejects.toThrow(/row-level security/)
    await expect(as('1346115d-dce1-408d-b87c-d3e9029905e7', organisation)).rejects.toThrow(
      /row-level security/,
    )
    const id = await idOf('Stroke ward')
    const changed = await asActor(db, personWith('d4c0cf46-3351-4da1-8679-210be51133ca'), (db) =>
      setTeam(db, { id, organisation, name: 'Forced' }),
    )
    expect(changed).toBe(false)
  })
})
