/** The two halves of signing in with a provider: the way there, and what comes back. */
import type { Configuration } from 'openid-client'
import type { Assurance } from '../../open-id-settings.ts'
import { checkClaims } from './model/check-claims.ts'
import type { Identity, OpenIdFault, PendingLogin } from './model/open-id.ts'
import type { OpenIdClient } from './open-id-clients.ts'

export interface Question {
  readonly state: string
  readonly redirectUri: string
  readonly login: PendingLogin
}

/** Where to send somebody, with everything that their return is checked against. */
export async function questionAddress(
  { provider }: OpenIdClient,
  configuration: Configuration,
  { state, redirectUri, login }: Question,
): Promise<URL> {
  const client = await import('openid-client')
  const { asked } = assuranceOf({ provider }, login)
  return client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: provider.scope,
    state,
    nonce: login.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(login.codeVerifier),
    code_challenge_method: 'S256',
    ...(asked.length > 0 && { acr_values: asked.join(' ') }),
    ...(needsNewSignIn(login) && { prompt: 'login', max_age: '0' }),
  })
}

/** Not by a session left open there: their own, or on a shared computer somebody else's. */
function needsNewSignIn({ purpose, sharedComputer }: PendingLogin): boolean {
  return purpose !== 'sign-in' || sharedComputer
}

export type Answer =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly fault: OpenIdFault; readonly reason: string }

/** `returnedTo` is our own address with what the provider put behind it. */
export async function readAnswer(
  client: OpenIdClient,
  returnedTo: URL,
  login: PendingLogin,
): Promise<Answer> {
  const { authorizationCodeGrant } = await import('openid-client')
  try {
    const tokens = await authorizationCodeGrant(await client.configuration(), returnedTo, {
      expectedState: returnedTo.searchParams.get('state') ?? '',
      expectedNonce: login.nonce,
      pkceCodeVerifier: login.codeVerifier,
      idTokenExpected: true,
    })
    return judge(client, tokens.claims() ?? {}, login)
  } catch (error) {
    return { ok: false, fault: await faultOf(error), reason: reasonOf(error) }
  }
}

function judge(
  client: OpenIdClient,
  claims: Readonly<Record<string, unknown>>,
  login: PendingLogin,
): Answer {
  const { iss, sub, auth_time: authTime } = claims
  if (typeof iss !== 'string' || typeof sub !== 'string' || sub === '' || sub.length > 255) {
    return { ok: false, fault: 'refused', reason: 'no issuer or subject' }
  }
  const assurance = claims[client.provider.assuranceClaim]
  const fault = checkClaims(
    {
      authTime: typeof authTime === 'number' ? authTime : undefined,
      assurance: assurance === undefined ? undefined : String(assurance),
    },
    { ...login, accepted: assuranceOf(client, login).accepted },
  )
  if (fault !== undefined) return { ok: false, fault, reason: fault }
  return { ok: true, identity: { issuer: iss, subject: sub } }
}

function assuranceOf(
  { provider }: Pick<OpenIdClient, 'provider'>,
  { purpose }: Pick<PendingLogin, 'purpose'>,
): Assurance {
  return purpose === 'step-up' ? provider.stepUp : provider.signIn
}

const declined = ['access_denied', 'login_required', 'interaction_required', 'consent_required']
const unwell = ['server_error', 'temporarily_unavailable']
/** Of the library: what a provider that is well does not answer. */
const unwellCodes = ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']

async function faultOf(error: unknown): Promise<OpenIdFault> {
  const { AuthorizationResponseError, ClientError, ResponseBodyError } = await import(
    'openid-client'
  )
  if (error instanceof AuthorizationResponseError) {
    if (declined.includes(error.error)) return 'declined'
    return unwell.includes(error.error) ? 'not-answering' : 'refused'
  }
  if (error instanceof ResponseBodyError) return 'refused'
  if (error instanceof ClientError) {
    return unwellCodes.includes(error.code ?? '') ? 'not-answering' : 'refused'
  }
  // A connection that fails is a bare TypeError of fetch.
  return error instanceof TypeError ? 'not-answering' : 'refused'
}

/** For the log: what the library says, and of what the provider sent the code of its error alone. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('error' in error && /^[a-z_]{1,60}$/.test(String(error.error))) return String(error.error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
