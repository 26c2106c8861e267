/** Every route with what gets past its form: from the route table, and the rules of the walk where it has one. */
import type { FastifyInstance } from 'fastify'
import type { ActorName } from '../authorisation/people.ts'
import type { RouteRule } from '../authorisation/route-rule.ts'
import { routeRules } from '../authorisation/rules/all.ts'
import type { WorldRecord } from '../authorisation/world.ts'
import type { Fields } from '../visitor.ts'

export interface Door {
  readonly method: string
  readonly pattern: string
  readonly rule: RouteRule | undefined
}

export function everyDoor(app: FastifyInstance): Door[] {
  return app.routeTable
    .filter(({ method }) => method !== 'HEAD')
    .map(({ method, url }) => ({
      ...{ method, pattern: url },
      rule: routeRules[`${method} ${url}`],
    }))
}

/** The values of the address's parts, in the record where no rule says them. */
export function paramsOf({ pattern, rule }: Door, record: WorldRecord): Record<string, string> {
  const told = rule?.params?.(record) ?? {}
  const usual: Readonly<Record<string, string>> = { slug: record.organisation }
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  return Object.fromEntries(names.map((name) => [name, told[name] ?? usual[name] ?? record.job]))
}

export function fill(pattern: string, params: Readonly<Record<string, string>>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}

export function addressOf(door: Door, record: WorldRecord): string {
  return fill(door.pattern, paramsOf(door, record)) + (door.rule?.query?.(record) ?? '')
}

export function fieldsOf({ rule }: Door, record: WorldRecord, actor: ActorName): Fields {
  return rule?.body?.(record, actor) ?? {}
}
