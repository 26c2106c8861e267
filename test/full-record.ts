/** Somebody of whom every table that speaks of people has something: for export and erasure. */

import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { addEvidence } from '../src/passports/evidence/evidence-actions.ts'
import { everyPart } from './authorisation/sign-fields.ts'
import { people, personWith } from './issue-credential.ts'
import { phonePhoto } from './made-files.ts'
import type { TestSite } from './site.ts'
import { type Fields, type Visitor, visitor } from './visitor.ts'

export const at = 'merrowfell-hospitals'
/** Works at the same trust, and asks the person of the full record to sign off. */
export const asker = 'aaeed66d-4ca6-4dd4-99c0-e289758e9e2c'

/** What nobody may find after the account is erased, but where docs/decisions/0008 says. */
export const traces = {
  name: 'Tamsin Oyelaran-Pike',
  formerName: 'Tamsin Oyelaran',
  addresses: ['tamsin@example.org', 'tamsin.oyelaran-pike@merrowfell.example'],
  note: 'A private thought about Tuesday',
  message: 'You saw me with the blue frame',
  registration: 'TRACE-REG-77',
  correction: 'It was the other ward that day',
  draft: 'Half a sentence that I never sent',
  lived: 'To carry on when the night was long',
  reason: 'I have done this with a tall red chair',
  evidence: 'I taught a carer to use the green hoist',
  goal: 'To be the one who knows the blue kitchen',
} as const

export interface FullRecord {
  readonly worker: Visitor
  readonly signing: string
  readonly credential: string
  /** Of a link that works. */
  readonly shareAddress: string
  /** A request of theirs that nobody has answered. */
  readonly openRequest: string
}

/** Called once a file: it signs, asks and shares through the pages, and puts the rest in by hand. */
export async function fullRecord(test: TestSite): Promise<FullRecord> {
  const worker = visitor(test.app, await test.signIn(people.holder))
  const assessor = visitor(test.app, await test.signIn(people.assessor))
  const issuer = visitor(test.app, await test.signIn(people.issuer))
  const open = asking(test)
  await worker.post('/passport/assess/3.9/entry', {
    'answer-3.9-entry': 'confident',
    note: traces.note,
  })
  await worker.post('/account/equality/england', { sex: 'female' })
  await insertWaysIn(test)
  const signed = await open.signed(worker, assessor, '3.9', { message: traces.message })
  await assessor.post(`/team/requests/${await open.ask(worker, '3.8')}/decline`, {
    reason: 'not-seen',
  })
  const withdrawn = await open.signed(worker, assessor, '7.1')
  expect(
    await issuer.post(`/team/issued/${withdrawn.signing}/withdraw`, {
      codes: await open.codesOf('7.1'),
      ...{ cause: 'error', explanation: 'Signed for the wrong day.', understood: 'yes' },
    }),
  ).toMatchObject({ statusCode: 303 })
  await issuer.get('/team/issued')
  const shareAddress = await makeShare(worker, signed.credential)
  await test.app.inject(shareAddress)
  await stopShare(test, await makeShare(worker, signed.credential))
  await actAsAssessor(test, worker)
  await addOwnEntry(test, worker)
  await addOwnGoal(worker)
  await insertTheRest(test)
  await insertWork(test)
  await insertBrought(test)
  await insertLearning(test)
  await insertRecognition(test, signed.credential)
  await insertDelegations(test)
  await insertCorridor(test)
  await insertSupervision(test)
  await test.database.superuserClient.query(
    `insert into standing_share (holder_id, organisation, depth, ends_on)
      values ($1, $2, 'counts', current_date + 9)`,
    [people.holder, at],
  )
  return { worker, ...signed, shareAddress, openRequest: await open.ask(worker, '5.7') }
}

/** A supervision and an appraisal of theirs, and one that they hold with a colleague. */
async function insertSupervision({ database: { superuserClient } }: TestSite): Promise<void> {
  const put = (sql: string, ...values: unknown[]) => superuserClient.query(sql, values)
  for (const [worker, supervisor, words] of [
    [people.holder, people.assessor, traces.note],
    [asker, people.holder, 'We met as planned'],
  ]) {
    const [held, session, action, appraisal] = Array.from({ length: 4 }, () => randomUUID())
    const both = [worker, supervisor]
    await put(
      `insert into supervising (id, worker_id, supervisor_id, organisation, asked_by)
        values ($1, $2, $3, $4, $2)`,
      ...[held, ...both, at],
    )
    await put(
      `update supervising set supervisor_agreed_at = now(), began_on = current_date where id = $1`,
      held,
    )
    await put(
      `insert into supervision_session (id, supervising_id, worker_id, supervisor_id, organisation,
          planned_on, made_by, happened_on, minutes)
        values ($1, $2, $3, $4, $5, current_date, $3, current_date, 45)`,
      ...[session, held, ...both, at],
    )
    await put(
      `insert into supervision_agenda (session_id, key, words, added_by) values ($1, 'words:1', $2, $3)`,
      ...[session, words, worker],
    )
    for (const author of both) {
      await put(
        `insert into supervision_note (session_id, author_id, version, words) values ($1, $2, 1, $3)`,
        ...[session, author, words],
      )
      await put(
        `insert into supervision_correction (id, session_id, author_id, words)
          values (gen_random_uuid(), $1, $2, $3)`,
        ...[session, author, words],
      )
      await put(
        `insert into supervision_reflection (id, session_id, person_id, words)
          values (gen_random_uuid(), $1, $2, $3)`,
        ...[session, author, author === worker ? words : 'I listened well'],
      )
    }
    await put(
      `insert into supervision_action (id, supervising_id, session_id) values ($1, $2, $3)`,
      ...[action, held, session],
    )
    await put(
      `insert into supervision_action_version (action_id, version, words, doer, state, changed_by)
        values ($1, 1, $2, 'both', 'open', $3)`,
      ...[action, words, supervisor],
    )
    await put(
      `insert into appraisal (id, supervising_id, worker_id, supervisor_id, organisation, begun_by)
        values ($1, $2, $3, $4, $5, $3)`,
      ...[appraisal, held, ...both, at],
    )
    await put(
      `insert into appraisal_words (appraisal_id, author_id, part, version, answers)
        values ($1, $2, 'meeting', 1, $3)`,
      ...[appraisal, supervisor, JSON.stringify({ talked: words })],
    )
    await put(
      `insert into plan_item (item_id, version, appraisal_id, kind, words, state, changed_by)
        values (gen_random_uuid(), 1, $1, 'goal', $2, 'planned', $3)`,
      ...[appraisal, words, supervisor],
    )
  }
}

/** A code they showed and one they typed, and what comes after a sign-off: each in its table. */
async function insertCorridor({ database: { superuserClient } }: TestSite): Promise<void> {
  const put = (sql: string) => superuserClient.query(sql, [people.holder])
  await put(`insert into corridor_visit (id, holder_id, edition, level, codes, suggested, expires_at)
    values (gen_random_uuid(), $1, 'ahp-support-worker/2026', 'entry', '{3.9-entry}', 1, now())`)
  await put(`insert into corridor_try (assessor_id, organisations) values ($1, '{}')`)
  await put(`insert into sign_off_chance (request_id, holder_id, assessor_id, occasion)
    select request_id, holder_id, assessor_id, 'Next supervision' from signing where holder_id = $1`)
  await put(`insert into signing_correction (id, signing_id, holder_id, assessor_id, method,
      assessed_on, setting, review_on, stepped_up_how, stepped_up_at)
    select gen_random_uuid(), id, holder_id, assessor_id, method, assessed_on, setting,
      assessed_on + 90, 'demonstration', now() from signing where holder_id = $1`)
  await put(`insert into sign_off_renewal (request_id, signing_id, holder_id, assessor_id, method,
      setting, assessed_on, signed_by)
    select request_id, id, holder_id, assessor_id, method, setting, assessed_on, 'A colleague'
    from signing where holder_id = $1`)
  await put(`insert into sign_off_pause (id, pause_id, signing_id, holder_id, act, cause, explanation,
      until, acted_by, acted_for, stepped_up_how, stepped_up_at)
    select request_id, request_id, id, holder_id, 'paused', 'being-checked', 'A look', current_date + 9,
      assessor_id, organisation, 'demonstration', now() from signing where holder_id = $1`)
  await put(`insert into withdrawal_proposal (id, signing_id, holder_id, codes, cause, explanation,
      proposed_by, proposed_for, lapses_on, stepped_up_how, stepped_up_at)
    select request_id, id, holder_id, '{3.9-entry}', 'error', 'A slip', assessor_id, organisation,
      current_date, 'demonstration', now() from signing where holder_id = $1`)
  await put(`insert into withdrawal_proposal_answer (proposal_id, outcome, answered_by)
    select id, 'refused', proposed_by from withdrawal_proposal where holder_id = $1`)
  await put(`insert into sign_off_reply (id, signing_id, holder_id, pause_id, by_holder, words, written_by)
    select gen_random_uuid(), signing_id, holder_id, id, true, 'I was on the other ward', holder_id
    from sign_off_pause where holder_id = $1`)
  await put(`insert into second_request (signing_id, second_id, holder_id, asked_by, how)
    select id, '${people.issuer}', holder_id, holder_id, 'asked' from signing where holder_id = $1`)
  await put(`insert into second_answer (signing_id, second_id, holder_id, codes, reason, shown,
      stepped_up_how, stepped_up_at)
    select id, '${people.issuer}', holder_id, '{}', 'Not yet.', '{"name": "A second"}',
      'demonstration', now() from signing where holder_id = $1`)
  await put(`insert into second_request (signing_id, second_id, holder_id, asked_by, how)
    select id, $1, holder_id, holder_id, 'asked' from signing where holder_id <> $1 limit 1`)
  await put(`insert into second_answer (signing_id, second_id, holder_id, codes, reason, shown,
      stepped_up_how, stepped_up_at)
    select id, $1, holder_id, '{}', 'Not yet.', '{"name": "A second"}',
      'demonstration', now() from signing where holder_id <> $1 limit 1`)
  await put(`insert into assessing_rule (id, organisation, version, lines, second, made_by,
      stepped_up_how, stepped_up_at)
    values (gen_random_uuid(), '${at}', 1, '[]', 'none', $1, 'demonstration', now())`)
  await put(`insert into adoption (id, organisation, framework, number, edition, from_day, reason,
      made_by, stepped_up_how, stepped_up_at)
    values (gen_random_uuid(), '${at}', 'ahp-support-worker', 1, 'ahp-support-worker/2026',
      current_date, 'As everybody here.', $1, 'demonstration', now())`)
  await put(`insert into review_reminder (signing_id, kind, review_on)
    select id, 'due', current_date from signing where holder_id = $1`)
}

/** A task they took on, one that they delegated, a hand-over, a code, and a task of their organisation's. */
async function insertDelegations({ database }: TestSite): Promise<void> {
  const { superuserClient } = database
  const put = (sql: string, ...values: unknown[]) => superuserClient.query(sql, values)
  for (const [worker, delegator] of [
    [people.holder, people.assessor],
    [asker, people.holder],
  ]) {
    const [task, step] = [randomUUID(), randomUUID()]
    await put(
      `insert into delegation (id, offer_id, edition, task, title, codes, delegator_id, organisation,
          delegator_shown, worker_id, worker_at, worker_shown, arrangement, words, consent,
          supervision, starts_on, review_on, seen)
        select $1, $1, 'ahp-support-worker/2026', 'observations', 'Take observations',
          '{3.6-entry}', $2, $3, jsonb_build_object('name', asks.name), $4, $3,
          jsonb_build_object('name', does.name), 'same-employer', 'Count.', 'given', 'nearby',
          current_date, current_date + 60, '[]'
        from person asks, person does where asks.id = $2 and does.id = $4`,
      ...[task, delegator, at, worker],
    )
    await put(
      `insert into delegation_step (id, delegation_id, kind, by_id) values ($1, $2, 'accepted', $3)`,
      ...[step, task, worker],
    )
    await put(
      `insert into delegation_reason (step_id, delegation_id, by_id, why) values ($1, $2, $3, $4)`,
      ...[step, task, worker, worker === people.holder ? traces.reason : 'Yes.'],
    )
    await put(
      `insert into delegation_standing (id, delegation_id, shown_to, statements)
        values (gen_random_uuid(), $1, $2, '[]')`,
      ...[task, delegator],
    )
    await put(
      `insert into delegation_handover (id, delegation_id, from_id, to_id, asked_by)
        values (gen_random_uuid(), $1, $2, $3, $2)`,
      ...[task, delegator, people.issuer],
    )
  }
  await put(
    `insert into delegation_opening (id, worker_id, code_hash, expires_at)
      values (gen_random_uuid(), $1, '\\x01', now())`,
    people.holder,
  )
  await put(
    `insert into delegation_addon (id, organisation, title, about, edition, codes, ends_on, made_by)
      values (gen_random_uuid(), $1, 'Pool', 'Steps.', 'ahp-support-worker/2026', '{3.11-entry}',
        current_date, $2)`,
    ...[at, people.holder],
  )
}

/** A set they shared, decided on and replied to; one that they decided on; and a policy of theirs. */
async function insertRecognition({ database }: TestSite, credential: string): Promise<void> {
  const { superuserClient } = database
  const put = (sql: string, ...values: unknown[]) => superuserClient.query(sql, values)
  for (const [holder, decider] of [
    [people.holder, people.issuer],
    [asker, people.holder],
  ]) {
    const [set, item, decision] = [randomUUID(), randomUUID(), randomUUID()]
    await put(
      `insert into recognition_share (id, holder_id, organisation, purpose, ends_on)
        values ($1, $2, $3, 'join', current_date + 9)`,
      ...[set, holder, at],
    )
    await put(
      `insert into recognition_item (id, share_id, holder_id, organisation, credential_id)
        values ($1, $2, $3, $4, $5)`,
      ...[item, set, holder, at, credential],
    )
    await put(
      `insert into recognition_decision (id, item_id, share_id, holder_id, organisation, sequence,
          kind, title, verdict, suggested, outcome, top_up, words, decided_by, stepped_up_how,
          stepped_up_at)
        values ($1, $2, $3, $4, $5, 1, 'sign-off', '3.9', 'valid', 'accept', 'accept-with-top-up',
          'Hoists', 'Yes.', $6, 'demonstration', now())`,
      ...[decision, item, set, holder, at, decider],
    )
    await put(
      `insert into recognition_top_up (id, decision_id, holder_id, organisation, done_on, recorded_by)
        values (gen_random_uuid(), $1, $2, $3, current_date, $4)`,
      ...[decision, holder, at, decider],
    )
    await put(
      `insert into recognition_reply (id, decision_id, holder_id, organisation, words)
        values (gen_random_uuid(), $1, $2, $3, 'Thank you.')`,
      ...[decision, holder, at],
    )
  }
  await put(
    `insert into acceptance_policy (id, organisation, version, rules, also_local, from_on, made_by)
      values (gen_random_uuid(), $1, 1, '[]', '{}', current_date, $2)`,
    ...[at, people.holder],
  )
}

export function asking({ database }: TestSite) {
  const { ownerDb } = database
  const codesOf = async (section: string) => {
    const rows = await ownerDb
      .selectFrom('statement')
      .where('edition', '=', 'ahp-support-worker/2026')
      .where('section', '=', section)
      .where('level', '=', 'entry')
      .orderBy('position')
      .select('code')
      .execute()
    return rows.map(({ code }) => code)
  }

  async function ask(who: Visitor, section: string, fields: Fields = {}): Promise<string> {
    const asked = { colleague: `${people.assessor} ${at}`, codes: await codesOf(section) }
    const reply = await who.post(`/passport/ask/${section}/entry`, { ...asked, ...fields })
    expect(reply.statusCode).toBe(303)
    const row = await ownerDb
      .selectFrom('sign_off_request')
      .where('section', '=', section)
      .orderBy('at', 'desc')
      .select('id')
      .executeTakeFirstOrThrow()
    return row.id
  }

  async function signing(section: string): Promise<Fields> {
    const year = new Date().getUTCFullYear()
    return {
      codes: await codesOf(section),
      ...everyPart(await codesOf(section)),
      ...{ method: 'observed', setting: 'Stroke ward', note: '' },
      ...{ 'assessed-day': '1', 'assessed-month': '2', 'assessed-year': String(year) },
      ...{ 'review-day': '1', 'review-month': '2', 'review-year': String(year + 1) },
    }
  }

  async function signed(who: Visitor, assessor: Visitor, section: string, fields: Fields = {}) {
    const id = await ask(who, section, fields)
    const reply = await assessor.post(`/team/requests/${id}/sign`, await signing(section))
    expect(reply.statusCode).toBe(303)
    const row = await ownerDb
      .selectFrom('signing')
      .innerJoin('signing_credential', 'signing_id', 'signing.id')
      .where('request_id', '=', id)
      .select(['signing.id', 'credential_id'])
      .executeTakeFirstOrThrow()
    return { signing: row.id, credential: row.credential_id }
  }

  return { codesOf, ask, signing, signed }
}

async function makeShare(worker: Visitor, credential: string): Promise<string> {
  const page = await worker.get('/passport/shares')
  const id = /name="id" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const made = await worker.post('/passport/shares', { id, credentials: credential, days: '7' })
  return /http:\/\/localhost:3000(\/share\/[\w-]{43})/.exec(made.body)?.[1] ?? ''
}

async function stopShare({ database }: TestSite, address: string): Promise<void> {
  expect(address).not.toBe('')
  const { ownerDb } = database
  const row = await ownerDb
    .selectFrom('share')
    .orderBy('at', 'desc')
    .select('id')
    .executeTakeFirstOrThrow()
  await ownerDb.insertInto('share_end').values({ share_id: row.id }).execute()
}

/** A colleague asks them, and they sign one and begin another. */
async function actAsAssessor(test: TestSite, worker: Visitor): Promise<void> {
  const { ownerDb } = test.database
  await ownerDb
    .insertInto('permission_grant')
    .values({ person_id: people.holder, organisation: at, permission: 'assess' })
    .execute()
  const colleague = visitor(test.app, await test.signIn(asker))
  const open = asking(test)
  const to = { colleague: `${people.holder} ${at}` }
  const first = await open.ask(colleague, '3.9', to)
  const signed = await worker.post(`/team/requests/${first}/sign`, await open.signing('3.9'))
  expect(signed.statusCode).toBe(303)
  const second = await open.ask(colleague, '7.1', to)
  await worker.post(`/team/requests/${second}`, {
    ...(await open.signing('7.1')),
    setting: traces.draft,
  })
}

const soon = () => new Date(Date.now() + 600_000)

async function insertWaysIn({ database }: TestSite): Promise<void> {
  const { ownerDb } = database
  const person_id = people.holder
  const now = new Date()
  await ownerDb
    .insertInto('known_device')
    .values({ person_id, device: 'Chrome on Android', first_seen_at: now })
    .execute()
  await ownerDb.insertInto('reminder_choice').values({ person_id, letters: 'weekly' }).execute()
  await sql`insert into weekly_letter (person_id, week) values (${person_id}, current_date)`.execute(
    ownerDb,
  )
  const id = randomBytes(16)
  await ownerDb.insertInto('recovery_sheet').values({ id, person_id, made_at: now }).execute()
  await ownerDb
    .insertInto('recovery_code')
    .values({
      ...{ finder: 'TRACE', sheet_id: id, person_id, used_at: now },
      ...{ salt: randomBytes(16), code_hash: randomBytes(32) },
    })
    .execute()
  await ownerDb
    .insertInto('email_code')
    .values({
      ...{ id: randomUUID(), purpose: 'sign-in', address: traces.addresses[0], person_id },
      ...{ browser_hash: randomBytes(32), session_id: null, link_hash: randomBytes(32) },
      ...{ code_hash: randomBytes(32), next_path: null, kind: null, ends_on: null, used_at: null },
      ...{ created_at: now, expires_at: soon() },
    })
    .execute()
  await ownerDb
    .insertInto('passkey')
    .values({
      ...{ id: randomUUID(), person_id, credential_id: 'trace', public_key: randomBytes(77) },
      ...{ user_handle: randomBytes(32), counter: 0, transports: ['internal'] },
      ...{ backup_eligible: true, backed_up: true },
      ...{ name: 'Tamsin Oyelaran-Pike’s phone', added_at: now, last_used_at: null },
    })
    .execute()
  await ownerDb
    .insertInto('open_id_identity')
    .values({
      ...{ id: randomUUID(), person_id, issuer: 'https://id.example', subject: 'trace' },
      ...{ provider: 'work', linked_at: now, last_used_at: null },
    })
    .execute()
}

async function insertTheRest({ database }: TestSite): Promise<void> {
  const { ownerDb, superuserClient } = database
  const person_id = people.holder
  await ownerDb
    .insertInto('registration')
    .values({ person_id, regulator: 'A register', number: traces.registration, profession: 'x' })
    .execute()
  await superuserClient.query('insert into former_name (person_id, name) values ($1, $2)', [
    person_id,
    traces.formerName,
  ])
  const id = randomUUID()
  await ownerDb
    .insertInto('rights_request')
    .values({
      ...{ id, person_id, kind: 'correction', about: `signing:${id}`, organisation: at },
      ...{ about_words: 'The sign-off of 3.9', words: traces.correction, due_on: '2099-01-01' },
    })
    .execute()
  await ownerDb
    .insertInto('rights_answer')
    .values({ request_id: id, outcome: 'done', words: 'Yes.', answered_by: people.issuer })
    .execute()
  await superuserClient.query(
    `insert into account_closing (id, person_id, erase_after, undone_at)
      values (gen_random_uuid(), $1, now() + interval '14 days', now())`,
    [person_id],
  )
  await superuserClient.query(
    `insert into organisation_request (id, name, kind, nation, sector, note, asked_by)
      values (gen_random_uuid(), 'A new charity', 'charity', 'england', 'voluntary', $2, $1)`,
    [person_id, `${traces.name} asks`],
  )
  await superuserClient.query(
    `insert into mapping (id, line, from_edition, from_codes, to_edition, to_code, relation,
        coverage, missing, confidence, why, decided_by, decided_for)
      select id, id, 'ahp-support-worker/2026', '{8.1}', 'care-certificate/2025', '1', 'related',
        'part', 'Much', 'low', 'They touch', $1, 'lanyard-stewards'
      from (select gen_random_uuid() as id) made`,
    [person_id],
  )
  await superuserClient.query(
    `with begun as (
        insert into draft (id, organisation, slug, version, begun_by)
        values (gen_random_uuid(), 'lanyard-stewards', 'a-framework', 'next', $1) returning id),
      asked as (insert into draft_person (draft_id, person_id, role, asked_by)
        select id, $1, 'editor', $1 from begun),
      fate as (insert into draft_fate
          (draft_id, from_code, number, fate, to_codes, texts_digest, decided_by)
        select id, '1.1-entry', 1, 'unchanged', '{1.1-entry}', 'none', $1 from begun),
      day as (insert into draft_reconfirm_by (draft_id, number, reconfirm_by, decided_by)
        select id, 1, '2099-01-01', $1 from begun),
      changed as (insert into draft_term_change (id, draft_id, words, occurrences, texts, entries, by)
        select gen_random_uuid(), id, '[]', '[]', '[]', '[]', $1 from begun returning id),
      undone as (insert into draft_term_put_back (change_id, left_behind, by)
        select id, '[]', $1 from changed)
      insert into draft_change (draft_id, thing, act, by) select id, 'edition', 'added', $1 from begun`,
    [person_id],
  )
  await insertReview(superuserClient, person_id)
  await superuserClient.query(
    `with begun as (
        insert into framework_overlay (id, slug, organisation, edition, kind, title, about, prefix, begun_by)
        values (gen_random_uuid(), 'ours', 'lanyard-stewards', 'ahp-support-worker/2026', 'sector',
          'Ours', '', 'OWN', $1) returning id, slug),
      published as (
        insert into overlay_version (overlay_id, slug, number, edition, content, published_by)
        select id, slug, 1, 'ahp-support-worker/2026', '{}', $1 from begun
        returning overlay_id, number)
      insert into overlay_withdrawal (overlay_id, number, reason, withdrawn_by)
        select overlay_id, number, 'Over', $1 from published`,
    [person_id],
  )
  await superuserClient.query(
    `insert into organisation_event (id, kind, happened_on, recorded_by)
      values (gen_random_uuid(), 'renamed', current_date, $1)`,
    [person_id],
  )
  await superuserClient.query(
    `insert into consultation_response
       (id, consultation, digest, respondent, example, parsed, source, imported_by)
      values (gen_random_uuid(), 'x', 'x', 'A body', true, '{}', 'x', $1)`,
    [person_id],
  )
  const complaint = randomUUID()
  await superuserClient.query(
    `insert into complaint (id, reference, complainant_id, name, reply_by, what_happened, put_right)
      values ($1, 'TRACE-1', $2, $3, 'here', $4, 'Say sorry.')`,
    [complaint, person_id, traces.name, traces.note],
  )
  await superuserClient.query(
    `insert into complaint_step (id, complaint_id, kind, outcome, words, by_person)
      values (gen_random_uuid(), $1, 'answered', 'upheld', 'Sorry.', $2)`,
    [complaint, people.issuer],
  )
}

/** Of their own life, with a note and a photo. */
async function addOwnEntry({ site, database }: TestSite, worker: Visitor): Promise<void> {
  const id = randomUUID()
  const entry = { id, learned: traces.lived, private: 'yes' }
  await worker.post('/passport/entries/add/lived-experience', entry)
  const note = { id: randomUUID(), did: traces.evidence }
  await worker.post('/passport/evidence/for/3.11-entry/note', note)
  const file = { type: 'image/jpeg', bytes: await phonePhoto(), scan: 'not-scanned' } as const
  await addEvidence(site, personWith(people.holder), {
    ...{ id: randomUUID(), about: { entryId: id }, words: traces.evidence, file },
  })
  await database.superuserClient.query(
    `insert into request_evidence (request_id, evidence_id, holder_id)
      select asked.id, evidence.id, asked.holder_id from sign_off_request asked
        join evidence using (holder_id)
      where asked.holder_id = $1 and evidence.code is not null order by asked.at limit 1`,
    [people.holder],
  )
}

/** With a step, and something that it said before. */
async function addOwnGoal(worker: Visitor): Promise<void> {
  const id = randomUUID()
  await worker.post('/development/goals/new/deepen', { id, words: traces.goal })
  const step = { id: randomUUID(), words: traces.goal, helper: 'me' }
  await worker.post(`/development/goals/${id}/steps`, step)
  await worker.post(`/development/goals/${id}/change`, { version: '1', words: 'Another word' })
}

/** What their employer keeps of them. */
async function insertWork({ database }: TestSite): Promise<void> {
  const { superuserClient } = database
  const person = people.holder
  const team = randomUUID()
  await superuserClient.query('insert into team (id, organisation, name) values ($1, $2, $3)', [
    ...[team, at, 'Stroke'],
  ])
  await superuserClient.query(
    `insert into membership_team (membership_id, team_id, organisation)
      select id, $1, organisation from membership where person_id = $2 and organisation = $3`,
    [team, person, at],
  )
  await superuserClient.query(
    `insert into registration_check (registration_id, organisation, outcome, checked_on, checked_by)
      select id, $1, 'on-register', current_date, $2 from registration where person_id = $3`,
    [at, people.issuer, person],
  )
  await superuserClient.query(
    `insert into invitation (id, organisation, name, email, way, job_title, starts_on, invited_by,
       expires_at, accepted_at, accepted_by)
      values (gen_random_uuid(), $1, $2, $3, 'email', 'Assistant', current_date, $4,
        now() + interval '7 days', now(), $5)`,
    [at, traces.name, traces.addresses[0], people.issuer, person],
  )
}

/** What they asked to learn, what is missing for them, and what helps them; and what they answered. */
async function insertLearning({ database }: TestSite): Promise<void> {
  const { superuserClient: client } = database
  const [course, need] = [randomUUID(), randomUUID()]
  await client.query(
    `insert into course (id, organisation, title, edition, codes, level, mode, nation, minutes, pence, listed_until)
      values ($1, $2, 'Telling the right person', 'ahp-support-worker/2026', '{3.9-entry}', 'entry', 'online',
        'england', 60, 0, current_date + 90)`,
    [course, at],
  )
  await client.query(
    `insert into learning_request (id, course_id, holder_id, organisation, shown, words, outcome, reply,
        answered_by, answered_at)
      values (gen_random_uuid(), $1, $2, $3, '{"title": "Telling", "provider": "A college", "codes": []}', $4,
        'approved', $4, $5, now()),
      (gen_random_uuid(), $1, $6, $3, '{"title": "Telling", "provider": "A college", "codes": []}', 'Mine',
        'approved', 'Yes', $2, now())`,
    [course, people.holder, at, traces.note, people.issuer, asker],
  )
  await client.query(
    `insert into learning_wish (id, holder_id, edition, code, area)
      values (gen_random_uuid(), $1, 'ahp-support-worker/2026', '3.9-entry', 'merrowfell-and-ostlewick')`,
    [people.holder],
  )
  await client.query(
    `insert into support_need (id, holder_id, kind, words) values ($1, $2, 'time', $3)`,
    [need, people.holder, traces.note],
  )
  await client.query(
    `insert into support_share (id, need_id, holder_id, organisation)
      values (gen_random_uuid(), $1, $2, $3)`,
    [need, people.holder, at],
  )
  await client.query(
    `insert into support_offer (id, need_id, holder_id, organisation, offered_by, words)
      values (gen_random_uuid(), $1, $2, $3, $4, $5)`,
    [need, people.holder, at, people.issuer, traces.note],
  )
  const theirs = randomUUID()
  await client.query(
    `insert into support_need (id, holder_id, kind, words) values ($1, $2, 'time', 'An hour a week')`,
    [theirs, asker],
  )
  await client.query(
    `insert into support_offer (id, need_id, holder_id, organisation, offered_by, words)
      values (gen_random_uuid(), $1, $2, $3, $4, 'Fridays')`,
    [theirs, asker, at, people.holder],
  )
}

/** What they brought from elsewhere, and a look of theirs at somebody else's original. */
async function insertBrought({ database }: TestSite): Promise<void> {
  const { superuserClient: client } = database
  const edition = 'ahp-support-worker/2026'
  const received = randomUUID()
  await client.query(
    `insert into received_credential (id, holder_id, fingerprint, form, document, title, kind, said_issuer, looked_at)
      values ($1, $2, $3, 'json', $4, $5, 'training', 'A college', now())`,
    [received, people.holder, randomBytes(32), `{"name": "${traces.name}"}`, traces.note],
  )
  await client.query(
    `insert into received_check (id, received_id, holder_id, outcome, steps, made_out_to, codes, at)
      values (gen_random_uuid(), $1, $2, 'unknown', '[]', 'same-name', '{}', now())`,
    [received, people.holder],
  )
  await client.query(
    `insert into training_file (id, holder_id, edition, head, rows)
      values (gen_random_uuid(), $1, $2, '{Course}', $3)`,
    [people.holder, edition, JSON.stringify([{ number: 2, cells: [traces.note] }])],
  )
  await askAboutOriginal(client, { holder: people.holder, by: people.assessor, title: traces.note })
  await askAboutOriginal(client, { holder: asker, by: people.holder, title: 'A diploma' })
}

async function askAboutOriginal(
  client: TestSite['database']['superuserClient'],
  { holder, by, title }: Readonly<Record<'holder' | 'by' | 'title', string>>,
): Promise<void> {
  const [entry, request] = [randomUUID(), randomUUID()]
  await client.query(
    `insert into passport_entry (id, holder_id, kind) values ($1, $2, 'qualification')`,
    [entry, holder],
  )
  const shown = JSON.stringify({ kind: 'qualification', title, facts: {} })
  await client.query(
    `insert into original_request (id, entry_id, version, holder_id, organisation, shown)
      values ($1, $2, 1, $3, $4, $5)`,
    [request, entry, holder, at, shown],
  )
  await client.query(
    `insert into original_answer (id, request_id, holder_id, organisation, outcome, how, seen_on, answered_by, shown)
      values (gen_random_uuid(), $1, $2, $3, 'seen', 'paper', current_date, $4, '{"by": "Somebody", "organisation": "Somewhere"}')`,
    [request, holder, at, by],
  )
}

/** What they did in the review of a draft, and an edition that they withdrew. */
async function insertReview(
  superuserClient: TestSite['database']['superuserClient'],
  person: string,
): Promise<void> {
  const { rows } = await superuserClient.query('select id from draft where begun_by = $1', [person])
  const ids = [rows[0].id, person]
  const statements = [
    `insert into draft_invitation (id, draft_id, role, address_digest, asked_by)
      values (gen_random_uuid(), $1, 'editor', '\\x00', $2)`,
    `with said as (insert into draft_comment (id, draft_id, thing, words, by)
        values (gen_random_uuid(), $1, 'edition', 'Is this plain?', $2) returning id)
      insert into draft_comment_state (comment_id, state, by) select id, 'settled', $2 from said`,
    `insert into draft_waiver (id, draft_id, code, target, quote, reason, by, ended_by, ended_at)
      values (gen_random_uuid(), $1, 'a-check', 'edition/title', '', 'It stands', $2, $2, now())`,
    `insert into draft_review (draft_id, round, revision, asked_by) values ($1, 1, 1, $2)`,
    `insert into draft_review_answer (draft_id, round, revision, answer, by)
      values ($1, 1, 1, 'ready', $2)`,
    `insert into draft_approval (draft_id, revision, version, by) values ($1, 1, 'next', $2)`,
  ]
  for (const statement of statements) await superuserClient.query(statement, ids)
  await superuserClient.query(
    `insert into edition_withdrawal (edition, from_day, reason, none_left, by, withdrawn_for)
      values ('four-pillars/2021', '2099-01-01', 'It is old', 'Wait', $1, 'lanyard-stewards')`,
    [person],
  )
}
