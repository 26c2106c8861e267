/** Requests that were right until one to three things in them were spoiled: the same seed spoils the same. */
import type { FastifyInstance } from 'fastify'
import { actorNames, ownerNames } from '../authorisation/people.ts'
import type { World } from '../authorisation/world.ts'
import type { Chance } from '../drills/random.ts'
import { bytesOf } from './ask-by-socket.ts'
import { type Door, everyDoor, fieldsOf, fill, paramsOf } from './every-door.ts'
import { type Token, whoMay } from './knock.ts'
import { type Draft, deepSpoils, encodeFields, spoils } from './spoil.ts'

export interface Malformed {
  /** What to look for when it does harm. */
  readonly label: string
  readonly bytes: Buffer
  /** It may be waited for in vain. */
  readonly leaves: boolean
}

const isUnfinished: ReadonlySet<string> = new Set(['cut', 'length', 'chunks'])

export function malformedRequests(
  app: FastifyInstance,
  world: Pick<World, 'cookies' | 'records'>,
  { chance, token }: { readonly chance: Chance; readonly token: Token },
): () => Malformed {
  const doors = everyDoor(app)
  const names = Object.keys(spoils)
  const choose = () => chance.pick(chance.next() < 0.6 ? deepSpoils : names)
  return () => {
    const draft = draftFor(chance.pick(doors), world, { chance, token })
    const whole = `${draft.method} ${draft.path}`
    const chosen = Array.from({ length: 1 + chance.below(3) }, choose)
    for (const name of chosen) spoils[name]?.(draft, chance)
    const leaves = chosen.some((name) => isUnfinished.has(name))
    return { label: `${whole} spoiled by ${chosen.join(', ')}`, bytes: write(draft), leaves }
  }
}

function draftFor(
  door: Door,
  { cookies, records }: Pick<World, 'cookies' | 'records'>,
  { chance, token }: { readonly chance: Chance; readonly token: Token },
): Draft {
  // Mostly somebody who may, so that what is spoiled is read at all.
  const mayBe = chance.next() < 0.6
  const actor = mayBe ? whoMay(door) : chance.pick(actorNames)
  const record = records[mayBe ? 'holder' : chance.pick(ownerNames)]
  const session = actor === 'nobody' ? [] : [cookies[actor]]
  const fields = door.method === 'POST' ? fieldsOf(door, record, actor) : {}
  const posted = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, encodeURIComponent(one)]),
  )
  return {
    method: door.method,
    path: fill(door.pattern, paramsOf(door, record)),
    query: door.rule?.query?.(record) ?? '',
    fields: door.method === 'POST' ? [...posted, ['_csrf', encodeURIComponent(token.value)]] : [],
    headers: [
      ['host', 'localhost'],
      ['cookie', [...session, token.cookie].join('; ')],
      // Each is another visitor, whom no limit has met.
      ['x-forwarded-for', `10.${chance.below(255)}.${chance.below(255)}.${chance.below(255)}`],
    ],
  }
}

function write({ method, path, query, headers, fields, body, cutAfter }: Draft): Buffer {
  const sent = body ?? (fields.length > 0 ? Buffer.from(encodeFields(fields)) : undefined)
  const named = new Set(headers.map(([name]) => name))
  const lines: [string, string][] = [...headers]
  if (sent !== undefined && !named.has('content-type')) {
    lines.push(['content-type', 'application/x-www-form-urlencoded'])
  }
  if (sent !== undefined && !named.has('content-length') && !named.has('transfer-encoding')) {
    lines.push(['content-length', String(sent.length)])
  }
  lines.push(['connection', 'close'])
  return bytesOf({ method, target: path + query, headers: lines, body: sent, cutAfter })
}
