/** Every route x every kind of actor x own, colleague's and stranger's record. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Route } from '../routes.ts'
import { encode } from '../visitor.ts'
import { leaksIn } from './leaks.ts'
import type { TheRecord } from './records.ts'
import type { RouteRule, RouteRules } from './rules.ts'
import type { Matrix } from './store-matrix.ts'
import type { Character, World } from './world.ts'

interface Case {
  readonly route: Route
  readonly rule: RouteRule
  readonly character: Character
  readonly record: TheRecord
  readonly may: boolean
}

export function listCases(
  routes: readonly Route[],
  rules: RouteRules,
  world: World,
): readonly Case[] {
  return routes.flatMap((route) => {
    const rule = rules[`${route.method} ${route.url}`]
    if (rule === undefined) return []
    const named = rule.params !== undefined || rule.fields !== undefined
    const records = named ? world.records : world.records.slice(0, 1)
    return world.characters.flatMap((character) =>
      records.map((record) => {
        // A page that names no record is for whoever is anything to any of them.
        const among = named ? [record] : world.records
        const related = new Set(among.flatMap((one) => [...world.relations(character, one)]))
        const may = rule.may.some((relation) => related.has(relation))
        return { route, rule, character, record, may }
      }),
    )
  })
}

export interface Asker {
  readonly ask: (one: Case) => Promise<LightMyRequestResponse>
}

/** One form's token does for all: it belongs to the browser. */
export async function openAsker(app: FastifyInstance, world: World): Promise<Asker> {
  const form = await app.inject('/sign-in')
  const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
  const csrf = form.cookies.map(({ name, value }) => `${name}=${value}`)
  return {
    ask: ({ route, rule, character, record }) => {
      const url = fill(route.url, rule.params?.(record, world) ?? {})
      const cookie = [character.cookie, ...csrf].filter(Boolean).join('; ')
      if (route.method === 'GET') return app.inject({ url, headers: { cookie } })
      const type = 'application/x-www-form-urlencoded'
      return app.inject({
        method: 'POST',
        url,
        headers: { cookie, 'content-type': type },
        payload: encode({ ...rule.fields?.(record, world), _csrf: token }),
      })
    },
  }
}

function fill(url: string, params: Readonly<Record<string, string>>): string {
  return url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}

const usuallyAllowed = [200, 303, 409, 422]

/** What is wrong with an answer. */
export function judge(one: Case, reply: LightMyRequestResponse, world: World): string[] {
  const { route, rule, character, record, may } = one
  const where = `${route.method} ${route.url} as ${character.part}, record ${world.records.indexOf(record) + 1}`
  const heldLink = rule.byLink ? record : undefined
  const faults = leaksIn(reply.body, { character, world, heldLink }).map(
    (leak) => `${where}: shows the ${leak}`,
  )
  const status = reply.statusCode
  const right = may ? isAllowed(rule, reply) : isRefused(rule, character, reply)
  if (!right)
    faults.push(`${where}: ${may ? 'should be let in' : 'should be refused'}, got ${status}`)
  return faults
}

function isAllowed(rule: RouteRule, reply: LightMyRequestResponse): boolean {
  if (leadsToSignIn(reply)) return false
  return (rule.allowed ?? usuallyAllowed).includes(reply.statusCode)
}

function isRefused(rule: RouteRule, { actor }: Character, reply: LightMyRequestResponse): boolean {
  if (actor.kind !== 'person' && (leadsToSignIn(reply) || reply.statusCode === 401)) return true
  return (rule.refused ?? [404]).includes(reply.statusCode)
}

function leadsToSignIn({ statusCode, headers }: LightMyRequestResponse): boolean {
  return statusCode === 303 && String(headers.location).startsWith('/sign-in?')
}

/** Refused ones first: they must leave everything as it was for those that may. */
export async function routeMatrix(
  asker: Asker,
  cases: readonly Case[],
  world: World,
  print: () => Promise<string>,
): Promise<Matrix> {
  const faults: string[] = []
  const { refused = [], pages = [], changes = [] } = Object.groupBy(cases, kindOf)
  const before = await print()
  for (const one of refused) faults.push(...judge(one, await asker.ask(one), world))
  if ((await print()) !== before) faults.push(...(await findChanger(asker, refused, print)))
  const seen = new Set<RouteRule>()
  for (const one of [...pages, ...changes]) {
    const reply = await asker.ask(one)
    if (reply.statusCode < 400 || one.route.method === 'POST') seen.add(one.rule)
    faults.push(...judge(one, reply, world))
  }
  const never = new Set(cases.filter(({ rule }) => !seen.has(rule)))
  for (const { route } of never) faults.push(`${route.method} ${route.url}: nobody was ever let in`)
  return { cases: cases.length, faults: [...new Set(faults)] }
}

function kindOf({ may, route }: Case): 'refused' | 'pages' | 'changes' {
  if (!may) return 'refused'
  return route.method === 'GET' ? 'pages' : 'changes'
}

/** Something was changed by somebody who may not: which request does it again? */
async function findChanger(
  asker: Asker,
  refused: readonly Case[],
  print: () => Promise<string>,
): Promise<string[]> {
  const changers: string[] = []
  let before = await print()
  for (const one of refused) {
    await asker.ask(one)
    const after = await print()
    const { method, url } = one.route
    if (after !== before)
      changers.push(`${method} ${url} as ${one.character.part}: changed something`)
    before = after
  }
  return changers.length > 0 ? changers : ['somebody who may not changed something, once']
}
