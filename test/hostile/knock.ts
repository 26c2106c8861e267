/** Opens one door as somebody who may, with something put in: each knock comes from another address. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { type MemberName, mayOne, memberNames } from '../authorisation/people.ts'
import type { World } from '../authorisation/world.ts'
import type { Fields } from '../visitor.ts'
import { type Door, fieldsOf, fill, paramsOf } from './every-door.ts'

/** A token, and the cookie that it belongs to. */
export interface Token {
  readonly value: string
  readonly cookie: string
}

export interface PutIn {
  readonly actor?: MemberName
  /** In place of the site's own CSRF cookie. */
  readonly cookie?: string
  readonly params?: Readonly<Record<string, string>>
  readonly fields?: Fields
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: string
}

export type Knock = (door: Door, put?: PutIn) => Promise<LightMyRequestResponse>

/** Somebody who may, so that no want of a right stands in the way. */
export function whoMay({ rule }: Door): MemberName {
  return memberNames.find((name) => rule && mayOne(rule.may, name, 'holder')) ?? 'manager'
}

export async function fetchToken(app: FastifyInstance): Promise<Token> {
  const form = await app.inject('/sign-in')
  const value = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
  return { value, cookie: form.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
}

/** `token` goes with every form. */
export function knocker(app: FastifyInstance, world: World, token: Token | undefined): Knock {
  const record = world.records.holder
  let knocks = 0
  return (door, { actor = whoMay(door), cookie, params, fields, headers, query } = {}) => {
    knocks += 1
    const own = fieldsOf(door, record, actor)
    const csrf = token === undefined ? {} : { _csrf: token.value }
    const path = fill(door.pattern, { ...paramsOf(door, record), ...params })
    const asked = [door.rule?.query?.(record)?.slice(1), query].filter(Boolean).join('&')
    return app.inject({
      // Of the methods that routes have.
      method: door.method as 'GET' | 'POST',
      url: asked === '' ? path : `${path}?${asked}`,
      remoteAddress: `10.9.${Math.floor(knocks / 250) % 250}.${knocks % 250}`,
      headers: {
        cookie: `${world.cookies[actor]}; ${cookie ?? token?.cookie ?? ''}`,
        ...(door.method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(door.method === 'POST' && { payload: encode({ ...own, ...csrf, ...fields }) }),
    })
  }
}

function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  )
  return new URLSearchParams(pairs).toString()
}
