/** What the second wall lets through no more (0016): asked with SQL, as the application's role. */
import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import {
  askForTest,
  issueForTest,
  organisation,
  people,
  personWith,
  signForTest,
} from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { prepareIssuing } from '../credentials/credentials-actions.ts'
import { asActor } from './as-actor.ts'

const { app, site, database } = await testSite()
const { db } = site
const { superuserClient } = database
const { holder, assessor, issuer, stranger } = people

const as = <Row>(person: string, query: RawBuilder<Row>) =>
  asActor(db, personWith(person), async (db) => (await query.execute(db)).rows)

/** What nobody else could undo. */
const undone: string[] = []
afterEach(async () => {
  for (const query of undone.splice(0)) await superuserClient.query(query)
})

/** The assessor's job ended yesterday. */
async function leaves(): Promise<void> {
  const theirs = `where person_id = '${assessor}' and organisation = '${organisation}'`
  undone.push(`update membership set valid_to = null ${theirs}`)
  undone.push(`update membership set valid_from = current_date ${theirs}`)
  await superuserClient.query(
    `update membership set valid_from = current_date - 9, valid_to = current_date - 1 ${theirs}`,
  )
}

const wanted = { organisation, holderId: holder }
const ask = () => askForTest(site, wanted, personWith(assessor))

describe('a change of a status', () => {
  const change = (list: string, index: number) => sql`
    insert into status_change (id, list, index, purpose, set)
    values (${randomUUID()}, ${list}, ${index}, 'revocation', true)`

  it('is of a credential that was issued, in a place of its list', async () => {
    await issueForTest(site)
    const list = `${organisation}-1`
    for (const index of [-1, 131_072, 2_000_000_000]) {
      await expect(as(issuer, change(list, index))).rejects.toThrow(/no place/)
    }
    const { rows } = await superuserClient.query<{ free: number }>(
      `select min(place) as free from generate_series(0, 999) place
        where place not in (select status_index from credential where status_list = $1)`,
      [list],
    )
    const free = rows[0]?.free ?? 0
    await expect(as(issuer, change(list, free))).rejects.toThrow(/row-level security/)
  })

  it('that is odd all the same leaves the list to be read', async () => {
    await issueForTest(site)
    const id = randomUUID()
    undone.push(`begin; set local session_replication_role = replica;
      delete from status_change where id = '${id}'; commit`)
    await superuserClient.query(`begin; set local session_replication_role = replica;
      insert into status_change (id, list, index, purpose, set)
        values ('${id}', '${organisation}-1', 131072, 'revocation', true); commit`)
    const served = await app.inject(`/status/${organisation}-1-revocation`)
    expect(served.statusCode).toBe(200)
  })
})

describe('the day on which a permission is looked at again', () => {
  it('is not moved by whoever holds it, who may give it up', async () => {
    const grant = sql`person_id = ${assessor} and permission = 'assess' and ended_on is null`
    const later = sql`update permission_grant set review_on = current_date + 3000 where ${grant}`
    await expect(as(assessor, later)).rejects.toThrow(/whoever may grant/)
    const sooner = sql`update permission_grant set expires_on = current_date + 9 where ${grant}`
    await expect(as(assessor, sooner)).resolves.toBeDefined()
    undone.push(`begin; set local session_replication_role = replica;
      update permission_grant set expires_on = null where person_id = '${assessor}'; commit`)
  })
})

describe('a credential', () => {
  const insert = async (fields: { holderId?: string; document?: object; id?: string } = {}) => {
    const { list, holderDid } = await prepareIssuing(site, wanted)
    const { id = randomUUID(), holderId = holder } = fields
    const document = fields.document ?? {
      ...{ id: `urn:uuid:${id}`, issuer: { id: `did:web:here:orgs:${organisation}` } },
      credentialSubject: { id: holderDid },
    }
    const index = Math.floor(Math.random() * 100_000)
    return sql`insert into credential (id, holder_id, organisation, issued_by, status_list,
        status_index, document)
      values (${id}, ${holderId}, ${organisation}, ${assessor}, ${list}, ${index},
        ${JSON.stringify(document)}::jsonb)`
  }
  const signedWith = async (...inserts: readonly RawBuilder<unknown>[]) => {
    const asked = await ask()
    return asActor(db, personWith(assessor), async (db) => {
      await signForTest(db, asked)
      for (const one of inserts) await one.execute(db)
    })
  }
  const refused = /row-level security/

  it('is issued with a signing, one for one', async () => {
    await expect(signedWith(await insert())).resolves.toBeUndefined()
    await expect(as(assessor, await insert())).rejects.toThrow(refused)
    await expect(signedWith(await insert(), await insert())).rejects.toThrow(refused)
  })

  it('is of whom the signing is about, and says so', async () => {
    const other = 'aaeed66d-4ca6-4dd4-99c0-e289758e9e2c'
    await expect(signedWith(await insert({ holderId: other }))).rejects.toThrow(refused)
    await expect(signedWith(await insert({ document: {} }))).rejects.toThrow(refused)
  })

  it('takes the place of another only for whoever issues', async () => {
    const { id } = await issueForTest(site)
    const replacing = sql`insert into credential
        (id, holder_id, organisation, issued_by, status_list, status_index, document, replaces)
      select gen_random_uuid(), holder_id, organisation, issued_by, status_list, 130000, document, id
      from credential where id = ${id}`
    await expect(as(assessor, replacing)).rejects.toThrow(refused)
  })
})

describe('a person', () => {
  it('is a name to colleagues, and no more', async () => {
    const name = sql<{ name: string }>`select id, name from person where id = ${holder}`
    expect(await as(assessor, name)).toHaveLength(1)
    for (const column of ['about', 'level', 'profession', 'demonstration', 'name_changed_at']) {
      const read = sql`select ${sql.ref(column)} from person where id = ${holder}`
      await expect(as(assessor, read)).rejects.toThrow(/permission denied/)
    }
    const account = sql`select * from own_account(${holder})`
    expect(await as(holder, account)).toHaveLength(1)
    expect(await as(assessor, account)).toEqual([])
    expect(await as(assessor, sql`select * from demonstration_people()`)).toEqual([])
  })
})

describe('an assessor who left', () => {
  it('reads no request any more, and answers none', async () => {
    const { id } = await ask()
    const request = sql`select message from sign_off_request where id = ${id}`
    const proof = sql`select how from identity_check where person_id = ${holder}`
    expect(await as(assessor, request)).toHaveLength(1)
    expect(await as(assessor, proof)).not.toEqual([])
    await leaves()
    expect(await as(assessor, request)).toEqual([])
    expect(await as(assessor, proof)).toEqual([])
    expect(await as(holder, request)).toHaveLength(1)
    const answer = sql`
      insert into sign_off_answer (request_id, outcome) values (${id}, 'declined')`
    await expect(as(assessor, answer)).rejects.toThrow(/row-level security/)
  })

  it('still sees what they signed, and for whom', async () => {
    await issueForTest(site)
    await leaves()
    const signed = sql`select id from signing where assessor_id = ${assessor}`
    expect(await as(assessor, signed)).not.toEqual([])
    const name = sql`select name from person where id = ${holder}`
    expect(await as(assessor, name)).toHaveLength(1)
  })
})

describe('equality answers', () => {
  it('are found by nobody who does not know the pseudonym', async () => {
    await superuserClient.query(`insert into equality_answer values ('\\x01', '\\x02')`)
    undone.push(`delete from equality_answer where pseudonym = '\\x01'`)
    for (const person of [holder, assessor, issuer, stranger]) {
      expect(await as(person, sql`select * from equality_answer`)).toEqual([])
      expect(await as(person, sql`delete from equality_answer returning sealed`)).toEqual([])
    }
  })
})
