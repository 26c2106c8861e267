/** Every form of the site, as another page would have a browser send it: refused, and nothing changes. */
import type { LightMyRequestResponse } from 'fastify'
import { expect, it } from 'vitest'
import { watchDatabase } from '../authorisation/unchanged.ts'
import { makeWorld } from '../authorisation/world.ts'
import { testSite } from '../site.ts'
import { everyDoor } from './every-door.ts'
import { fetchToken, knocker, type PutIn, type Token } from './knock.ts'

const test = await testSite()
const { app } = test
const world = await makeWorld(test)
const watch = await watchDatabase(test.database.superuserClient)
const [own, another] = [await fetchToken(app), await fetchToken(app)]
const knock = knocker(app, world, undefined)

/** The way of a browser that holds its own cookie, and a page that does not know the token. */
const forgeries = (own: Token, another: Token): Readonly<Record<string, PutIn>> => ({
  'without a token': { cookie: own.cookie },
  'without token or cookie': { cookie: '' },
  'with an empty token': { cookie: own.cookie, fields: { _csrf: '' } },
  'with the token of another browser': { cookie: own.cookie, fields: { _csrf: another.value } },
  'with a token whose end is cut': {
    cookie: own.cookie,
    fields: { _csrf: own.value.slice(0, -4) },
  },
  'with the token and no cookie': { cookie: '', fields: { _csrf: own.value } },
  'with the token in the address': { cookie: own.cookie, query: `_csrf=${own.value}` },
  'with the token as a cookie': { cookie: `${own.cookie}; _csrf=${own.value}` },
  'with the token under another name': { cookie: own.cookie, fields: { csrf: own.value } },
  'as plain text': { cookie: own.cookie, headers: { 'content-type': 'text/plain' } },
  'as JSON': { cookie: own.cookie, headers: { 'content-type': 'application/json' } },
  'in parts': {
    cookie: own.cookie,
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  },
})

function isRefused({ statusCode }: LightMyRequestResponse): boolean {
  return [400, 403, 411, 415].includes(statusCode)
}

it('a form that another page has a browser send is refused everywhere, and changes nothing', async () => {
  const faults: string[] = []
  let sent = 0
  const forms = everyDoor(app).filter(({ method }) => method === 'POST')
  for (const door of forms) {
    for (const [how, forgery] of Object.entries(forgeries(own, another))) {
      const reply = await knock(door, forgery)
      sent += 1
      if (!isRefused(reply)) faults.push(`${door.pattern} ${how}: ${reply.statusCode}`)
    }
  }
  console.log(`hostile: ${sent} forged forms to ${forms.length} routes, ${faults.length} taken`)
  expect(faults).toEqual([])
  expect(await watch.changed()).toEqual([])
  expect(forms.length).toBeGreaterThan(60)
}, 60_000)

it('the same forms with their token are not refused for the want of it', async () => {
  const faults: string[] = []
  for (const door of everyDoor(app).filter(({ method }) => method === 'POST')) {
    const reply = await knock(door, { cookie: own.cookie, fields: { _csrf: own.value } })
    if (isRefused(reply)) faults.push(`${door.pattern}: ${reply.statusCode}`)
  }
  expect(faults).toEqual([])
  expect(await watch.changed()).not.toEqual([])
}, 60_000)
