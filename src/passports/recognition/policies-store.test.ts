import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { dayOf } from '../../language/days.ts'
import { listPoliciesOn, mostPolicies, policiesOn } from './policies-store.ts'

const { database } = await testSite()
const { superuserClient, ownerDb, db } = database
const today = dayOf(new Date())
const many = 5000

await superuserClient.query(
  `insert into organisation (slug, name, kind, nation, sector)
    select 'made-' || lpad(n::text, 5, '0'), 'Made ' || n || ' of Kestrelholm', 'care-provider',
      'england', 'social-care' from generate_series(1, $1) n`,
  [many],
)
await superuserClient.query(
  `insert into acceptance_policy (id, organisation, version, rules, also_local, from_on, made_by)
    select gen_random_uuid(), slug, version, '[]', '{}', current_date - 9 + version, $1
    from organisation, generate_series(1, 3) version where slug like 'made-%'`,
  [people.issuer],
)
await superuserClient.query(
  `with proposed as (
    insert into verification_proposal (id, organisation, proposed_by, steward, proposed_on, check_again_on)
      select gen_random_uuid(), slug, '0cd6c524-99a5-48fb-9269-ebfa7a0e2f95', 'lanyard-stewards',
        current_date - 2, current_date + 99 from organisation where slug like 'made-%' returning *)
  insert into verification_answer (proposal_id, organisation, proposed_by, answered_by, steward, outcome, answered_on)
    select id, organisation, proposed_by, 'b6a3d0c4-5f0e-4c1b-9a55-7d2f1f6f2f10', steward, 'confirmed',
      current_date - 2 from proposed`,
)
await superuserClient.query('analyze')

describe('the policies that hold today', () => {
  it('are the latest of each organisation, a page of them', async () => {
    const found = await listPoliciesOn(db, { words: [], today })
    expect(found).toHaveLength(mostPolicies)
    expect(found.every(({ version }) => version === 3)).toBe(true)
    const [one, ...others] = await listPoliciesOn(db, { words: ['made', '4711'], today })
    expect(one?.organisation).toBe('made-04711')
    expect(others).toEqual([])
  })

  it.each([
    ['without a search', []],
    ['by a name', ['4711']],
    ['by words that all of them have', ['kestrelholm']],
  ])('are found %s without reading those of everybody', async (_, words) => {
    const asked = policiesOn(ownerDb, { words, today }).compile()
    const plan = await superuserClient.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, costs off, timing off) ${asked.sql}`,
      [...asked.parameters],
    )
    const lines = plan.rows.map((row) => row['QUERY PLAN'])
    const read = lines.filter((line) => / on acceptance_policy/.test(line))
    expect(read).not.toEqual([])
    for (const line of read) {
      expect(line).toContain('Index')
      const rows = Number(/rows=(\d+)/.exec(line)?.[1])
      expect(rows, lines.join('\n')).toBeLessThanOrEqual(mostPolicies * 4)
    }
  })

  it('are left out where nobody vouches for the organisation any more', async () => {
    await sql`update organisation set ended_on = current_date where slug = 'made-04711'`.execute(
      ownerDb,
    )
    expect(await listPoliciesOn(db, { words: ['4711'], today })).toEqual([])
  })
})
