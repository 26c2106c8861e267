/** A line break in any part of an address, any field and any cookie begins no header, in answers or letters. */
import type { LightMyRequestResponse } from 'fastify'
import { expect, it } from 'vitest'
import { watchDatabase } from '../authorisation/unchanged.ts'
import { makeWorld } from '../authorisation/world.ts'
import { testSite } from '../site.ts'
import { type Door, everyDoor, fieldsOf, paramsOf } from './every-door.ts'
import { fetchToken, knocker, type PutIn, whoMay } from './knock.ts'
import { queryNames } from './nasty-values.ts'

const test = await testSite()
const { app, database } = test
const world = await makeWorld(test)
const watch = await watchDatabase(database.superuserClient)
const knock = knocker(app, world, await fetchToken(app))
const record = world.records.holder

const breaks = ['\n', '\r', '\u2028', '\u010a\u010d', '\u560a\u560d'] as const
/** The line break of headers, and one of the others. */
const breaksFor = (count: number) => ['\r\n', breaks[count % breaks.length] ?? '\n']
const injected = (line: string) =>
  `Ada${line}x-evil: yes${line}Set-Cookie: evil=yes${line}${line}<p>`

/** Every place that takes a value, one at a time. */
function placesOf(door: Door): ((value: string) => PutIn)[] {
  const params = Object.keys(paramsOf(door, record))
  const fields = door.method === 'POST' ? Object.keys(fieldsOf(door, record, whoMay(door))) : []
  return [
    ...params.map((name) => (value: string) => ({ params: { [name]: value } })),
    ...fields.map((name) => (value: string) => ({ fields: { [name]: value } })),
    (value) => ({
      query: new URLSearchParams(queryNames.map((name) => [name, value])).toString(),
    }),
    (value) => ({ headers: { cookie: `invitation=${encodeURIComponent(value)}; session=x` } }),
  ]
}

function faultOf({ statusCode, headers }: LightMyRequestResponse): string | undefined {
  if (statusCode >= 500) return String(statusCode)
  if ('x-evil' in headers) return 'another header'
  const values = Object.values(headers).flatMap((value) => value ?? [])
  const broken = values.find((value) => /[\r\n\0]|^evil=/.test(String(value)))
  return broken === undefined ? undefined : `a broken header ${JSON.stringify(broken)}`
}

it('no answer holds a header that was sent in', async () => {
  const faults: string[] = []
  let count = 0
  for (const door of everyDoor(app)) {
    for (const place of placesOf(door)) {
      for (const line of breaksFor(count)) {
        const put = place(injected(line))
        const fault = faultOf(await knock(door, put))
        count += 1
        if (fault !== undefined) {
          faults.push(
            `${door.method} ${door.pattern} ${JSON.stringify(put).slice(0, 90)}: ${fault}`,
          )
        }
      }
    }
  }
  console.log(`hostile: ${count} tries to begin a header, ${faults.length} did`)
  expect(faults.slice(0, 20)).toEqual([])
  expect(await watch.changed()).not.toEqual([])
}, 120_000)

it('no letter holds a header that was written in', async () => {
  while ((await test.workOff()) > 0);
  const { rows } = await database.superuserClient.query<{ address: string; subject: string }>(
    'select address, subject from demonstration_letter',
  )
  console.log(`hostile: ${rows.length} letters after them`)
  expect(rows.filter(({ address, subject }) => /[\p{Cc}\u2028]/u.test(address + subject))).toEqual(
    [],
  )
  expect(rows.length).toBeGreaterThan(2)
}, 60_000)
