/** The providers of OpenID Connect that people may sign in with, from the environment. */
import { createPrivateKey } from 'node:crypto'
import { z } from 'zod'

type Environment = Readonly<Record<string, string | undefined>>

export const clientKeyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256'] as const
export type ClientKeyAlgorithm = (typeof clientKeyAlgorithms)[number]

/** How we show a provider that we are the client it knows. */
export type ClientProof =
  | { readonly method: 'client_secret_basic' | 'client_secret_post'; readonly secret: string }
  | {
      readonly method: 'private_key_jwt'
      /** PEM. */
      readonly key: string
      readonly algorithm: ClientKeyAlgorithm
    }

/** What a provider is asked for about how strongly somebody signed in, and what of it will do. */
export interface Assurance {
  readonly asked: readonly string[]
  /** Anything will do where it is empty. */
  readonly accepted: readonly string[]
}

export interface OpenIdProvider {
  /** Names it in addresses and in settings. */
  readonly slug: string
  /** As people know it. */
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly proof: ClientProof
  readonly scope: string
  readonly assuranceClaim: string
  readonly signIn: Assurance
  readonly stepUp: Assurance
}

const settingNames = [
  ...['NAME', 'ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'CLIENT_AUTH', 'CLIENT_KEY'],
  ...['CLIENT_KEY_ALGORITHM', 'SCOPE', 'ACR_CLAIM', 'ACR_VALUES', 'ACR_ACCEPTED'],
  ...['STEP_UP_ACR_VALUES', 'STEP_UP_ACR_ACCEPTED'],
] as const
const secretNames = ['CLIENT_SECRET', 'CLIENT_KEY']

const words = z.string().transform((text) => text.split(/\s+/).filter(Boolean))

const settings = z.object({
  NAME: z.string().min(1, 'give the name that people know it by').max(60),
  ISSUER: z.url('must be an address'),
  CLIENT_ID: z.string().min(1),
  CLIENT_SECRET: z.string().min(1).optional(),
  CLIENT_AUTH: z.enum(['client_secret_basic', 'client_secret_post']).default('client_secret_basic'),
  CLIENT_KEY: z
    .string()
    .refine((pem) => keyTypeOf(pem) !== undefined, 'must be a private key in PEM, RSA or P-256')
    .optional(),
  CLIENT_KEY_ALGORITHM: z.enum(clientKeyAlgorithms).default('RS256'),
  SCOPE: z
    .string()
    .default('openid')
    .refine((scope) => scope.split(' ').includes('openid'), 'must name the scope openid'),
  ACR_CLAIM: z.string().min(1).default('acr'),
  ACR_VALUES: words.optional(),
  ACR_ACCEPTED: words.optional(),
  STEP_UP_ACR_VALUES: words.optional(),
  STEP_UP_ACR_ACCEPTED: words.optional(),
})

/** The settings that hold secrets, which may also be given as files. */
export function openIdSecrets(env: Environment): string[] {
  return slugsOf(env).flatMap((slug) => secretNames.map((name) => `${prefixOf(slug)}${name}`))
}

export interface ReadProviders {
  readonly providers: readonly OpenIdProvider[]
  readonly faults: readonly string[]
}

/** `plainHosts` are those that may be asked without TLS: this machine, where it serves itself alone. */
export function readOpenIdProviders(
  env: Environment,
  plainHosts: readonly string[],
): ReadProviders {
  const slugs = slugsOf(env)
  const wrong = slugs.filter((slug) => !/^[a-z][a-z0-9-]{0,30}$/.test(slug))
  const read = slugs
    .filter((slug) => !wrong.includes(slug))
    .map((slug) => readProvider(env, slug, plainHosts))
  return {
    providers: read.flatMap(({ provider }) => provider ?? []),
    faults: [
      ...wrong.map((slug) => `OIDC_PROVIDERS: ${slug} must be small letters, digits and hyphens`),
      ...repeated(slugs),
      ...strangers(env, slugs),
      ...read.flatMap(({ faults }) => faults),
    ],
  }
}

function slugsOf({ OIDC_PROVIDERS = '' }: Environment): string[] {
  return OIDC_PROVIDERS.split(/[\s,]+/).filter(Boolean)
}

function prefixOf(slug: string): string {
  return `OIDC_${slug.toUpperCase().replaceAll('-', '_')}_`
}

function repeated(slugs: readonly string[]): string[] {
  const twice = slugs.filter((slug, index) =>
    slugs.slice(0, index).some((earlier) => prefixOf(earlier) === prefixOf(slug)),
  )
  return twice.map((slug) => `OIDC_PROVIDERS: ${slug} is there twice`)
}

/** A misspelt setting would otherwise be a check that is never made. */
function strangers(env: Environment, slugs: readonly string[]): string[] {
  const known = slugs.flatMap((slug) =>
    [...settingNames, ...secretNames.map((name) => `${name}_FILE`)].map(
      (name) => `${prefixOf(slug)}${name}`,
    ),
  )
  return Object.keys(env)
    .filter((name) => name.startsWith('OIDC_') && name !== 'OIDC_PROVIDERS')
    .filter((name) => !known.includes(name))
    .map((name) => `${name}: there is no such setting of a provider named in OIDC_PROVIDERS`)
}

function readProvider(
  env: Environment,
  slug: string,
  plainHosts: readonly string[],
): { readonly provider?: OpenIdProvider; readonly faults: readonly string[] } {
  const prefix = prefixOf(slug)
  const given = Object.fromEntries(
    settingNames.map((name) => [name, env[`${prefix}${name}`] || undefined]),
  )
  const { data, error } = settings.safeParse(given)
  const issues = error?.issues ?? []
  const faults = [
    ...issues.map(({ path, message }) => `${prefix}${path.join('.')}: ${message}`),
    ...proofFaults(prefix, given),
    ...issuerFaults(prefix, given.ISSUER, plainHosts),
  ]
  if (data === undefined || faults.length > 0) return { faults }
  return { provider: providerOf(slug, data), faults }
}

function proofFaults(prefix: string, given: Environment): string[] {
  const { CLIENT_SECRET, CLIENT_KEY, CLIENT_AUTH } = given
  if (!CLIENT_SECRET && !CLIENT_KEY) {
    return [
      `${prefix}CLIENT_SECRET: give this or ${prefix}CLIENT_KEY (or the name of a file, by _FILE)`,
    ]
  }
  if (CLIENT_SECRET && CLIENT_KEY) {
    return [`${prefix}CLIENT_KEY: give this or ${prefix}CLIENT_SECRET, not both`]
  }
  const { CLIENT_KEY_ALGORITHM: algorithm = 'RS256' } = given
  const type = CLIENT_KEY ? keyTypeOf(CLIENT_KEY) : undefined
  if (type !== undefined && (type === 'ec') !== algorithm.startsWith('ES')) {
    return [`${prefix}CLIENT_KEY_ALGORITHM: ${algorithm} is not of the kind of the key`]
  }
  if (CLIENT_KEY && CLIENT_AUTH) {
    return [`${prefix}CLIENT_AUTH: is about a secret, and there is a key`]
  }
  return []
}

function issuerFaults(prefix: string, issuer = '', plainHosts: readonly string[]): string[] {
  if (!URL.canParse(issuer)) return []
  const { protocol, hostname, search, hash } = new URL(issuer)
  if (search !== '' || hash !== '') return [`${prefix}ISSUER: must have no ? and no #`]
  if (protocol === 'https:') return []
  if (protocol === 'http:' && plainHosts.includes(hostname)) return []
  return [`${prefix}ISSUER: must begin with https:`]
}

function providerOf(slug: string, data: z.infer<typeof settings>): OpenIdProvider {
  const asked = data.ACR_VALUES ?? []
  const accepted = data.ACR_ACCEPTED ?? asked
  const stepUpAsked = data.STEP_UP_ACR_VALUES ?? asked
  const stepUpAccepted =
    data.STEP_UP_ACR_ACCEPTED ?? (data.STEP_UP_ACR_VALUES === undefined ? accepted : stepUpAsked)
  return {
    slug,
    name: data.NAME,
    issuer: data.ISSUER,
    clientId: data.CLIENT_ID,
    proof: proofOf(data),
    scope: data.SCOPE,
    assuranceClaim: data.ACR_CLAIM,
    signIn: { asked, accepted },
    stepUp: { asked: stepUpAsked, accepted: stepUpAccepted },
  }
}

function proofOf(data: z.infer<typeof settings>): ClientProof {
  const { CLIENT_KEY: key, CLIENT_KEY_ALGORITHM: algorithm } = data
  if (key !== undefined) return { method: 'private_key_jwt', key, algorithm }
  return { method: data.CLIENT_AUTH, secret: data.CLIENT_SECRET ?? '' }
}

/** As an algorithm's first letter asks for it. */
function keyTypeOf(pem: string): 'rsa' | 'ec' | undefined {
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPrivateKey(pem)
    if (type === 'rsa') return type
    return type === 'ec' && details?.namedCurve === 'prime256v1' ? type : undefined
  } catch {
    return undefined
  }
}
