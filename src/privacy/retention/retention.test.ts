import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, fullRecord } from '../../../test/full-record.ts'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { ContentFault, parseContent } from '../../content/read-content.ts'
import { asActor } from '../../database/as-actor.ts'
import { personalPartsOf, retentionRules } from '../../personal-parts.ts'
import { askToClose, eraseAccount } from '../closing/closing-actions.ts'
import { kindOf, runsOutBefore } from './model/retention.ts'
import { enforceRetention, rehearseRetention } from './retention-actions.ts'
import { readRetention, retentionFile } from './retention-content.ts'

const test = await testSite()
const { site, database } = test
const { db } = site
const { superuserClient } = database
const kinds = readRetention()
const retention = { kinds, rules: retentionRules }
const now = new Date()

beforeAll(async () => {
  await fullRecord(test)
  await enforceRetention(db, retention, now)
})

const rows = async (query: string, values: unknown[] = []) =>
  (await superuserClient.query(query, values)).rows

/** Every row of every table, but for the audit and what runs the jobs. */
async function everything(): Promise<string[]> {
  const tables = await rows(`select tablename as t from pg_tables where schemaname = 'public'
    and tablename not like 'audit%' and tablename not in ('migration', 'statement', 'edition')`)
  const found: string[] = []
  for (const { t } of tables) {
    const held = await rows(`select '${t} ' || to_jsonb(one)::text as row from "${t}" one`)
    found.push(...held.map(({ row }) => row))
  }
  return found.sort()
}

const day = 86_400_000
const runOut = (kind: string) => runsOutBefore(kindOf(kinds, kind), now) ?? now
const just = (kind: string, days: number) => new Date(runOut(kind).getTime() + days * day)

const holder = people.holder
const insertRequest = async (when: Date, outcome?: 'declined' | 'taken-back') => {
  const id = randomUUID()
  await rows(
    `insert into sign_off_request
      (id, holder_id, assessor_id, organisation, edition, section, level, codes, at)
      values ($1, $2, $3, $4, 'ahp-support-worker/2026', '6.1', 'entry', '{6.1-entry}', $5)`,
    [id, holder, people.assessor, at, when],
  )
  if (outcome !== undefined) {
    await rows('insert into sign_off_answer (request_id, outcome, at) values ($1, $2, $3)', [
      ...[id, outcome, when],
    ])
  }
  return id
}

/** A task that nobody has answered. */
async function delegate(moment: Date): Promise<string> {
  const id = randomUUID()
  await rows(
    `insert into delegation (id, offer_id, edition, task, title, codes, delegator_id, organisation,
       delegator_shown, worker_id, worker_at, worker_shown, arrangement, words, consent,
       supervision, starts_on, review_on, seen, at)
     values ($1, $1, 'ahp-support-worker/2026', 'x', 'x', '{3.9-entry}', $2, $3, '{}', $4, $3, '{}',
       'same-employer', 'x', 'given', 'nearby', '2020-01-01', '2020-02-01', '[]', $5)`,
    [id, people.assessor, at, holder, moment],
  )
  return id
}

/** Of each kind, what puts one in that began at a moment. */
const begunAt: Readonly<Record<string, (moment: Date) => Promise<unknown>>> = {
  session: (moment) =>
    rows(
      `insert into session (token_hash, person_id, expires_at, proof, stepped_up_how,
         stepped_up_at, shared_computer, last_seen_at, device)
       values ($1, $2, $3, 'passkey', 'passkey', $3, false, $3, 'x')`,
      [randomBytes(32), holder, moment],
    ),
  'sign-in-attempt': (moment) =>
    rows(
      `insert into email_code (id, purpose, address, browser_hash, link_hash, created_at, expires_at)
       values (gen_random_uuid(), 'sign-in', 'a@b.example', $1, $2, $3, $3)`,
      [randomBytes(32), randomBytes(32), moment],
    ),
  'known-device': (moment) =>
    rows('insert into known_device (person_id, device, first_seen_at) values ($1, $2, $3)', [
      ...[holder, randomUUID(), moment],
    ]),
  'weekly-letter': (moment) =>
    rows('insert into weekly_letter (person_id, week, at) values ($1, $2::timestamptz::date, $2)', [
      ...[holder, moment],
    ]),
  viewing: (moment) =>
    rows(
      `insert into viewing (holder_id, at, what, viewer_id, organisation)
       values ($1, $2, 'person', $3, $4)`,
      [holder, moment, people.issuer, at],
    ),
  'export-copy': (moment) =>
    rows(
      `insert into export_copy (id, person_id, asked_at, parts, ready_at)
       values (gen_random_uuid(), $1, $2, 9, $2)`,
      [holder, moment],
    ),
  'signing-draft': async (moment) =>
    rows('insert into signing_draft (request_id, assessor_id, entered) values ($1, $2, $3)', [
      ...[await insertRequest(moment), people.assessor, {}],
    ]),
  'unsigned-request': (moment) => insertRequest(moment, 'declined'),
  'corridor-visit': (moment) =>
    rows(
      `insert into corridor_visit
          (id, holder_id, edition, level, codes, suggested, made_at, expires_at)
        values ($1, $2, 'ahp-support-worker/2026', 'entry', '{3.9-entry}', 1, $3, $3)`,
      [randomUUID(), holder, moment],
    ),
  'training-file': (moment) =>
    rows(
      `insert into training_file (id, holder_id, made_at, edition, head)
        values ($1, $2, $3, 'ahp-support-worker/2026', '{Course}')`,
      [randomUUID(), holder, moment],
    ),
  'learning-wish': (moment) =>
    rows(
      `insert into learning_wish (id, holder_id, edition, code, area, at)
        select $1, $2, edition, code, 'merrowfell-and-ostlewick', $3 from statement
        where edition = 'ahp-support-worker/2026' and code not in (select code from learning_wish)
        limit 1`,
      [randomUUID(), holder, moment],
    ),
  'share-link': async (moment) => {
    const id = randomUUID()
    await rows(
      'insert into share (id, holder_id, token_hash, expires_at) values ($1, $2, $3, $4)',
      [...[id, holder, randomBytes(32), moment]],
    )
    await rows('insert into share_end (share_id) values ($1)', [id])
  },
  delegation: async (moment) => {
    const id = await delegate(moment)
    await rows(
      `insert into delegation_step (id, delegation_id, kind, by_id, at)
       select gen_random_uuid(), $1, kind, $2, $3::timestamptz from unnest('{accepted,given-back}'::text[]) kind`,
      [id, holder, moment],
    )
  },
  'delegation-not-taken': (moment) => delegate(moment),
  'delegation-code': (moment) =>
    rows(
      `insert into delegation_opening (id, worker_id, made_at, expires_at)
       values (gen_random_uuid(), $1, $2, $2)`,
      [holder, moment],
    ),
  'local-task': (moment) =>
    rows(
      `insert into delegation_addon
         (id, organisation, title, about, edition, codes, ends_on, made_by, taken_out_at)
       values (gen_random_uuid(), $1, 'x', 'x', 'ahp-support-worker/2026', '{3.9-entry}',
         current_date, $2, $3)`,
      [at, people.assessor, moment],
    ),
  'standing-share': (moment) =>
    rows(
      `insert into standing_share (holder_id, organisation, depth, at, ends_on, ended_at)
        values ($1, $2, 'counts', $3::timestamptz, '2099-01-01', $3::timestamptz)`,
      [holder, at, moment],
    ),
  recognition: async (moment) => {
    await rows(
      `insert into recognition_share (id, holder_id, organisation, purpose, ends_on, at)
       values ($1, $2, $3, 'join', '2026-01-01', $4)`,
      [randomUUID(), holder, at, moment],
    )
  },
  'rights-request': async (moment) => {
    const id = randomUUID()
    await rows(
      `insert into rights_request (id, person_id, kind, about, about_words, organisation, words, due_on)
       values ($1, $2, 'correction', 'x:y', 'x', $3, 'x', $4)`,
      [id, holder, at, moment],
    )
    await rows(
      `insert into rights_answer (request_id, outcome, words, answered_by, at)
       values ($1, 'done', 'x', $2, $3)`,
      [id, people.issuer, moment],
    )
  },
  letter: (moment) =>
    rows(
      `insert into demonstration_letter (address, subject, text, at)
       overriding user value values ('a@b.example', 'x', 'x', $1)`,
      [moment],
    ),
  complaint: async (moment) => {
    const id = randomUUID()
    await rows(
      `insert into complaint (id, reference, complainant_id, name, reply_by, what_happened,
         put_right, received_at) values ($1, $2, $3, 'x', 'here', 'x', 'x', $4)`,
      [id, id, holder, moment],
    )
    await rows(
      `insert into complaint_step (id, complaint_id, kind, outcome, words, by_person, at)
       values (gen_random_uuid(), $1, 'answered', 'upheld', 'x', $2, $3)`,
      [id, people.issuer, moment],
    )
  },
  invitation: (moment) =>
    rows(
      `insert into invitation (id, organisation, name, email, way, job_title, starts_on,
         invited_by, expires_at)
       values (gen_random_uuid(), $1, 'x', $2, 'email', 'x', current_date, $3, $4)`,
      [at, `${randomUUID()}@example.org`, people.issuer, moment],
    ),
  'invitation-file': (moment) =>
    rows(
      `insert into invitation_batch (id, organisation, made_by, made_at, rows)
       values (gen_random_uuid(), $1, $2, $3, '[]')`,
      [at, people.issuer, moment],
    ),
  'signed-record': (moment) => closeAt(moment),
}

const leaver = 'd5fc6864-467b-478a-866c-98775e587146'

/** Somebody who closed their account, at a moment. */
async function closeAt(moment: Date): Promise<void> {
  await rows('delete from account_closing where person_id = $1', [leaver])
  await rows(
    `insert into account_closing (id, person_id, asked_at, erase_after, erased_at)
     values (gen_random_uuid(), $1, $2::timestamptz - interval '14 days', $2, $2)`,
    [leaver, moment],
  )
  await rows(
    `insert into kept_name (person_id, organisation, name) values ($1, $2, 'Rhodri')
     on conflict do nothing`,
    [leaver, at],
  )
}

describe('a kind that a day ends', () => {
  const ending = kinds.filter(({ keepFor }) => typeof keepFor !== 'string')

  it.each(ending.map(({ kind }) => kind))(
    '%s goes the day after, and not the day before',
    async (kind) => {
      const begin = begunAt[kind]
      if (begin === undefined) throw new Error(`the test begins nothing of ${kind}`)
      const before = await everything()
      await begin(just(kind, 1))
      const kept = await everything()
      expect(kept.length).toBeGreaterThan(before.length)
      await enforceRetention(db, retention, now)
      expect(await everything()).toEqual(kept)
      await begin(just(kind, -1))
      const ended = await enforceRetention(db, retention, now)
      expect(ended[kind]).toBe(1)
      expect(Object.values(ended).reduce((sum, count) => sum + count, 0)).toBe(1)
    },
  )
})

describe('what goes', () => {
  it('is what passkeys and other providers were asked, too', async () => {
    const moment = just('sign-in-attempt', -1)
    await rows(
      `insert into passkey_challenge (challenge_hash, browser_hash, purpose, expires_at)
       values ($1, $2, 'sign-in', $3)`,
      [randomBytes(32), randomBytes(32), moment],
    )
    await rows(
      `insert into open_id_login (state_hash, browser_hash, provider, purpose, nonce,
         code_verifier, next, shared_computer, started_at, expires_at)
       values ($1, $2, 'x', 'sign-in', 'x', 'x', '/', false, $3, $3)`,
      [randomBytes(32), randomBytes(32), moment],
    )
    expect((await enforceRetention(db, retention, now))['sign-in-attempt']).toBe(2)
  })

  it('is never the latest device: a new one would be taken for the first', async () => {
    await rows('delete from known_device where person_id = $1', [leaver])
    for (const days of [-9, -5]) {
      await rows(
        'insert into known_device (person_id, device, first_seen_at) values ($1, $2, $3)',
        [...[leaver, `device ${days}`, just('known-device', days)]],
      )
    }
    expect((await enforceRetention(db, retention, now))['known-device']).toBe(1)
    const left = await rows('select device from known_device where person_id = $1', [leaver])
    expect(left).toEqual([{ device: 'device -5' }])
  })

  it('is told by a rehearsal, which deletes nothing and leaves no event', async () => {
    await begunAt.viewing?.(just('viewing', -3))
    const before = await everything()
    const events = await rows('select 1 from audit_event')
    expect((await rehearseRetention(db, retention, now)).viewing).toBe(1)
    expect(await everything()).toEqual(before)
    expect(await rows('select 1 from audit_event')).toHaveLength(events.length)
  })

  it('is recorded as one event with a count for each kind, and no more', async () => {
    await enforceRetention(db, retention, now)
    const [event] = await rows(
      `select actor, subject_ref, details from audit_event where action = 'retention.enforced'
        order by at desc limit 1`,
    )
    expect(event.actor).toBe('job:enforce-retention')
    expect(Object.keys(event.details).sort()).toEqual(retentionRules.map(({ kind }) => kind).sort())
    expect(event.details.viewing).toBe(1)
  })

  it('is ended by that job alone', async () => {
    const before = new Date(0)
    for (const { kind, end } of retentionRules) {
      await expect(
        asActor(db, personWith(holder), (db) => end(db, before)),
        kind,
      ).rejects.toThrow('only the job that enforces retention')
    }
  })

  it('of a closed account is the last of it, but for a number that others refer to', async () => {
    const parts = personalPartsOf(site)
    await askToClose({ site, parts }, personWith(holder))
    await rows(
      `update account_closing set asked_at = asked_at - interval '20 days',
         erase_after = erase_after - interval '20 days' where person_id = $1 and undone_at is null`,
      [holder],
    )
    await eraseAccount(db, parts, holder)
    expect(await rows('select 1 from signing where holder_id = $1', [holder])).toHaveLength(2)
    await rows(
      `update account_closing set erased_at = $2 where person_id = $1 and erased_at is not null`,
      [holder, just('signed-record', -1)],
    )
    expect((await enforceRetention(db, retention, now))['signed-record']).toBe(1)
    for (const table of ['signing', 'sign_off', 'credential', 'sign_off_request', 'holder_key']) {
      expect(await rows(`select 1 from ${table} where holder_id = $1`, [holder]), table).toEqual([])
    }
    expect(await rows('select name from kept_name where person_id = $1', [holder])).toEqual([])
    expect(await rows('select name from person where id = $1', [holder])).toEqual([
      { name: 'Somebody who closed their account' },
    ])
    expect(
      await rows('select 1 from signing where assessor_id = $1', [holder]),
      'what they signed for others stays theirs',
    ).toHaveLength(1)
    expect((await enforceRetention(db, retention, now))['signed-record']).toBe(0)
  })
})

describe('content/privacy/retention.yaml', () => {
  const kind = (lines: string) =>
    `kinds:\n  - kind: one\n    what: one\n    from: a day\n    why: so\n${lines}`
  const faults: Readonly<Record<string, [string, string]>> = {
    'two units': [
      kind('    keep-for: { days: 1, years: 2 }\n    basis: our-choice\n'),
      'say days, months or years, and only one',
    ],
    'a law that is not named': [
      kind('    keep-for: { days: 1 }\n    basis: law\n'),
      'say which law where the basis is law',
    ],
    'a field that nobody knows': [
      kind('    keep-for: always\n    basis: our-choice\n    until: later\n'),
      'Remove "until"',
    ],
  }

  it.each(Object.entries(faults))('is refused with %s', (_, [source, message]) => {
    expect(() => parseContent(source, retentionFile, 'retention.yaml')).toThrow(ContentFault)
    expect(() => parseContent(source, retentionFile, 'retention.yaml')).toThrow(message)
  })
})
