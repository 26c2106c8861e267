/** The session cookie, and who is acting because of it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, Person } from '../actor.ts'
import { findCookie, forgetCookie, setCookie } from './cookies.ts'
import type { Site } from './site.ts'

const nobody: Actor = { kind: 'nobody' }

/** The page asked for is somebody's own, and nobody is signed in (any more). */
export class SignedOut extends Error {
  override readonly name = 'SignedOut'
}

export function setUpSessions(app: FastifyInstance, site: Site): void {
  app.decorateRequest('actor')
  app.addHook('onRequest', async (request, reply) => {
    request.actor = nobody
    if (request.routeOptions.config.public === true) return
    const token = findCookie(request, 'session', site.config.https)
    if (token === undefined) return
    const person = await site.findPerson(token)
    request.actor = person ?? nobody
    // A phone that keeps something of its owner's asks after this, and wipes itself.
    if (person === undefined) reply.header('lanyard-session', 'over')
  })
}

export function setSessionCookie(reply: FastifyReply, https: boolean, token: string): void {
  setCookie(reply, { name: 'session', value: token, https })
}

/** Forms that the browser had before, or was given by somebody else, are of no use in it. */
export function beginSession(reply: FastifyReply, https: boolean, token: string): void {
  setSessionCookie(reply, https, token)
  forgetCookie(reply, 'csrf', https)
}

/** The person who is signed in. Throws SignedOut. */
export function signedIn(request: FastifyRequest): Person {
  if (request.actor.kind !== 'person') throw new SignedOut()
  return request.actor
}
