/** The last step of every way of signing in, and of showing again that it is you. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { sessionCookie, setSessionCookie } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { nameDevice } from './model/name-device.ts'
import { recordStepUp, type SessionStart, signInJob, startSession } from './sessions-actions.ts'

/** Of whoever asks: the device by name, and the session it has already. */
export function browserOf(
  site: Site,
  request: FastifyRequest,
): { readonly device: string; readonly earlierToken: string | undefined } {
  return {
    device: nameDevice(request.headers['user-agent']),
    earlierToken: request.cookies[sessionCookie(site.config.https)],
  }
}

/** Whose identity was just shown, how, and the page to go on to: only ever one of ours. */
export interface Shown extends Pick<SessionStart, 'personId' | 'proof' | 'sharedComputer'> {
  readonly next: string
}

/**
 * Signs in whoever `show` finds, in the transaction in which they show it: what proves it is spent
 * with the session that it opens, or neither. Undefined where nothing was shown.
 */
export async function letIn(
  site: Site,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  show: (db: Transaction) => Promise<Shown | undefined>,
): Promise<FastifyReply | undefined> {
  const browser = browserOf(site, request)
  const opened = await asActor(site.db, signInJob, async (db) => {
    const shown = await show(db)
    if (shown === undefined) return undefined
    const { next, ...who } = shown
    return { next, token: await startSession(db, { ...who, ...browser, now: site.now() }) }
  })
  if (opened === undefined) return undefined
  setSessionCookie(reply, site.config.https, opened.token)
  return reply.redirect(opened.next, 303)
}

/** The same for somebody signed in who is asked again: `show` says how they did, or undefined. */
export async function letOn(
  site: Site,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  show: (db: Transaction) => Promise<(Pick<SessionStart, 'proof'> & { next: string }) | undefined>,
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
