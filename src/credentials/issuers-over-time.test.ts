/** An issuer is right for its day: whatever became of it since, and not a day longer. */
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import {
  facts,
  organisation,
  people,
  personWith,
  signAndIssue,
} from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { asActor } from '../database/as-actor.ts'
import { addDays, dayOf } from '../language/days.ts'
import type { EventKind, EventPart } from '../organisations/model/organisation-history.ts'
import { forgetHistories } from '../organisations/register-shelf.ts'
import {
  type IssuedCredential,
  issueCredential,
  prepareIssuing,
  prepareReissuing,
} from './credentials-actions.ts'
import { verifyDocument } from './verify-document.ts'

const { site, database } = await testSite()
const { db } = site
const { ownerDb, superuserClient } = database
const holderId = people.holder
const assessor = personWith(people.assessor)
const issuer = personWith(people.issuer)

const today = dayOf(site.now())
const yesterday = addDays(today, -1)
const onDay = (day: string) => ({ ...site, now: () => new Date(`${day}T00:00:00Z`) })

/** What was recorded of the register goes again; so may what nobody can remove otherwise. */
afterEach(async () => {
  await superuserClient.query(`begin; set local session_replication_role = replica;
    delete from organisation_event_part where organisation = '${organisation}';
    delete from organisation_name where organisation = '${organisation}' and valid_from is not null;
    delete from verification_withdrawal;
    update organisation set ended_on = null, name = 'Merrowfell Hospitals NHS Trust'
      where slug = '${organisation}';
    update verification_proposal set check_again_on = current_date + 200
      where organisation = '${organisation}';
    commit`)
  forgetHistories(db)
})

async function issuedOn(day: string, replaces?: string): Promise<IssuedCredential> {
  const then = onDay(day)
  const wanted = { organisation, holderId }
  if (replaces === undefined) {
    return signAndIssue(await prepareIssuing(then, wanted), { actor: assessor, site: then, facts })
  }
  const issuing = await prepareReissuing(then, wanted)
  return asActor(db, issuer, (db) =>
    issueCredential(db, issuing, { actor: issuer, site: then, facts, replaces }),
  )
}

async function happened(kind: EventKind, on: string, parts: Record<string, EventPart>) {
  const id = randomUUID()
  await ownerDb.insertInto('organisation_event').values({ id, kind, happened_on: on }).execute()
  const rows = Object.entries(parts).map(([slug, part]) => ({
    ...{ event_id: id, organisation: slug, part },
  }))
  await ownerDb.insertInto('organisation_event_part').values(rows).execute()
  forgetHistories(db)
}

const merges = (on: string) =>
  happened('merged', on, { [organisation]: 'ended', 'ostlewick-community': 'continued' })

async function withdraws(from: string) {
  await ownerDb
    .insertInto('verification_withdrawal')
    .columns(['proposal_id', 'withdrawn_from', 'reason', 'withdrawn_by'])
    .expression((eb) =>
      eb
        .selectFrom('verification_answer')
        .where('organisation', '=', organisation)
        .select(['proposal_id', eb.val(from).as('from'), eb.val('Not theirs').as('reason')])
        .select('answered_by'),
    )
    .execute()
  forgetHistories(db)
}

const lapses = () =>
  superuserClient.query(`begin; set local session_replication_role = replica;
    update verification_proposal set check_again_on = '${yesterday}'
      where organisation = '${organisation}'; commit`)

async function verified(document: unknown) {
  const { outcome, steps, summary } = await verifyDocument(site, document)
  const issuer = steps.find(({ step }) => step === 'issuer')
  return { outcome, issuer, name: summary?.issuerName, became: summary?.issuerBecame }
}

describe('issuing', () => {
  it('is for those who are verified today, and says so to others', async () => {
    await lapses()
    const wanted = { organisation, holderId }
    await expect(prepareIssuing(site, wanted)).rejects.toThrow(
      /Merrowfell Hospitals NHS Trust was to be checked again by .*nothing can be issued/,
    )
    await expect(
      prepareIssuing(site, { ...wanted, organisation: 'thistledown-house' }),
    ).rejects.toThrow(/Nobody has verified Thistledown House care home yet/)
  })

  it('is for no organisation that has ended', async () => {
    await merges(today)
    await expect(prepareIssuing(site, { organisation, holderId })).rejects.toThrow(/ended on/)
  })

  it('is refused by the database too, when the code would let it pass', async () => {
    const issuing = await prepareReissuing(site, { organisation, holderId })
    const issues = () => signAndIssue(issuing, { actor: assessor, site, facts })
    await expect(issues()).resolves.toBeDefined()
    await withdraws(today)
    await expect(issues()).rejects.toThrow(/row-level security/)
  })
})

describe('a credential of an organisation', () => {
  it('that merged later is valid, under the name of its day, and says what it became', async () => {
    const { document } = await issuedOn(yesterday)
    await merges(today)
    expect(await verified(document)).toMatchObject({
      ...{ outcome: 'valid', name: 'Merrowfell Hospitals NHS Trust' },
      became: expect.stringMatching(
        /^Merrowfell Hospitals NHS Trust merged into Ostlewick Community NHS Foundation Trust on \d/,
      ),
    })
  })

  it('that had another name then is shown under that name', async () => {
    const { document } = await issuedOn(yesterday)
    await ownerDb
      .insertInto('organisation_name')
      .values({ organisation, name: 'Fellside Hospitals NHS Trust', valid_from: today })
      .execute()
    forgetHistories(db)
    expect(await verified(document)).toMatchObject({
      ...{ outcome: 'valid', name: 'Merrowfell Hospitals NHS Trust', became: undefined },
    })
    const { document: later } = await issuedOn(today)
    expect((await verified(later)).name).toBe('Fellside Hospitals NHS Trust')
  })

  it('that was not checked again since is valid for its day', async () => {
    const { document } = await issuedOn(yesterday)
    await lapses()
    forgetHistories(db)
    expect((await verified(document)).outcome).toBe('valid')
  })

  it('that was not there any more on that day is not valid', async () => {
    const { document } = await issuedOn(today)
    await merges(yesterday)
    const { outcome, issuer } = await verified(document)
    expect(outcome).toBe('invalid')
    expect(issuer?.message).toContain('on that day there was no such organisation')
  })

  it('is not valid from the day on from which its verification is withdrawn', async () => {
    const before = await issuedOn(yesterday)
    const after = await issuedOn(today)
    await withdraws(today)
    expect((await verified(before.document)).outcome).toBe('valid')
    const { outcome, issuer } = await verified(after.document)
    expect(outcome).toBe('invalid')
    expect(issuer?.message).toContain('its verification was withdrawn')
  })

  it('that nobody had verified that day cannot be fully checked', async () => {
    const { document } = await issuedOn(today)
    await lapses()
    forgetHistories(db)
    const { outcome, issuer } = await verified(document)
    expect(outcome).toBe('unknown')
    expect(issuer?.message).toContain('nobody vouched')
  })
})

describe('what takes the place of a credential', () => {
  it('has been valid as long, also where its issuer has ended since', async () => {
    const first = await issuedOn(yesterday)
    await merges(today)
    const second = await issuedOn(today, first.id)
    expect(second.document.validFrom).toBe(first.document.validFrom)
    expect((await verified(second.document)).outcome).toBe('valid')
  })

  it('is only ever of the same organisation', async () => {
    const first = await issuedOn(yesterday)
    const stranger = personWith(people.stranger)
    const wanted = { organisation: 'ostlewick-community', holderId }
    const issuing = await prepareReissuing(site, wanted)
    const replaced = asActor(db, stranger, (db) =>
      issueCredential(db, issuing, { actor: stranger, site, facts, replaces: first.id }),
    )
    await expect(replaced).rejects.toThrow(/credential/)
  })
})
