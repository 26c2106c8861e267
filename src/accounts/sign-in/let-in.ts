/** The last step of every way of signing in, and of showing again that it is you. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { paths } from '../../paths.ts'
import { findCookie } from '../../web/cookies.ts'
import { beginSession, setSessionCookie } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import type { AccountChange } from './model/letters.ts'
import { nameDevice } from './model/name-device.ts'
import { hasOwnWayIn } from './own-way-in.ts'
import { recordStepUp, type SessionStart, signInJob, startSession } from './sessions-actions.ts'
import { insertKnownDevice } from './sessions-store.ts'
import { tellOthers } from './tell-others.ts'

export interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

interface Browser {
  readonly device: string
  readonly earlierToken: string | undefined
}

/** Of whoever asks: the device by name, and the session it has already. */
export function browserOf({ config }: Site, request: FastifyRequest): Browser {
  return {
    device: nameDevice(request.headers['user-agent']),
    earlierToken: findCookie(request, 'session', config.https),
  }
}

/** Whose identity was just shown, how, and the page to go on to: only ever one of ours. */
export interface Shown extends Pick<SessionStart, 'personId' | 'proof' | 'sharedComputer'> {
  readonly next: string
  /** The e-mail address by which it was shown, which need not be told. */
  readonly address?: string | undefined
}

/**
 * Signs in whoever `show` finds, in the transaction in which they show it: what proves it is spent
 * with the session that it opens, or neither. Undefined where nothing was shown.
 */
export async function letIn(
  site: Site,
  { request, reply }: Exchange,
  show: (db: Transaction) => Promise<Shown | undefined>,
): Promise<FastifyReply | undefined> {
  const browser = browserOf(site, request)
  const opened = await asActor(site.db, signInJob, async (db) => {
    const shown = await show(db)
    return shown && openFor(db, site, { ...shown, ...browser })
  })
  if (opened === undefined) return undefined
  beginSession(reply, site.config.https, opened.token)
  return reply.redirect(opened.next, 303)
}

/** Whoever could not get in without their employer is first asked for a way that is their own. */
async function openFor(
  db: Transaction,
  site: Site,
  { next, address, ...start }: Shown & Browser,
): Promise<{ readonly token: string; readonly next: string }> {
  const { personId, proof, device } = start
  const now = site.now()
  const isNew = await insertKnownDevice(db, { personId, device, now })
  const change: AccountChange | undefined =
    proof === 'recovery-sheet' ? 'sheet-used' : isNew ? 'new-device' : undefined
  if (change !== undefined)
    await tellOthers(db, site, { personId, change, device, except: address })
  const token = await startSession(db, { ...start, now })
  return { token, next: (await hasOwnWayIn(db, { personId })) ? next : paths.ownWayIn(next) }
}

/** The same for somebody signed in who is asked again: `show` says how they did, or undefined. */
export async function letOn(
  site: Site,
  { request, reply }: Exchange,
  show: (db: Transaction) => Promise<Pick<Shown, 'proof' | 'next'> | undefined>,
): Promise<FastifyReply | undefined> {
  const { earlierToken } = browserOf(site, request)
  const opened = await asActor(site.db, signInJob, async (db) => {
    const shown = await show(db)
    if (shown === undefined || earlierToken === undefined) return undefined
    const step = { token: earlierToken, how: shown.proof, now: site.now() }
    return { next: shown.next, token: await recordStepUp(db, step) }
  })
  if (opened?.token === undefined) return undefined
  setSessionCookie(reply, site.config.https, opened.token)
  return reply.redirect(opened.next, 303)
}
