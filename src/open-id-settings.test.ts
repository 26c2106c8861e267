import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openIdSecrets, readOpenIdProviders } from './open-id-settings.ts'

const pemOf = (kind: 'rsa' | 'ec') =>
  (kind === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  ).privateKey
    .export({ format: 'pem', type: 'pkcs8' })
    .toString()

const enough = {
  OIDC_PROVIDERS: 'cis2',
  OIDC_CIS2_NAME: 'NHS Care Identity',
  OIDC_CIS2_ISSUER: 'https://provider.example/realms/one',
  OIDC_CIS2_CLIENT_ID: 'lanyard',
  OIDC_CIS2_CLIENT_SECRET: 'x',
}
const read = (more: Record<string, string | undefined> = {}, plainHosts: string[] = []) =>
  readOpenIdProviders({ ...enough, ...more }, plainHosts)

describe('providers of OpenID Connect', () => {
  it('are none where none is named', () => {
    expect(readOpenIdProviders({}, [])).toEqual({ providers: [], faults: [] })
  })

  it('need a name, an issuer, an id and a secret, and ask for no more than who it is', () => {
    expect(read()).toEqual({
      faults: [],
      providers: [
        {
          slug: 'cis2',
          name: 'NHS Care Identity',
          issuer: 'https://provider.example/realms/one',
          clientId: 'lanyard',
          proof: { method: 'client_secret_basic', secret: 'x' },
          scope: 'openid',
          assuranceClaim: 'acr',
          signIn: { asked: [], accepted: [] },
          stepUp: { asked: [], accepted: [] },
        },
      ],
    })
  })

  it('keep the order in which they are named', () => {
    const { providers } = read({
      OIDC_PROVIDERS: 'my-council cis2',
      OIDC_MY_COUNCIL_NAME: 'My council',
      OIDC_MY_COUNCIL_ISSUER: 'https://council.example',
      OIDC_MY_COUNCIL_CLIENT_ID: 'lanyard',
      OIDC_MY_COUNCIL_CLIENT_SECRET: 'x',
    })
    expect(providers.map(({ slug }) => slug)).toEqual(['my-council', 'cis2'])
  })

  it.each<[string, Record<string, string>, { signIn: object; stepUp: object }]>([
    [
      'what is asked for is what will do',
      { OIDC_CIS2_ACR_VALUES: 'A  B' },
      {
        signIn: { asked: ['A', 'B'], accepted: ['A', 'B'] },
        stepUp: { asked: ['A', 'B'], accepted: ['A', 'B'] },
      },
    ],
    [
      'another answer will do where it is said so',
      { OIDC_CIS2_ACR_VALUES: 'A', OIDC_CIS2_ACR_ACCEPTED: 'A B' },
      {
        signIn: { asked: ['A'], accepted: ['A', 'B'] },
        stepUp: { asked: ['A'], accepted: ['A', 'B'] },
      },
    ],
    [
      'more may be asked for to confirm who it is',
      { OIDC_CIS2_ACR_VALUES: 'A', OIDC_CIS2_STEP_UP_ACR_VALUES: 'B' },
      {
        signIn: { asked: ['A'], accepted: ['A'] },
        stepUp: { asked: ['B'], accepted: ['B'] },
      },
    ],
    [
      'and be answered in other words',
      { OIDC_CIS2_STEP_UP_ACR_VALUES: 'B', OIDC_CIS2_STEP_UP_ACR_ACCEPTED: '3' },
      { signIn: { asked: [], accepted: [] }, stepUp: { asked: ['B'], accepted: ['3'] } },
    ],
  ])('%s', (_, settings, assurance) => {
    expect(read(settings).providers[0]).toMatchObject(assurance)
  })

  it.each<[Record<string, string | undefined>, string]>([
    [{ OIDC_PROVIDERS: 'cis2 CIS2!' }, 'small letters'],
    [{ OIDC_PROVIDERS: 'cis2 cis2' }, 'there twice'],
    [{ OIDC_CIS2_NAME: undefined }, 'OIDC_CIS2_NAME'],
    [{ OIDC_CIS2_ISSUER: 'provider' }, 'OIDC_CIS2_ISSUER: must be an address'],
    [{ OIDC_CIS2_ISSUER: 'http://provider.example' }, 'OIDC_CIS2_ISSUER: must begin with https:'],
    [{ OIDC_CIS2_ISSUER: 'http://localhost:9000' }, 'OIDC_CIS2_ISSUER: must begin with https:'],
    [{ OIDC_CIS2_ISSUER: 'https://provider.example/?x=1' }, 'must have no ?'],
    [{ OIDC_CIS2_CLIENT_ID: '' }, 'OIDC_CIS2_CLIENT_ID'],
    [{ OIDC_CIS2_CLIENT_SECRET: undefined }, 'give this or OIDC_CIS2_CLIENT_KEY'],
    [{ OIDC_CIS2_CLIENT_KEY: pemOf('rsa') }, 'not both'],
    [{ OIDC_CIS2_CLIENT_KEY: 'x', OIDC_CIS2_CLIENT_SECRET: '' }, 'private key in PEM'],
    [
      { OIDC_CIS2_CLIENT_KEY: pemOf('ec'), OIDC_CIS2_CLIENT_SECRET: '' },
      'RS256 is not of the kind of the key',
    ],
    [{ OIDC_CIS2_CLIENT_AUTH: 'none' }, 'OIDC_CIS2_CLIENT_AUTH'],
    [{ OIDC_CIS2_SCOPE: 'profile' }, 'must name the scope openid'],
    [{ OIDC_CIS2_ACR_VALUE: 'AAL3' }, 'OIDC_CIS2_ACR_VALUE: there is no such setting'],
    [{ OIDC_ENTRA_ISSUER: 'https://provider.example' }, 'OIDC_ENTRA_ISSUER: there is no such'],
  ])('%j is refused in words', (settings, words) => {
    const { faults } = read(settings)
    expect(faults.join('\n')).toContain(words)
    expect(faults.join('\n')).not.toContain('PRIVATE KEY-----')
  })

  it('may be on this machine where it serves itself alone', () => {
    const here = { OIDC_CIS2_ISSUER: 'http://127.0.0.1:9000' }
    expect(read(here, ['127.0.0.1']).faults).toEqual([])
    expect(read({ OIDC_CIS2_ISSUER: 'http://elsewhere.example' }, ['127.0.0.1']).faults).toEqual([
      'OIDC_CIS2_ISSUER: must begin with https:',
    ])
  })

  it('name all their faults at once', () => {
    const { faults } = read({ OIDC_CIS2_NAME: '', OIDC_CIS2_ISSUER: 'x', OIDC_CIS2_SCOPE: 'x' })
    expect(faults.length).toBe(3)
  })

  it('say which settings are secrets', () => {
    expect(openIdSecrets(enough)).toEqual(['OIDC_CIS2_CLIENT_SECRET', 'OIDC_CIS2_CLIENT_KEY'])
  })
})
