/** Knocks at one route as everybody in turn, and says what opened that should not have. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Fields } from '../visitor.ts'
import type { Canary } from './canary.ts'
import {
  type ActorName,
  actorNames,
  mayOne,
  type OwnerName,
  ownerNames,
  type Right,
} from './people.ts'
import type { RouteRule } from './route-rule.ts'
import type { World, WorldRecord } from './world.ts'

export interface Case {
  readonly method: string
  readonly url: string
  readonly actor: ActorName
  readonly owner: OwnerName
  readonly rule: RouteRule
  readonly record: WorldRecord
  readonly may: boolean
}

export function casesOf(route: string, rule: RouteRule, world: World): Case[] {
  const [method = '', pattern = ''] = route.split(' ')
  const { params, query, body, cookie } = rule
  const isOfRecord = [params, query, body, cookie].some((part) => part !== undefined)
  const tried = rule.of ?? (isOfRecord ? ownerNames : ['holder'])
  return tried.flatMap((owner) => {
    const record = world.records[owner]
    const url = addressFor(pattern, params?.(record) ?? {}) + (query?.(record) ?? '')
    const actors = method === 'POST' && isForEverybody(rule) ? few : actorNames
    return actors.map((actor) => {
      const may = mayOne(rule.may, actor, owner)
      return { method, url, actor, owner, rule, record, may }
    })
  })
}

/** Enough for a form that takes whoever comes: each time the world is put back. */
const few = ['holder', 'stranger', 'steward', 'ended', 'nobody'] as const satisfies ActorName[]

function isForEverybody({ may }: RouteRule): boolean {
  return may.includes('anybody') || may.includes('signed-in')
}

function addressFor(pattern: string, params: Readonly<Record<string, string>>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`${pattern} has no ${name} in its rule`)
    return encodeURIComponent(value)
  })
}

/** Sends what a browser would, with a token that belongs to its cookie. */
export async function knocking(app: FastifyInstance, { cookies }: Pick<World, 'cookies'>) {
  const form = await app.inject('/sign-in')
  const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
  const csrf = form.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return ({ method, url, actor, rule, record }: Case): Promise<LightMyRequestResponse> => {
    const session = actor === 'nobody' ? '' : cookies[actor]
    const headers = { cookie: [session, csrf, rule.cookie?.(record)].join('; ') }
    if (method === 'GET') return app.inject({ url, headers })
    return app.inject({
      ...{ method: 'POST', url },
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: encode({ ...rule.body?.(record, actor), _csrf: token }),
    })
  }
}

function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  )
  return new URLSearchParams(pairs).toString()
}

/** What is wrong with an answer; nothing where all is as the rule says. */
export function faultsOf(
  one: Case,
  reply: LightMyRequestResponse,
  canaries: readonly Canary[],
): string[] {
  const who = `${one.method} ${one.url} as ${one.actor} of ${one.owner}`
  const status = statusFault(one, reply)
  return [
    ...(status === undefined ? [] : [`${who}: ${status}`]),
    ...leaksIn(one, reply, canaries).map(
      ({ kind, owner, words }) => `${who}: shows ${kind} of ${owner}: ${words}`,
    ),
  ]
}

function statusFault({ actor, method, may, rule }: Case, reply: LightMyRequestResponse) {
  const { statusCode } = reply
  const location = String(reply.headers.location ?? '')
  const toSignIn = location.startsWith('/sign-in?')
  if (may) {
    const wanted = rule.gives === undefined ? [200, 303] : [rule.gives]
    if (wanted.includes(statusCode) && !toSignIn && !location.startsWith('/confirm-it-is-you?')) {
      return undefined
    }
    return `should open, and gave ${statusCode} ${location}`
  }
  if (actor === 'nobody') {
    const wanted = rule.refusedNobody ?? (method === 'GET' ? 303 : 401)
    const right = statusCode === wanted && (statusCode !== 303 || toSignIn)
    return right ? undefined : `should ask to sign in, and gave ${statusCode} ${location}`
  }
  return statusCode === (rule.refused ?? 404)
    ? undefined
    : `should not be found, and gave ${statusCode} ${location}`
}

/** Whatever stands in the address the visitor knows already. */
function leaksIn(
  { actor, url, method, may, rule, record }: Case,
  { body }: Pick<LightMyRequestResponse, 'body'>,
  canaries: readonly Canary[],
): Canary[] {
  const sent = JSON.stringify([url, method === 'POST' ? rule.body?.(record, actor) : ''])
  const shown = may ? (rule.shows ?? []) : []
  return canaries.filter(
    ({ kind, owner, words }) =>
      body.includes(words) &&
      !sent.includes(words) &&
      !(shown.includes(kind) && owner === record.owner) &&
      !mayRead(kind, actor, owner),
  )
}

const readers: Readonly<Record<Canary['kind'], readonly Right[]>> = {
  // Whoever signs off there reads who asks for a look at an original.
  name: ['owner', 'assessor', 'any-assessor-there', 'issuer', 'manager'],
  note: ['owner'],
  entry: ['owner'],
  refusal: ['owner', 'assessor'],
  evidence: ['owner'],
  'evidence-shown': ['owner', 'assessor'],
  goal: ['owner', 'assessor'],
  'goal-step': ['owner', 'assessor'],
  message: ['owner', 'assessor'],
  setting: ['owner', 'assessor', 'issuer'],
  draft: ['assessor'],
  address: ['owner'],
  device: ['owner'],
  'way-in': ['owner'],
  'former-name': ['owner'],
  registration: ['owner', 'issuer', 'manager'],
  rights: ['owner', 'issuer', 'manager'],
  complaint: ['owner', 'manager'],
  'asked-stewards': ['owner', 'steward'],
  response: ['decider'],
  'own-id': ['owner'],
  'request-id': ['owner', 'assessor'],
  'signing-id': ['owner', 'assessor', 'issuer'],
  invitee: ['manager'],
  'invited-address': ['manager'],
  'joined-as': ['owner', 'manager'],
  'in-file': ['manager'],
  'first-manager': ['first-steward'],
  'invitation-id': ['manager'],
  brought: ['owner'],
  certificate: ['owner', 'any-assessor-there', 'issuer'],
  'asked-to-learn': ['owner', 'manager'],
  helps: ['owner', 'manager'],
  supervision: ['owner', 'assessor'],
  reflection: ['owner'],
}

function mayRead(kind: Canary['kind'], actor: ActorName, owner: OwnerName): boolean {
  return mayOne(readers[kind], actor, owner)
}
