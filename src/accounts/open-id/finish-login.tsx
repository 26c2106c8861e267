/** What becomes of somebody who comes back from a provider. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { paths } from '../../paths.ts'
import { accountOf, sendPage } from '../../web/send-page.ts'
import type { Site } from '../../web/site.ts'
import { WayInProblemPage } from '../pages/way-in-problem-page.tsx'
import { browserOf, letIn, letOn } from '../sign-in/let-in.ts'
import type { Identity, OpenIdFault, PendingLogin } from './model/open-id.ts'
import { linkIdentity, useIdentity } from './open-id-actions.ts'
import type { OpenIdClient } from './open-id-clients.ts'
import { wordsFor } from './pages/open-id-words.ts'
import { UnknownIdentity } from './pages/unknown-identity.tsx'

export interface ProviderExchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly client: OpenIdClient
}

interface Returned {
  readonly login: PendingLogin
  readonly identity: Identity
}

export async function finish(
  site: Site,
  exchange: ProviderExchange,
  returned: Returned,
): Promise<FastifyReply> {
  const { login } = returned
  if (login.purpose === 'sign-in') return signIn(site, exchange, returned)
  // Signed out, or signed in as somebody else, while they were away.
  const { actor } = exchange.request
  if (actor.kind !== 'person' || actor.id !== login.personId) {
    return sendProblem(site, exchange, 'expired', login)
  }
  return login.purpose === 'link'
    ? link(site, exchange, actor, returned)
    : confirm(site, exchange, returned)
}

async function signIn(
  site: Site,
  exchange: ProviderExchange,
  { login, identity }: Returned,
): Promise<FastifyReply> {
  const { next, sharedComputer } = login
  const sent = await letIn(site, exchange, async (db) => {
    const personId = await useIdentity(db, identity, { now: site.now() })
    return personId === undefined ? undefined : { personId, proof: 'oidc', sharedComputer, next }
  })
  return sent ?? sendProblem(site, exchange, 'unknown', login)
}

async function confirm(
  site: Site,
  exchange: ProviderExchange,
  { login, identity }: Returned,
): Promise<FastifyReply> {
  const sent = await letOn(site, exchange, async (db) => {
    const { personId, next } = login
    const owner = await useIdentity(db, identity, { personId, now: site.now() })
    return owner === undefined ? undefined : { proof: 'oidc', next }
  })
  return sent ?? sendProblem(site, exchange, 'of-another', login)
}

async function link(
  site: Site,
  exchange: ProviderExchange,
  person: Person,
  { login, identity }: Returned,
): Promise<FastifyReply> {
  const { device } = browserOf(site, exchange.request)
  const linked = { ...identity, provider: login.provider, linkedAt: site.now(), device }
  const fault = await linkIdentity(site, person, linked)
  if (fault !== undefined) return sendProblem(site, exchange, fault, login)
  return exchange.reply.redirect(login.next, 303)
}

export function sendProblem(
  site: Site,
  { request, reply, client }: ProviderExchange,
  fault: OpenIdFault,
  login?: Pick<PendingLogin, 'purpose' | 'next'>,
): FastifyReply {
  const { name } = client.provider
  const account = accountOf(request, reply)
  const page = (
    <WayInProblemPage
      {...wordsFor(fault, name)}
      other={otherWay(login, account !== undefined)}
      account={account}
      demo={site.config.demo}
    >
      {fault === 'unknown' && <UnknownIdentity name={name} />}
    </WayInProblemPage>
  )
  return sendPage(reply, page, fault === 'not-answering' ? 503 : 422)
}

function otherWay(login: Pick<PendingLogin, 'purpose' | 'next'> | undefined, isSignedIn: boolean) {
  // Back from a page that had done its work.
  if (login === undefined && isSignedIn) return { href: paths.passport(), text: 'Go on' }
  switch (login?.purpose) {
    case 'step-up':
      return { href: paths.confirmItIsYou(login.next), text: 'Choose another way' }
    case 'link':
      return { href: paths.account(), text: 'Back to your account' }
    case 'sign-in':
    case undefined:
      return { href: paths.signIn(login?.next), text: 'Choose how to sign in' }
  }
}
