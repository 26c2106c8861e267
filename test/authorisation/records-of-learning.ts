/** What an owner asked to learn, what is missing for them and what helps them; and what their employer offers. */
import { randomUUID } from 'node:crypto'
import type { TestSite } from '../site.ts'
import { wordsOf } from './canary.ts'
import { members, type OwnerName, owners } from './people.ts'

export interface LearningRecord {
  /** Of the owner's employer; the owner asked for the first alone. */
  readonly course: string
  readonly otherCourse: string
  readonly courseFile: string
  readonly contact: string
  /** Waits for an answer; and was said yes to. */
  readonly ask: string
  readonly approvedAsk: string
  readonly attendedAsk: string
  readonly wish: string
  /** Shared with the managers there, with an offer. */
  readonly need: string
  readonly ownNeed: string
  readonly offer: string
}

export async function insertLearning(
  { database }: TestSite,
  owner: OwnerName,
): Promise<LearningRecord> {
  const client = database.superuserClient
  const { organisation, manager } = owners[owner]
  const [holder, answerer] = [members[owner].id, members[manager].id]
  const id = randomUUID
  const [course, otherCourse, third, fourth] = [id(), id(), id(), id()]
  for (const [place, one] of [course, otherCourse, third, fourth].entries()) {
    await client.query(
      `insert into course (id, organisation, title, edition, codes, level, mode, nation, minutes, pence, listed_until)
        values ($1, $2, $3, 'ahp-support-worker/2026', '{3.9-entry}', 'entry', 'online', 'england', 60, 0,
          current_date + 90)`,
      [one, organisation, `Course ${place} for ${owner}`],
    )
  }
  const [courseFile, contact] = [id(), id()]
  await client.query(
    `insert into course_file (id, organisation, edition, head, rows)
      values ($1, $2, 'ahp-support-worker/2026', '{Title}', '[]')`,
    [courseFile, organisation],
  )
  await client.query(
    `insert into local_contact (id, organisation, purpose, role, phone, checked_on, review_on)
      values ($1, $2, 'carers', 'Carers lead', '01632 960 001', current_date, current_date + 90)`,
    [contact, organisation],
  )
  const [ask, approvedAsk, attendedAsk] = [id(), id(), id()]
  const shown = {
    ...{ title: 'A course', provider: 'A college', edition: 'ahp-support-worker/2026' },
    ...{ codes: ['3.9-entry'], cost: 'Free', hours: '1 hour' },
  }
  for (const [one, of, outcome, attended] of [
    [ask, course, null, null],
    [approvedAsk, third, 'approved', null],
    [attendedAsk, fourth, 'approved', '2026-11-01'],
  ]) {
    await client.query(
      `insert into learning_request (id, course_id, holder_id, organisation, shown, words, outcome,
          answered_by, answered_at, attended_on)
        values ($1, $2, $3, $4, $5, $6, $7, case when $7::text is null then null else $8::uuid end,
          case when $7::text is null then null else now() end, $9)`,
      [
        ...[one, of, holder, organisation, JSON.stringify(shown)],
        ...[wordsOf(owner, 'asked-to-learn'), outcome, answerer, attended],
      ],
    )
  }
  const [wish, need, ownNeed, offer] = [id(), id(), id(), id()]
  await client.query(
    `insert into learning_wish (id, holder_id, edition, code, area)
      values ($1, $2, 'ahp-support-worker/2026', '3.9-entry', 'merrowfell-and-ostlewick')`,
    [wish, holder],
  )
  await client.query(
    `insert into support_need (id, holder_id, kind, words)
      values ($1, $3, 'time', $4), ($2, $3, 'mentor', 'Somebody to talk to')`,
    [need, ownNeed, holder, wordsOf(owner, 'helps')],
  )
  await client.query(
    `insert into support_share (id, need_id, holder_id, organisation)
      values (gen_random_uuid(), $1, $2, $3)`,
    [need, holder, organisation],
  )
  await client.query(
    `insert into support_offer (id, need_id, holder_id, organisation, offered_by, words)
      values ($1, $2, $3, $4, $5, 'Fridays')`,
    [offer, need, holder, organisation, answerer],
  )
  return {
    ...{ course, otherCourse, courseFile, contact, ask, approvedAsk, attendedAsk },
    ...{ wish, need, ownNeed, offer },
  }
}
