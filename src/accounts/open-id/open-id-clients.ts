/** Our client at each provider. What a provider says of itself is fetched when first needed, and kept. */
import type { ClientAuth, Configuration, CustomFetch } from 'openid-client'
import { type Config, loopbackHosts } from '../../config.ts'
import type { ClientProof, OpenIdProvider } from '../../open-id-settings.ts'
import { keyId, signingKey } from './client-keys.ts'

export interface OpenIdClient {
  readonly provider: OpenIdProvider
  /** Throws where the provider does not answer, or is not who it should be. */
  readonly configuration: () => Promise<Configuration>
}

const seconds = 1000
const timeout = 5
const keptFor = 6 * 3600 * seconds
const retryAfter = 300

export function openIdClients({
  openIdProviders,
  baseUrl,
}: Config): ReadonlyMap<string, OpenIdClient> {
  const onLoopback = loopbackHosts.includes(new URL(baseUrl).hostname)
  return new Map(
    openIdProviders.map((provider) => [
      provider.slug,
      { provider, configuration: kept(() => discover(provider, onLoopback)) },
    ]),
  )
}

/** Asked once for all who wait. What was fetched before will do while the provider does not answer. */
function kept(fetch: () => Promise<Configuration>): () => Promise<Configuration> {
  let held: { readonly value: Configuration; readonly until: number } | undefined
  let asking: Promise<Configuration> | undefined
  async function ask(): Promise<Configuration> {
    try {
      const value = await twice(fetch)
      held = { value, until: Date.now() + keptFor }
      return value
    } catch (error) {
      if (held !== undefined) return held.value
      throw error
    } finally {
      asking = undefined
    }
  }
  return async () => {
    if (held !== undefined && Date.now() < held.until) return held.value
    asking ??= ask()
    return asking
  }
}

async function twice<Value>(run: () => Promise<Value>): Promise<Value> {
  try {
    return await run()
  } catch {
    await new Promise((resolve) => setTimeout(resolve, retryAfter))
    return run()
  }
}

async function discover(provider: OpenIdProvider, onLoopback: boolean): Promise<Configuration> {
  const client = await import('openid-client')
  const isPlain = new URL(provider.issuer).protocol === 'http:'
  const plainHosts = isPlain && onLoopback ? loopbackHosts : []
  const configuration = await client.discovery(
    new URL(provider.issuer),
    provider.clientId,
    undefined,
    await clientProof(provider.proof),
    {
      timeout,
      [client.customFetch]: onlyTo(plainHosts),
      // TLS vouches for the token endpoint; the signature vouches for the token wherever it has been.
      execute: [
        client.enableNonRepudiationChecks,
        ...(isPlain ? [client.allowInsecureRequests] : []),
      ],
    },
  )
  keepTo(plainHosts, configuration.serverMetadata().authorization_endpoint ?? '')
  return configuration
}

/** Settings name the issuer, and it names its other addresses: they keep to the same rule. */
function onlyTo(plainHosts: readonly string[]): CustomFetch {
  return async (address, options) => {
    keepTo(plainHosts, address)
    const { body, ...rest } = options
    // We only ever post forms and read.
    return fetch(address, body instanceof URLSearchParams ? { ...rest, body } : rest)
  }
}

function keepTo(plainHosts: readonly string[], address: string): void {
  const { protocol, hostname } = new URL(address)
  if (protocol === 'https:' || (protocol === 'http:' && plainHosts.includes(hostname))) return
  throw new Error('a provider is reached by https')
}

async function clientProof(proof: ClientProof): Promise<ClientAuth> {
  const client = await import('openid-client')
  switch (proof.method) {
    case 'client_secret_basic':
      return client.ClientSecretBasic(proof.secret)
    case 'client_secret_post':
      return client.ClientSecretPost(proof.secret)
    case 'private_key_jwt': {
      const { key, algorithm } = proof
      return client.PrivateKeyJwt({ key: await signingKey(key, algorithm), kid: keyId(key) })
    }
  }
}
