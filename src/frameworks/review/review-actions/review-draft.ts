/** A draft is sent for review, answered, and approved by somebody who did not write it. */
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import type { Site } from '../../../web/site.ts'
import { listThings } from '../../authoring/drafts-store.ts'
import { getOpenDraft, lockOpenDraft } from '../../authoring/lock-open-draft.ts'
import type { Draft } from '../../authoring/model/draft.ts'
import { putTogether } from '../../authoring/model/put-together.ts'
import { checkDraft } from '../check-draft.ts'
import { isApproved, type ReviewAnswer } from '../model/review.ts'
import { judgeFindings, listBlocking } from '../model/waiver.ts'
import { listDraftMembers } from '../people-store.ts'
import * as store from '../reviews-store.ts'
import { tellOfDraft } from '../tell-of-draft.ts'
import { listWaivers } from '../waivers-store.ts'
import { requireSteward } from './open-draft.ts'

type OnSite = Pick<Site, 'db' | 'jobs'>

/** A new round. Throws NotFound for whoever may not write in it, Conflict where it is not being written. */
export function sendForReview(
  { db, jobs }: OnSite,
  person: Person,
  { draft: id, message }: { draft: string; message?: string | undefined },
): Promise<void> {
  return asActor(db, person, async (db) => {
    const draft = await lockOpenDraft(db, id)
    if (draft.state !== 'writing') throw new Conflict('This draft is in review already.')
    const [latest] = await store.listRounds(db, { draft: id })
    const round = (latest?.round ?? 0) + 1
    const { revision } = draft
    await store.insertRound(db, { draft: id, round, revision, message, askedBy: person.id })
    await store.setDraftState(db, { draft: id, state: 'in-review' })
    await tellAll(db, jobs, person, { draft: id, news: 'review' })
    await recordEvent(db, person, 'draft.sent-for-review', `draft:${id}`, { round, revision })
  })
}

/** Throws NotFound, and Conflict where it is being written already. */
export function takeBackToWriting(
  { db }: Pick<Site, 'db'>,
  person: Person,
  { draft: id }: { readonly draft: string },
): Promise<void> {
  return asActor(db, person, async (db) => {
    const draft = await lockOpenDraft(db, id)
    if (draft.state === 'writing') throw new Conflict('This draft is being written already.')
    await store.setDraftState(db, { draft: id, state: 'writing' })
    await recordEvent(db, person, 'draft.review-taken-back', `draft:${id}`)
  })
}

export interface AnswerGiven {
  readonly draft: string
  /** That they read: another one since then is said. */
  readonly revision: number
  readonly answer: ReviewAnswer
  readonly reason?: string | undefined
}

/** For reviewers and stewards. Throws NotFound for others, Conflict where it is not in review. */
export function answerReview(
  { db, jobs }: OnSite,
  person: Person,
  { draft: id, revision, answer, reason }: AnswerGiven,
): Promise<void> {
  return asActor(db, person, async (db) => {
    const members = await listDraftMembers(db, { draft: id })
    const isReviewer = members.some(
      ({ personId, role }) => personId === person.id && role !== 'editor',
    )
    if (!isReviewer) throw new NotFound(`to review draft ${id}`)
    const { state } = await getOpenDraft(db, id)
    const [round] = await store.listRounds(db, { draft: id })
    if (round === undefined || state !== 'in-review') throw new Conflict(notInReview)
    const given = { draft: id, round: round.round, revision, answer, reason, by: person.id }
    await store.insertAnswer(db, given)
    await tell(db, jobs, person, { draft: id, news: 'answered', personId: round.askedBy })
    const details = { answer, round: round.round, revision }
    await recordEvent(db, person, 'draft.review-answered', `draft:${id}`, details)
  })
}

/**
 * Gives whether that makes it approved. Throws NotFound for whoever is no steward of it, Conflict
 * where it is not in review, was changed since `revision`, or holds what must be mended.
 */
export function approveDraft(
  { db, jobs }: OnSite,
  person: Person,
  { draft: id, revision }: { readonly draft: string; readonly revision: number },
): Promise<boolean> {
  return asActor(db, person, async (db) => {
    const draft = await lockOpenDraft(db, id)
    requireSteward(person, draft)
    if (draft.state !== 'in-review') throw new Conflict(notInReview)
    if (draft.revision !== revision) throw new Conflict(changedSince)
    const blocking = await countBlocking(db, id)
    if (blocking > 0) throw new Conflict('Something in it must be mended first, or waived.')
    const { version } = draft
    if (!(await store.insertApproval(db, { draft: id, revision, version, by: person.id }))) {
      throw new Conflict('You have approved this already.')
    }
    const approved = await isNowApproved(db, draft)
    if (approved) await store.setDraftState(db, { draft: id, state: 'approved' })
    await tellAll(db, jobs, person, { draft: id, news: approved ? 'approved' : 'one-approved' })
    await recordEvent(db, person, 'draft.approved', `draft:${id}`, { revision, enough: approved })
    return approved
  })
}

const notInReview = 'This draft is not in review now.'
const changedSince =
  'Somebody changed this draft after you opened the page. Read what changed, then approve it.'

async function countBlocking(db: Transaction, draft: string): Promise<number> {
  const [things, waivers] = await Promise.all([
    listThings(db, { draft }),
    listWaivers(db, { draft }),
  ])
  return listBlocking(judgeFindings(checkDraft(putTogether(things)), waivers)).length
}

async function isNowApproved(db: Transaction, draft: Draft): Promise<boolean> {
  const [approvals, written] = await Promise.all([
    store.listApprovals(db, { draft: draft.id }),
    store.findWritten(db, { draft: draft.id }),
  ])
  return isApproved(draft, approvals, written)
}

type News = Parameters<typeof tellOfDraft>[2]

/** Reviewers and stewards, and never whoever did it. */
async function tellAll(
  db: Transaction,
  jobs: Site['jobs'],
  person: Person,
  { draft, news }: Pick<News, 'draft' | 'news'>,
): Promise<void> {
  const members = await listDraftMembers(db, { draft })
  const told = new Set(
    members.filter(({ role }) => role !== 'editor').map(({ personId }) => personId),
  )
  for (const personId of told) await tell(db, jobs, person, { draft, news, personId })
}

async function tell(
  db: Transaction,
  jobs: Site['jobs'],
  person: Person,
  news: News,
): Promise<void> {
  if (news.personId !== person.id) await tellOfDraft(db, { jobs }, news)
}
