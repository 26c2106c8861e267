/** Whatever a browser is told to go on to stands here: every route, by every name that leads on elsewhere. */
import { expect, it } from 'vitest'
import { makeWorld } from '../authorisation/world.ts'
import { testSite } from '../site.ts'
import { type Door, everyDoor } from './every-door.ts'
import { fetchToken, knocker } from './knock.ts'

const test = await testSite()
const { app } = test
const world = await makeWorld(test)
const knock = knocker(app, world, await fetchToken(app))

const names = [
  ...['next', 'return', 'return_to', 'returnTo', 'return-url', 'redirect', 'redirect_uri', 'to'],
  ...['redirect_url', 'url', 'uri', 'continue', 'goto', 'back', 'from', 'dest', 'destination'],
  ...['page', 'done', 'target', 'callback', 'after', 'then', 'ref', 'path', 'forward', 'out'],
]

const elsewhere: readonly string[] = [
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '\t//evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  ' //evil.example',
  'https:evil.example',
  'https:/evil.example',
  '//localhost@evil.example',
  '//localhost:3000#@evil.example',
  '%2F%2Fevil.example',
  '/%2F/evil.example',
  '/%5cevil.example',
  '/%09/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/passport/..//evil.example',
  '\u3000//evil.example',
  '/\u2028/evil.example',
  '/\uff0fevil.example',
  'javascript:evil()',
  'java\nscript:evil()',
  'data:text/html,evil',
]

/** As a browser reads it. */
function leadsOff(location: string): boolean {
  const origin = 'http://localhost:3000'
  return !URL.canParse(location, origin) || new URL(location, origin).origin !== origin
}

const linkOff = /\b(?:href|action|formaction|src)="\s*(?:[a-z]+:|[/\\][/\\\s]+)[^"]*evil/i

/** Each name with another value, in the address, the form and the headers at once: where does it lead? */
async function tryOne({ door, round }: Try): Promise<string | undefined> {
  const value = (at: number) => elsewhere[(round + at * 5) % elsewhere.length] ?? ''
  const fields = Object.fromEntries(names.map((name, at) => [name, value(at)]))
  const reply = await knock(door, {
    query: new URLSearchParams(fields).toString(),
    ...(door.method === 'POST' && { fields: ownFirst(door, fields) }),
    headers: {
      ...{ 'x-forwarded-host': 'evil.example', origin: 'null' },
      referer: value(0).replace(/[^\x20-\x7e]/g, ''),
    },
  })
  const location = reply.headers.location
  const where = `${door.method} ${door.pattern} by next=${JSON.stringify(value(0))}`
  if (reply.statusCode >= 500) return `${where} gives ${reply.statusCode}`
  if (location !== undefined && leadsOff(String(location))) return `${where} leads to ${location}`
  const link = linkOff.exec(reply.body)
  return link === null ? undefined : `${where} shows ${link[0]}`
}

interface Try {
  readonly door: Door
  readonly round: number
}

/** Ways in lead on by what they are told, and are tried with every value. */
function triesOf(door: Door): Try[] {
  const leadsOn = /sign-in|confirm-it-is-you|own-way-in|link|passkey/.test(door.pattern)
  return elsewhere.slice(0, leadsOn ? elsewhere.length : 3).map((_, round) => ({ door, round }))
}

/** A form that asks for one of those names keeps what gets past it. */
function ownFirst({ rule }: Door, fields: Readonly<Record<string, string>>) {
  const kept = new Set(Object.keys(rule?.body?.(world.records.holder, 'holder') ?? {}))
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !kept.has(name)))
}

it('nothing that is sent leads off the site', async () => {
  const tries = everyDoor(app).flatMap(triesOf)
  const faults: string[] = []
  for (const one of tries)
    faults.push(...[await tryOne(one)].filter((fault) => fault !== undefined))
  console.log(`hostile: ${tries.length} tries to lead off the site, ${faults.length} did`)
  expect(faults.slice(0, 20)).toEqual([])
}, 120_000)

it.each(elsewhere)('signing in leads nowhere else, asked for %j', async (next) => {
  const door = everyDoor(app).find(({ pattern }) => pattern === '/sign-in')
  const form = { method: 'POST', pattern: door?.pattern ?? '', rule: undefined }
  const { personId } = world.records.holder
  await test.database.superuserClient.query(
    'update person set demonstration = true where id = $1',
    [personId],
  )
  const reply = await knock(form, { fields: { person: personId, next } })
  expect(reply.statusCode).toBe(303)
  expect(leadsOff(String(reply.headers.location))).toBe(false)
})
