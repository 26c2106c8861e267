/** The environment, parsed once. Nothing else reads process.env. */
import { isIP } from 'node:net'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type OpenIdProvider, openIdSecrets, readOpenIdProviders } from './open-id-settings.ts'
import { readSecretFiles } from './secret-files.ts'

/** Also what a demonstration is asked for by: any other name is a page elsewhere that points here. */
export const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z
    .string()
    .transform((list) => list.split(',').map((network) => network.trim()))
    .refine((list) => list.every(isNetwork), 'must be the addresses of your proxies, with commas')
    .optional(),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: z.string().min(1).optional(),
  DATABASE_OWNER_URL: z.string().min(1).optional(),
  KEY_ENCRYPTION_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (32 bytes)')
    .optional(),
  KEY_ENCRYPTION_KEY_PREVIOUS: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (32 bytes)')
    .optional(),
  OPERATOR_NAME: z.string().min(1).max(200).optional(),
  OPERATOR_CONTACT: z.string().min(1).max(200).optional(),
  EQUALITY_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (32 bytes)')
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://… or smtps://…' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\p{Cc}]+ )?<?[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+>?$/u,
      'must be an e-mail address, or Name <address>',
    )
    .optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+[\d-]+)$/, {
      error: 'must be mailto:…, https://… or tel:+…',
    })
    .optional(),
  CLAMD_SOCKET: z
    .string()
    .regex(/^(?:\/\S+|[^\s:/]+:\d{1,5})$/, 'must be the path of clamd’s socket, or host:port')
    .optional(),
  DEMO: z.enum(['', '0', '1']).default(''),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

export const settingNames: readonly string[] = Object.keys(environment.shape)

/** What may also be given as the name of a file, by NAME_FILE. */
export const secrets = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'KEY_ENCRYPTION_KEY',
  'KEY_ENCRYPTION_KEY_PREVIOUS',
  'EQUALITY_KEY',
  'SMTP_URL',
] as const

/** What a server of real people does not start without, and what to write. */
export const neededToServe = {
  KEY_ENCRYPTION_KEY:
    'what seals the private keys of issuers and holders. Make one with `openssl rand -hex 32`, and keep it outside the database and its backups',
  SMTP_URL: 'the mail server that letters go through, as smtps://user:password@mail.example:465',
  MAIL_FROM: 'whom letters are from, as Lanyard <no-reply@lanyard.example>',
} as const

export interface Config {
  readonly port: number
  readonly host: string
  /** Without a slash at the end. Stands in every credential for ever, and every passkey keeps to its host. */
  readonly baseUrl: string
  readonly https: boolean
  /** The proxies before it, whose word is taken for where a request comes from. */
  readonly trustProxy?: readonly string[] | undefined
  readonly dataDir: string
  readonly dataDirGiven: boolean
  readonly databaseUrl?: string | undefined
  readonly databaseOwnerUrl?: string | undefined
  readonly keyEncryptionKey?: string | undefined
  /** The one before it, while what was sealed with it is sealed anew. */
  readonly keyEncryptionKeyPrevious?: string | undefined
  /** Who runs the service, for the privacy notice (UK GDPR Article 13). */
  readonly operatorName?: string | undefined
  readonly operatorContact?: string | undefined
  /** Locks equality answers, and nothing else. Without it they are not asked for. */
  readonly equalityKey?: string | undefined
  /** Whom people may sign in with, in the order to offer them. */
  readonly openIdProviders: readonly OpenIdProvider[]
  readonly smtpUrl?: string | undefined
  readonly mailFrom?: string | undefined
  /** Whom to tell of a weakness, as a URI. */
  readonly securityContact?: string | undefined
  /** Where ClamAV's daemon listens; without it no upload is scanned. */
  readonly clamdSocket?: string | undefined
  readonly demo: boolean
  readonly logLevel: string
}

/** Throws one Error that names every setting that is wrong or missing, and what to write. */
export function readConfig(
  env: Record<string, string | undefined>,
  reader: 'server' | 'command' = 'command',
): Config {
  const { values, faults: unread } = readSecretFiles(env, [...secrets, ...openIdSecrets(env)])
  const given = { ...env, ...values }
  const parsed = environment.safeParse(given)
  const openId = readOpenIdProviders(given, plainHosts(env.BASE_URL))
  const wrong = (parsed.error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  )
  const missing = reader === 'server' ? missingToServe(given, unread) : []
  const faults = [...unread, ...wrong, ...openId.faults, ...missing]
  if (parsed.data === undefined || faults.length > 0) {
    throw new Error(`These settings are wrong or missing:\n${faults.join('\n')}`)
  }
  const settings = parsed.data
  const baseUrl = (settings.BASE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, '')
  const demo = settings.DEMO === '1'
  const refusal = demo ? refuseDemo(baseUrl, settings) : undefined
  if (refusal !== undefined) throw new Error(refusal)
  return {
    port: settings.PORT,
    host: settings.HOST,
    baseUrl,
    https: baseUrl.startsWith('https:'),
    trustProxy: settings.TRUST_PROXY,
    dataDir: settings.DATA_DIR ?? fileURLToPath(new URL('../data', import.meta.url)),
    dataDirGiven: settings.DATA_DIR !== undefined,
    databaseUrl: settings.DATABASE_URL,
    databaseOwnerUrl: settings.DATABASE_OWNER_URL,
    keyEncryptionKey: settings.KEY_ENCRYPTION_KEY,
    keyEncryptionKeyPrevious: settings.KEY_ENCRYPTION_KEY_PREVIOUS,
    operatorName: settings.OPERATOR_NAME,
    operatorContact: settings.OPERATOR_CONTACT,
    equalityKey: settings.EQUALITY_KEY,
    openIdProviders: openId.providers,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
    securityContact: settings.SECURITY_CONTACT,
    clamdSocket: settings.CLAMD_SOCKET,
    demo,
    logLevel: settings.LOG_LEVEL,
  }
}

/** Where this machine alone is served, it may also be asked without TLS. */
function plainHosts(baseUrl = 'http://localhost'): readonly string[] {
  const here = URL.canParse(baseUrl) && loopbackHosts.includes(new URL(baseUrl).hostname)
  return here ? loopbackHosts : []
}

/** Networks that Fastify knows by name. */
const namedNetworks = ['loopback', 'linklocal', 'uniquelocal']

function isNetwork(text: string): boolean {
  if (namedNetworks.includes(text)) return true
  const [address = '', bits = '1', ...more] = text.split('/')
  const longest = isIP(address) === 6 ? 128 : 32
  const isLength = /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= longest
  return isIP(address) !== 0 && isLength && more.length === 0
}

/** The demonstration has a key of its own, and a post box in place of a mail server. */
function missingToServe(
  given: Record<string, string | undefined>,
  unread: readonly string[],
): string[] {
  if (given.DEMO === '1') return given.SMTP_URL && !given.MAIL_FROM ? [missing('MAIL_FROM')] : []
  const names = Object.keys(neededToServe) as (keyof typeof neededToServe)[]
  return names
    .filter((name) => !given[name] && !unread.some((fault) => fault.startsWith(`${name}_FILE`)))
    .map(missing)
}

function missing(name: keyof typeof neededToServe): string {
  return `${name}: is not set. It is ${neededToServe[name]}.`
}

/** The demonstration signs anybody in as anybody: never beside real people. */
function refuseDemo(
  baseUrl: string,
  { DATABASE_URL, HOST }: z.infer<typeof environment>,
): string | undefined {
  if (DATABASE_URL !== undefined) {
    return 'DEMO is refused together with DATABASE_URL: unset one of them'
  }
  if (![...loopbackHosts, '::1'].includes(HOST)) {
    return `DEMO is refused with HOST ${HOST}: anybody near could sign in as anybody. Use 127.0.0.1`
  }
  if (!loopbackHosts.includes(new URL(baseUrl).hostname)) {
    return `DEMO is refused with BASE_URL ${baseUrl}: use http://localhost, or unset DEMO`
  }
  return undefined
}
