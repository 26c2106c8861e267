/** What a holder says to a pause or to a proposal, and what they are answered. While it is open. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { dayOf } from '../../../language/days.ts'
import type { Site } from '../../../web/site.ts'
import { isPaused } from '../../model/pause.ts'
import type { Signing } from '../../model/signing.ts'
import { lockSigning } from '../../sign-offs/signing-acts-store.ts'
import { getOwnSigning } from '../../sign-offs/signings-store.ts'
import { listProposedWithdrawals } from '../list-proposed.ts'
import { isOpenProposal } from '../model/proposal.ts'
import { insertReply, listReplies } from '../pauses-store.ts'
import { readDecider } from '../read-decider.ts'
import { tellHolder } from '../tell-holder.ts'

/** What it is about, as the page showed it. */
export type About = { readonly pauseId: string } | { readonly proposalId: string }

interface Written {
  readonly signingId: string
  readonly about: About
  readonly words: string
}

/** The same words twice are one reply. */
export function replyToQuestion(
  { db, now }: Pick<Site, 'db' | 'now'>,
  actor: Person,
  { signingId, about, words }: Written,
): Promise<'written' | 'over'> {
  return asActor(db, actor, async (db) => {
    await lockSigning(db, signingId)
    const signing = await getOwnSigning(db, { id: signingId, holderId: actor.id })
    if (!(await isOpen(db, signing, about, dayOf(now())))) return 'over'
    if (await isWrittenAlready(db, { signingId, about, words }, true)) return 'written'
    const reply = { id: randomUUID(), signingId, holderId: actor.id, about, words }
    await insertReply(db, { ...reply, byHolder: true, writtenBy: actor.id })
    const { organisation } = signing
    await recordEvent(db, actor, 'sign-off.replied', `signing:${signingId}`, { organisation })
    return 'written'
  })
}

export function answerReply(
  site: Pick<Site, 'db' | 'now' | 'jobs'>,
  actor: Person,
  { signingId, about, words }: Written,
): Promise<'written' | 'over'> {
  return asActor(site.db, actor, async (db) => {
    await lockSigning(db, signingId)
    const { signing, actedFor: organisation } = await readDecider(db, actor, signingId)
    if (!(await isOpen(db, signing, about, dayOf(site.now())))) return 'over'
    if (await isWrittenAlready(db, { signingId, about, words }, false)) return 'written'
    const { holderId } = signing
    const reply = { id: randomUUID(), signingId, holderId, about, words }
    await insertReply(db, { ...reply, byHolder: false, writtenBy: actor.id })
    const of = { organisation, about: holderId }
    await recordEvent(db, actor, 'sign-off.reply-answered', `signing:${signingId}`, of)
    await tellHolder(db, site, { holderId, signingId, organisation, kind: 'answered' })
    return 'written'
  })
}

async function isOpen(
  db: Transaction,
  signing: Signing,
  about: About,
  today: string,
): Promise<boolean> {
  if ('pauseId' in about) return signing.pause?.id === about.pauseId && isPaused(signing, today)
  const proposed = await listProposedWithdrawals(db, { signingId: signing.id })
  return proposed.some((one) => one.id === about.proposalId && isOpenProposal(one, today))
}

async function isWrittenAlready(
  db: Transaction,
  { signingId, about, words }: Written,
  byHolder: boolean,
): Promise<boolean> {
  const replies = await listReplies(db, { signingId })
  return replies.some(
    (one) =>
      one.words === words &&
      one.byHolder === byHolder &&
      ('pauseId' in about ? one.pauseId === about.pauseId : one.proposalId === about.proposalId),
  )
}
