import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { accountOf, sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { markBrowser, readMark } from '../browser-mark.ts'
import { browserOf } from '../sign-in/let-in.ts'
import { isShared, nextOf } from '../sign-in/sign-in-forms.ts'
import { readAnswer } from './ask-provider.ts'
import { publicJwk } from './client-keys.ts'
import { finish, sendProblem } from './finish-login.tsx'
import type { PendingLogin } from './model/open-id.ts'
import * as actions from './open-id-actions.ts'
import { type OpenIdClient, openIdClients } from './open-id-clients.ts'
import { GoingPage } from './pages/going-page.tsx'
import { nameOf } from './pages/identities-section.tsx'
import { UnlinkPage } from './pages/unlink-page.tsx'

export function openIdRoutes(app: FastifyInstance, site: Site): void {
  const clients = openIdClients(site.config)
  const clientOf = (slug: string | undefined) => {
    const client = clients.get(slug ?? '')
    if (client === undefined) throw new NotFound(`provider ${slug}`)
    return client
  }
  beginRoutes(app, site, clientOf)
  returnRoute(app, site, clientOf)
  keepRoutes(app, site)
}

type ClientOf = (slug: string | undefined) => OpenIdClient
type Request = FastifyRequest<{ Params: Params }>

/** The ways to a provider: each begins with a form of ours, so that nobody is sent there by a link. */
function beginRoutes(app: FastifyInstance, site: Site, clientOf: ClientOf): void {
  const { now } = site
  const go = (request: Request, reply: FastifyReply, login: Beginning) =>
    goTo(site, clientOf(request.params.provider), { request, reply }, login)

  app.post<{ Params: Params }>(paths.signInWith(':provider'), (request, reply) => {
    const [next, sharedComputer] = [nextOf(request.body), isShared(request.body)]
    return go(request, reply, { purpose: 'sign-in', next, sharedComputer })
  })

  app.post<{ Params: Params }>(paths.confirmWith(':provider'), (request, reply) => {
    const next = nextOf(request.body)
    return go(request, reply, { purpose: 'step-up', next, person: signedIn(request) })
  })

  app.post<{ Params: Params }>(paths.linkWith(':provider'), (request, reply) => {
    const next = paths.account('linked')
    requireStepUp(request, now(), { act: 'own-account', page: paths.account() })
    return go(request, reply, { purpose: 'link', next, person: signedIn(request) })
  })
}

function returnRoute(app: FastifyInstance, site: Site, clientOf: ClientOf): void {
  const { db, config, now } = site

  app.get<{ Params: Params }>(paths.signInReturn(':provider'), async (request, reply) => {
    const client = clientOf(request.params.provider)
    // Never by what the request calls us: a provider compares this address with what it knows.
    const returnedTo = new URL(`${config.baseUrl}${request.url}`)
    const login = await actions.takeLogin(
      db,
      {
        state: returnedTo.searchParams.get('state') ?? '',
        browserHash: readMark(request, config.https),
        provider: client.provider.slug,
      },
      now(),
    )
    const exchange = { request, reply, client }
    if (login === undefined) return sendProblem(site, exchange, 'expired')
    const answer = await readAnswer(client, returnedTo, login)
    if (answer.ok) return finish(site, exchange, { login, identity: answer.identity })
    const { fault, reason } = answer
    request.log.warn({ provider: client.provider.slug, fault, reason }, 'OpenID Connect refused')
    return sendProblem(site, exchange, fault, login)
  })

  app.get<{ Params: Params }>(
    paths.openIdKeys(':provider'),
    { config: { public: true } },
    (request, reply) => {
      const { proof } = clientOf(request.params.provider).provider
      if (proof.method !== 'private_key_jwt') throw new NotFound('the client has a secret')
      return reply.send({ keys: [publicJwk(proof.key, proof.algorithm)] })
    },
  )
}

function keepRoutes(app: FastifyInstance, site: Site): void {
  const { db, config, now } = site

  app.get<{ Params: Params }>(paths.linked(':id'), async (request, reply) => {
    const identity = await actions.getIdentity(db, signedIn(request), idOf(request.params.id))
    const name = nameOf(identity.provider, config.openIdProviders)
    return sendPage(
      reply,
      <UnlinkPage {...ownPage(request, reply, site)} {...{ identity, name }} />,
    )
  })

  app.post<{ Params: Params }>(paths.unlink(':id'), async (request, reply) => {
    const id = idOf(request.params.id)
    const person = signedIn(request)
    requireStepUp(request, now(), { act: 'own-account', page: paths.linked(id) })
    await actions.unlinkIdentity(site, person, { id, device: browserOf(site, request).device })
    return reply.redirect(paths.account('unlinked'), 303)
  })
}

interface Beginning extends Pick<PendingLogin, 'purpose' | 'next'> {
  readonly person?: Person
  readonly sharedComputer?: boolean
}

/**
 * A page that goes on by itself, and no redirection: Chromium counts those after a form as part of
 * it, and `form-action` keeps our forms to us (also from wherever a provider sends people on to).
 */
async function goTo(
  site: Site,
  client: OpenIdClient,
  { request, reply }: { readonly request: Request; readonly reply: FastifyReply },
  { person, sharedComputer = false, ...login }: Beginning,
): Promise<FastifyReply> {
  const { db, config, now } = site
  const { slug, name } = client.provider
  const begun = {
    ...login,
    sharedComputer,
    personId: person?.id,
    startedAt: now(),
    browserHash: markBrowser(request, reply, config.https),
    redirectUri: `${config.baseUrl}${paths.signInReturn(slug)}`,
  }
  const address = await actions.beginLogin(db, client, begun).catch((error: unknown) => {
    const reason = error instanceof Error ? error.name : 'unknown'
    request.log.warn({ provider: slug, reason }, 'OpenID Connect provider is not answering')
    return undefined
  })
  if (address === undefined) {
    return sendProblem(site, { request, reply, client }, 'not-answering', login)
  }
  reply.header('refresh', `0; url=${address.href}`)
  const account = accountOf(request, reply)
  const page = <GoingPage {...{ name, account }} demo={config.demo} address={address.href} />
  return sendPage(reply, page)
}
