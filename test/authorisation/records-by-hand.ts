/** The records that are quicker put in than made through pages. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { TestSite } from '../site.ts'
import { addressOf, wayInOf, wordsOf } from './canary.ts'
import { members, type OwnerName, owners } from './people.ts'

export async function insertByHand(test: TestSite, owner: OwnerName) {
  const { id } = members[owner]
  return {
    ...(await insertWaysIn(test, owner, id)),
    ...(await insertWork(test, owner, id)),
    ...(await insertRights(test, owner, id)),
    ...(await insertRegister(test, owner, id)),
  }
}

async function insertWaysIn({ database }: TestSite, owner: OwnerName, person_id: string) {
  const { ownerDb, superuserClient } = database
  const [address, passkey, identity] = [randomUUID(), randomUUID(), randomUUID()]
  const now = new Date()
  await ownerDb
    .insertInto('email_address')
    .values({
      ...{ id: address, person_id, address: addressOf(owner), kind: 'personal', ends_on: null },
      ...{ confirmed_at: now, reminded_at: null },
    })
    .execute()
  await ownerDb
    .insertInto('passkey')
    .values({
      ...{ id: passkey, person_id, credential_id: `kestrel-${owner}`, public_key: aHash() },
      ...{ user_handle: aHash(), counter: 0, transports: ['internal'] },
      ...{ backup_eligible: true, backed_up: true, name: wordsOf(owner, 'way-in') },
      ...{ added_at: now, last_used_at: null },
    })
    .execute()
  await ownerDb
    .insertInto('open_id_identity')
    .values({
      ...{ id: identity, person_id, issuer: wayInOf(owner), subject: owner, provider: 'work' },
      ...{ linked_at: now, last_used_at: null },
    })
    .execute()
  const [sheet, finder, token] = [randomBytes(16), `K${owner}`.slice(0, 5).toUpperCase(), aHash()]
  await ownerDb
    .insertInto('recovery_sheet')
    .values({ id: sheet, person_id, made_at: now })
    .execute()
  await ownerDb
    .insertInto('recovery_code')
    .values({
      ...{ finder, sheet_id: sheet, person_id },
      ...{ salt: randomBytes(16), code_hash: aHash(), used_at: null },
    })
    .execute()
  await superuserClient.query(
    `insert into recovery_code (finder, sheet_id, person_id, salt, code_hash, used_at)
      values ($1, $2, $3, $4, $4, now())`,
    [`U${finder}`.slice(0, 5), sheet, person_id, randomBytes(32)],
  )
  const { rows } = await superuserClient.query<{ id: string }>(
    `insert into session (token_hash, person_id, proof, stepped_up_how, stepped_up_at, shared_computer,
        device, created_at, last_seen_at, expires_at)
      values ($1, $2, 'email-code', 'email-code', now(), false, $3, now(), now(), now() + interval '1 day')
      returning id`,
    [token, person_id, wordsOf(owner, 'device')],
  )
  await superuserClient.query(
    'insert into known_device (person_id, device, first_seen_at) values ($1, $2, now())',
    [person_id, wordsOf(owner, 'device')],
  )
  await superuserClient.query(
    `insert into reminder_choice (person_id, letters) values ($1, 'weekly')`,
    [person_id],
  )
  await superuserClient.query(
    'insert into weekly_letter (person_id, week) values ($1, current_date)',
    [person_id],
  )
  await superuserClient.query('insert into former_name (person_id, name) values ($1, $2)', [
    person_id,
    wordsOf(owner, 'former-name'),
  ])
  const session = rows[0]?.id ?? ''
  const emailCode = randomUUID()
  await superuserClient.query(
    `insert into email_code (id, purpose, address, person_id, session_id, code_hash, shared_computer,
        created_at, expires_at)
      values ($1, 'step-up', $2, $3, $4, $5, false, now(), now() + interval '1 hour')`,
    [emailCode, addressOf(owner), person_id, session, aHash()],
  )
  return { address, passkey, identity, session, token, sheet, finder, emailCode }
}

async function insertWork({ database }: TestSite, owner: OwnerName, person: string) {
  const { superuserClient } = database
  const { organisation, assessor } = owners[owner]
  const one = async (sql: string, ...values: unknown[]) =>
    (await superuserClient.query<{ id: string }>(sql, values)).rows[0]?.id ?? ''
  const registration = await one(
    `insert into registration (person_id, regulator, number, profession)
      values ($1, 'Social Work England', $2, 'social-worker') returning id`,
    person,
    wordsOf(owner, 'registration'),
  )
  await superuserClient.query(
    `insert into registration_check (registration_id, organisation, outcome, checked_on, checked_by)
      values ($1, $2, 'on-register', current_date, $3)`,
    [registration, organisation, members[owners[owner].manager].id],
  )
  const assessorsRegistration = await one(
    'select id from registration where person_id = $1 limit 1',
    members[assessor].id,
  )
  const job = await one('select id from membership where person_id = $1', person)
  const endedJob = await one(
    `insert into membership (person_id, organisation, job_title, valid_from, valid_to)
      values ($1, $2, 'Evenings', current_date - 90, current_date - 1) returning id`,
    person,
    organisation,
  )
  const grant = await one(
    'select id from permission_grant where person_id = $1 and organisation = $2',
    person,
    organisation,
  )
  await superuserClient.query(
    `insert into viewing (holder_id, what, viewer_id, organisation)
      values ($1, 'person', $2, $3)`,
    [person, members[owners[owner].manager].id, organisation],
  )
  await superuserClient.query(
    `insert into identity_check (id, person_id, organisation, how, checked_on, checked_by)
      values (gen_random_uuid(), $1, $2, 'photo-document-in-person', current_date, $3)`,
    [person, organisation, members[owners[owner].manager].id],
  )
  const decidedGrant = await one(
    `insert into permission_grant (person_id, organisation, permission, granted_by, expires_on, ended_on, ended_by)
      values ($1, $2, 'delegate', $3, current_date + 9, london_day(), $3) returning id`,
    person,
    organisation,
    members[owners[owner].manager].id,
  )
  return { registration, assessorsRegistration, job, endedJob, grant, decidedGrant }
}

async function insertRights({ database }: TestSite, owner: OwnerName, person: string) {
  const { superuserClient } = database
  const { organisation } = owners[owner]
  const [rights, complaint, copy] = [randomUUID(), randomUUID(), randomUUID()]
  const words = wordsOf(owner, 'rights')
  await superuserClient.query(
    `insert into rights_request (id, person_id, kind, about, about_words, organisation, words, due_on)
      values ($1::uuid, $2, 'correction', 'signing:' || $1::text, $3, $4, $3, current_date + 30)`,
    [rights, person, words, organisation],
  )
  await superuserClient.query(
    `insert into complaint (id, reference, organisation, complainant_id, name, reply_by, what_happened, put_right)
      values ($1, $2, $3, $4, $5, 'here', $5, $5)`,
    [complaint, `KES-${owner}`, organisation, person, wordsOf(owner, 'complaint')],
  )
  await superuserClient.query(
    `insert into export_copy (id, person_id, parts_done, parts, ready_at, file)
      values ($1, $2, 1, 1, now(), $3)`,
    [copy, person, Buffer.from(wordsOf(owner, 'note'))],
  )
  const codeComplaint = { reference: `CODE-${owner}`, codeHash: aHash() }
  await superuserClient.query(
    `insert into complaint (id, reference, name, reply_by, reply_to, what_happened, put_right, code_hash)
      values (gen_random_uuid(), $1, 'Somebody', 'email', 'a@example.org', 'This.', 'That.', $2)`,
    [codeComplaint.reference, codeComplaint.codeHash],
  )
  const stoppedShare = randomUUID()
  await superuserClient.query(
    `with made as (insert into share (id, holder_id, token_hash, expires_at)
        values ($1, $2, $3, now() + interval '1 day') returning id)
      insert into share_end (share_id) select id from made`,
    [stoppedShare, person, aHash()],
  )
  return { rights, complaint, copy, codeComplaint, stoppedShare }
}

async function insertRegister({ database }: TestSite, owner: OwnerName, person: string) {
  const { superuserClient } = database
  const { organisation } = owners[owner]
  const [request, proposal, response] = [randomUUID(), randomUUID(), randomUUID()]
  const words = wordsOf(owner, 'asked-stewards')
  await superuserClient.query(
    `insert into organisation_request (id, name, kind, nation, sector, note, asked_by)
      values ($1, $2, 'charity', 'england', 'voluntary', $2, $3)`,
    [request, words, person],
  )
  await superuserClient.query(
    `insert into verification_proposal (id, organisation, proposed_by, steward, proposed_on, check_again_on)
      values ($1, $2, $3, 'lanyard-stewards', current_date, current_date + 300)`,
    [proposal, organisation, members.steward.id],
  )
  await superuserClient.query(
    `insert into verification_evidence (id, proposal_id, kind, register, number)
      values ($1, $2, 'register-entry', 'ods', 'DEMO-1')`,
    [randomUUID(), proposal],
  )
  await superuserClient.query(
    `insert into consultation_response (id, consultation, digest, respondent, parsed, source, imported_by)
      select $1, consultation, $2, $2, parsed, $2, $3 from consultation_response where example limit 1`,
    [response, wordsOf(owner, 'response'), members.steward.id],
  )
  const { rows } = await superuserClient.query<{ site: string; team: string }>(
    `with made as (insert into site (organisation, name) values ($1, $2) returning id, organisation)
      , placed as (insert into team (organisation, site_id, name)
        select organisation, id, $2 from made returning id)
      select made.id as site, placed.id as team from made, placed`,
    [organisation, `A ward of ${owner}`],
  )
  const { site = '', team = '' } = rows[0] ?? {}
  await superuserClient.query(
    `insert into membership_team (membership_id, team_id, organisation)
      select id, $1, organisation from membership where person_id = $2 and valid_to is null`,
    [team, person],
  )
  const { manager } = owners[owner]
  await superuserClient.query(
    `insert into organisation_request (id, organisation, note, asked_by)
      values (gen_random_uuid(), $1, $2, $3)`,
    [organisation, 'Please look again.', members[manager].id],
  )
  await superuserClient.query(
    `insert into email_address (id, person_id, address, kind, confirmed_at)
      values (gen_random_uuid(), $1, $2, 'personal', now()) on conflict do nothing`,
    [members[manager].id, `${manager.toLowerCase()}@example.org`],
  )
  const mapping = await insertMapping(superuserClient, owner, person)
  const confirmed = await superuserClient.query<{ id: string }>(
    `select proposal_id as id from verification_answer
      where organisation = $1 and outcome = 'confirmed' limit 1`,
    [organisation],
  )
  const confirmedProposal = confirmed.rows[0]?.id ?? ''
  return {
    organisationRequest: request,
    proposal,
    confirmedProposal,
    response,
    site,
    team,
    mapping,
  }
}

async function insertMapping(
  client: TestSite['database']['superuserClient'],
  owner: OwnerName,
  person: string,
): Promise<string> {
  const id = randomUUID()
  const code = { holder: '1', colleague: '2', stranger: '3' }[owner]
  await client.query(
    `insert into mapping (id, line, from_edition, from_codes, to_edition, to_code, relation,
        coverage, missing, confidence, why, decided_by, decided_for)
      values ($1, $1, 'ahp-support-worker/2026', '{8.1}', 'care-certificate/2025', $2, 'related',
        'part', 'Much', 'low', 'They touch', $3, 'lanyard-stewards')`,
    [id, code, person],
  )
  return id
}

function aHash(): Buffer {
  return randomBytes(32)
}
