/** The Ostlewick health centre, which has yet to say what it accepts, and a worker with something to show it. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { asActor } from '../src/database/as-actor.ts'
import { addDays, dayOf } from '../src/language/days.ts'
import { insertEntry } from '../src/passports/entries/entries-store.ts'
import { partsOfDay } from '../src/web/posted-form.ts'
import { atMerrowfell } from './at-merrowfell.ts'
import { people } from './issue-credential.ts'
import type { TestSite } from './site.ts'
import { type Fields, visitor, wordsOf } from './visitor.ts'

export const trust = 'ostlewick-community'
const today = dayOf(new Date())
const edition = 'ahp-support-worker/2026'
export const training = {
  kind: 'training',
  codes: [],
  edition,
  facts: {},
  from: '2026-03-01',
} as const

export const inDays = (field: string, days: number): Fields => {
  const { day, month, year } = partsOfDay(addDays(today, days))
  return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year }
}

export const policy: Fields = {
  ...{ do: 'publish', version: '0', 'also-local': 'Fire walk-round of the health centre' },
  ...{ 'sign-off-outcome': 'accept', 'sign-off-months': '24' },
  ...{ 'training-outcome': 'accept', 'training-seen': 'yes', 'training-months': '36' },
  ...{ 'qualification-outcome': 'say-nothing', 'experience-outcome': 'say-nothing' },
  ...{ 'x1-kind': 'sign-off', 'x1-what': '3.10', 'x1-outcome': 'accept-with-top-up' },
  'x1-top-up': 'our own hoists, 40 minutes',
  ...inDays('from', 0),
}

export function personOf(id: string) {
  return { kind: 'person', id, name: 'Somebody', permissions: [] } as const
}

/** What stands in the form beside each thing that may be accepted in one go. */
export function suggestedOn({ body }: { readonly body: string }): Fields {
  const fields = body.matchAll(/name="(suggested-[0-9a-f-]+)" value="([^"]*)"/g)
  return Object.fromEntries(
    [...fields].map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]),
  )
}

export async function atOstlewick(test: TestSite) {
  const { app, signIn, database } = test
  const known = await atMerrowfell(test)
  const { worker, signed } = known
  const receiver = visitor(app, await signIn(people.stranger))
  const signings = { plain: await signed('3.9'), topUp: await signed('3.10') }
  const entry = { id: randomUUID(), secret: randomUUID() }
  await asActor(database.db, personOf(people.holder), async (db) => {
    const whose = (id: string) => ({ id, holderId: people.holder })
    await insertEntry(db, whose(entry.id), { ...training, title: 'Fire safety', private: false })
    await insertEntry(db, whose(entry.secret), { ...training, title: 'Kestrel', private: true })
  })

  function set(fields: Fields = {}): Fields & { readonly id: string } {
    const id = randomUUID()
    const items = [
      `credential:${signings.plain.credential}`,
      `credential:${signings.topUp.credential}`,
      `entry:${entry.id}`,
    ]
    return { id, items, purpose: 'join', ...inDays('ends', 14), ...fields }
  }

  async function shared(fields: Fields = {}): Promise<string> {
    const form = set(fields)
    const reply = await worker.post(`/passport/recognition/share/${trust}`, form)
    expect(reply.statusCode, wordsOf(reply)).toBe(303)
    return form.id
  }

  async function itemsOf(share: string) {
    const page = await receiver.get(`/orgs/${trust}/recognition/${share}`)
    const items = [...page.body.matchAll(/\/items\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id)
    return { page, items }
  }

  const decide = (share: string, item: string, fields: Fields, by = receiver) =>
    by.post(`/orgs/${trust}/recognition/${share}/items/${item}`, { sequence: '0', ...fields })
  const publish = () => receiver.post(`/orgs/${trust}/accepts/change`, policy)

  return { ...known, receiver, signings, entry, set, shared, itemsOf, decide, publish }
}
