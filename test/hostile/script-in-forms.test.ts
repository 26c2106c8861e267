/**
 * Script in every field of every form that any page shows to anybody, one at a time; then every page.
 * A form that takes it must show it as it was written, and one that does not must too.
 */
import { expect, it } from 'vitest'
import { type MemberName, memberNames } from '../authorisation/people.ts'
import { dayFields } from '../authorisation/rules/day-fields.ts'
import { makeWorld } from '../authorisation/world.ts'
import { testSite } from '../site.ts'
import { visitor } from '../visitor.ts'
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

it('script in a file of people runs on no page, and in no file that is given back', async () => {
  const manager = visitor(app, world.cookies.manager)
  const page = `/orgs/${world.records.holder.organisation}/people/invite-many`
  const cell = `"${attack.replaceAll('"', '""')}"`
  const rows = [`${cell},,Assistant,,,`, `Ada,${cell},${cell},${cell},${cell},${cell}`]
  const people = ['Name,E-mail,Job title,Team,Permissions,Starts on', ...rows].join('\n')
  const sent = await manager.post(page, { people })
  expect(sent.statusCode).toBe(303)
  const preview = await manager.get(String(sent.headers.location))
  expect(preview.body).toContain(marker)
  const file = await manager.get(`${sent.headers.location}/not-invited.csv`)
  expect(String(file.headers['content-disposition'])).toMatch(/^attachment; filename="[\w.-]+"$/)
  expect([
    ...harmIn(preview),
    ...harmIn(file),
    ...harmIn(await manager.post(page, { people: cell })),
  ]).toEqual([])
})

it('a name with script and lines in it is one line of plain words in a letter', async () => {
  const { organisation } = world.records.holder
  const name = `${attack}\r\nBcc: evil@example.org`
  const { superuserClient } = database
  await superuserClient.query('set session_replication_role = replica')
  await superuserClient.query('update organisation set name = $1 where slug = $2', [
    name,
    organisation,
  ])
  await superuserClient.query('update organisation_name set name = $1 where organisation = $2', [
    ...[name, organisation],
  ])
  await superuserClient.query('reset session_replication_role')
  const manager = visitor(app, world.cookies.manager)
  const invited = await manager.post(`/orgs/${organisation}/people/invite`, {
    ...{ id: crypto.randomUUID(), way: 'email', name: attack, email: 'invited@example.org' },
    ...{ 'job-title': 'Assistant', ...dayFields('from') },
  })
  expect(invited.statusCode).toBe(303)
  while ((await test.workOff()) > 0);
  const [letter] = await test.lettersTo('invited@example.org')
  expect(letter?.subject).toContain(marker)
  expect(letter?.subject).not.toMatch(/\p{Cc}/u)
  expect(Object.keys(letter ?? {}).sort()).toEqual(['subject', 'text', 'to'])
})
