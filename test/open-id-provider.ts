/** A live provider of OpenID Connect on this machine, and somebody who signs in there. */
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type ClientMetadata, Provider } from 'oidc-provider'

export const client = {
  id: 'lanyard',
  secret: 'a secret for tests, which protects nothing',
} as const

export interface OpenIdProvider {
  readonly issuer: string
  /** From now on, and to nowhere else. */
  readonly sendsBackTo: (returns: readonly string[]) => void
  readonly close: () => Promise<void>
  /** A browser of somebody who signs in there: it stays signed in, as browsers do. */
  readonly visitor: () => ThereVisitor
}

export interface ThereVisitor {
  /** Follows where we send them, chooses, and gives the address by which they come back. */
  readonly goesTo: (address: string, chooses?: Choice) => Promise<string>
}

export interface Choice {
  /** Whom to be; undefined is to say no. */
  readonly as?: string | undefined
  /** How strongly. */
  readonly acr?: string
  /** Seconds since they signed in. */
  readonly ago?: number
}

/** `returns` are the addresses that it sends people back to. */
export async function openIdProvider(
  returns: readonly string[],
  told: Partial<ClientMetadata> = {},
): Promise<OpenIdProvider> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let provider = made(issuer, returns, told)
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) {
      interact(provider, request, response).catch((error) => {
        response.writeHead(500).end(String(error))
      })
    } else provider.callback()(request, response)
  })
  const sendsBackTo = (returns: readonly string[]) => {
    provider = made(issuer, returns, told)
  }
  return { issuer, sendsBackTo, close: () => closed(server), visitor: () => visitorOf(issuer) }
}

function made(
  issuer: string,
  redirectUris: readonly string[],
  told: Partial<ClientMetadata>,
): Provider {
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [...redirectUris],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
        ...told,
      },
    ],
    pkce: { required: () => true },
    acrValues: ['weak', 'strong'],
    claims: { openid: ['sub'], acr: null, auth_time: null },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['for tests'] },
    jwks: {
      keys: [
        generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
      ],
    },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 60,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    // Nobody is asked whether they agree: their employer has.
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId ?? ''
      const grant = new provider.Grant({ clientId: client.id, accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  return provider
}

async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(signInThere)
    return
  }
  const chosen = new URLSearchParams(await text(request))
  const accountId = chosen.get('as')
  if (accountId === null) {
    const declined = { error: 'access_denied', error_description: 'they said no' }
    return provider.interactionFinished(request, response, declined)
  }
  const ts = Math.floor(Date.now() / 1000) - Number(chosen.get('ago') ?? 0)
  const login = { accountId, acr: chosen.get('acr') ?? 'strong', amr: ['hwk'], remember: true, ts }
  return provider.interactionFinished(request, response, { login })
}

const signInThere = `<!doctype html><html lang="en"><title>Test provider</title>
<h1>Sign in to the test provider</h1>
<form method="post"><button name="as" value="tamsin">I am Tamsin</button>
<button name="as" value="rhodri">I am Rhodri</button><button name="no">No</button></form>`

function visitorOf(issuer: string): ThereVisitor {
  const cookies = new Map<string, string>()

  async function ask(address: string, form?: URLSearchParams): Promise<Response> {
    const reply = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    })
    for (const cookie of reply.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      const value = pair.slice(name.length + 1)
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return reply
  }

  async function goesTo(address: string, chooses: Choice = { as: 'tamsin' }): Promise<string> {
    let reply = await ask(address)
    for (let steps = 0; steps < 6; steps += 1) {
      const to = reply.headers.get('location')
      if (to === null)
        throw new Error(`the provider answered ${reply.status}: ${await reply.text()}`)
      const next = new URL(to, issuer)
      if (next.origin !== issuer) return next.href
      reply = await ask(
        next.href,
        next.pathname.startsWith('/interaction/') ? formOf(chooses) : undefined,
      )
    }
    throw new Error('the provider sends its visitor round in circles')
  }

  return { goesTo }
}

function formOf({ as, acr, ago }: Choice): URLSearchParams {
  return new URLSearchParams({
    ...(as !== undefined && { as }),
    ...(acr !== undefined && { acr }),
    ...(ago !== undefined && { ago: String(ago) }),
  })
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}
