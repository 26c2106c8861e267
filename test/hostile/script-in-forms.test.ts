/**
 * Script in every field of every form that any page shows to anybody, one at a time; then every page.
 * A form that takes it must show it as it was written, and one that does not must too.
 */
import { expect, it } from 'vitest'
import { type MemberName, memberNames } from '../authorisation/people.ts'
import { makeWorld } from '../authorisation/world.ts'
import { testSite } from '../site.ts'
import { type Door, everyDoor, fieldsOf, fill, paramsOf } from './every-door.ts'
import { harmIn, openEveryPage } from './every-page.ts'
import { formsOf, type PageForm } from './forms-of-pages.ts'
import { fetchToken, whoMay } from './knock.ts'
import { attack, marker } from './read-markup.ts'

const test = await testSite()
const { app, database } = test
const world = await makeWorld(test)
const token = await fetchToken(app)
const doors = everyDoor(app)

/** Ends what the next form needs. */
const ends =
  /sign-out|account\/close|sessions\/|\/end$|\/remove$|\/stop$|\/clear$|take-back$|\/cancel$/

/** What a rule says gets past the form, where the page alone does not. */
async function listForms(): Promise<PageForm[]> {
  const pages = await openEveryPage(app, world, 2)
  const found = pages
    .filter(({ reply }) => String(reply.headers['content-type']).startsWith('text/html'))
    .flatMap(formsOf)
  const forms = new Map<string, PageForm>()
  for (const door of doors.filter(({ method }) => method === 'POST')) {
    const form = formOfRule(door)
    forms.set(`POST ${form.action}`, form)
  }
  for (const form of found) {
    const key = `${form.method} ${form.action}`
    const known = forms.get(key)
    const written = [...new Set([...(known?.written ?? []), ...form.written])]
    const fields = { ...form.fields, ...known?.fields }
    forms.set(key, { ...(known ?? form), fields, written })
  }
  return [...forms.values()].filter(({ action }) => action.startsWith('/') && !ends.test(action))
}

function formOfRule(door: Door): PageForm {
  const record = world.records.holder
  const actor = whoMay(door)
  const fields = Object.entries(fieldsOf(door, record, actor)).map(
    ([name, value]) => [name, [value].flat()[0] ?? ''] as const,
  )
  return {
    ...{ actor, method: 'POST', action: fill(door.pattern, paramsOf(door, record)) },
    fields: Object.fromEntries(fields),
    written: fields.map(([name]) => name),
  }
}

function cookieOf(actor: string): string {
  return memberNames.includes(actor as MemberName) ? world.cookies[actor as MemberName] : ''
}

let sent = 0

function send({ actor, method, action, fields }: PageForm, put: Record<string, string>) {
  sent += 1
  const payload = new URLSearchParams({ ...fields, ...put, _csrf: token.value }).toString()
  const cookie = `${cookieOf(actor)}; ${token.cookie}`
  if (method === 'GET') {
    return app.inject({ url: `${action.replace(/[?#].*$/, '')}?${payload}`, headers: { cookie } })
  }
  return app.inject({
    ...{ method: 'POST', url: action, payload },
    remoteAddress: `10.8.${Math.floor(sent / 250) % 250}.${sent % 250}`,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
  })
}

it('script in any field of any form runs on no page and in no letter', async () => {
  const forms = await listForms()
  const faults: string[] = []
  const counts = { fields: 0, taken: 0, shown: 0, pages: 0, showing: 0 }
  for (const form of forms) {
    for (const field of form.written) {
      const reply = await send(form, { [field]: field === 'email' ? `${attack}@x.org` : attack })
      counts.fields += 1
      if (reply.statusCode === 303) counts.taken += 1
      if (reply.body.includes(marker)) counts.shown += 1
      faults.push(...harmIn(reply).map((harm) => `${form.method} ${form.action} ${field}: ${harm}`))
    }
  }
  for (const { url, actor, reply } of await openEveryPage(app, world, 3)) {
    counts.pages += 1
    if (reply.body.includes(marker)) counts.showing += 1
    faults.push(...harmIn(reply).map((harm) => `${url} as ${actor}: ${harm}`))
  }
  console.log(
    `hostile: script in ${counts.fields} fields of ${forms.length} forms (${counts.taken} taken, ` +
      `${counts.shown} shown again), ${counts.showing} of ${counts.pages} pages show it, ${faults.length} harms`,
  )
  expect([...new Set(faults)].slice(0, 30)).toEqual([])
  expect(counts.taken).toBeGreaterThan(30)
  expect(counts.showing).toBeGreaterThan(20)
}, 120_000)

it('letters of it are plain words', async () => {
  while ((await test.workOff()) > 0);
  const { rows } = await database.superuserClient.query<{ subject: string; text: string }>(
    'select subject, text from demonstration_letter',
  )
  const odd = rows.filter(({ subject, text }) =>
    /(?![\n\t])\p{Cc}|[\u202a-\u202e]/u.test(subject + text),
  )
  expect(odd).toEqual([])
  expect(rows.filter(({ text }) => text.includes(marker)).length).toBeGreaterThan(0)
}, 60_000)
