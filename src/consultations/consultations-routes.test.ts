/** Consultations through the real application and database. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { testSite } from '../../test/site.ts'
import { readDemonstration } from '../accounts/accounts-content.ts'
import type { Actor } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import { importer, importResponse, loadConsultations } from './consultations-actions.ts'
import { readConsultations } from './consultations-content.ts'
import { findResponse, listResponses } from './consultations-store.ts'
import { countResponse } from './model/count-response.ts'
import { nonBlankLines, rejoin } from './model/parse-response.ts'

const { app, site, database, signIn } = await testSite()
const { db } = site
const { ownerDb } = database
const slug = 'ahp-support-worker-2021'
const home = `/consultations/${slug}`
const example = readFileSync(`content/consultations/${slug}/example-response.txt`, 'utf8')
const realFile = '../shared/seed/rcot-response-2021.txt'
const skipped = `Skipped: ${realFile} is not here, so only the example was imported`
const [consultation] = readConsultations()
if (consultation === undefined) throw new Error('no consultation in the content folder')

const { people } = readDemonstration()
const steward = personWho((permissions) => permissions.includes('decide-consultation'))
const worker = personWho((permissions) => permissions.length === 0)

function personWho(may: (permissions: readonly string[]) => boolean): string {
  const found = people.find(({ worksAt }) => worksAt.some((job) => may(job.permissions)))
  if (found === undefined) throw new Error('no such person in the demonstration')
  return found.id
}

const get = (url: string, cookie = '') => app.inject({ url, headers: { cookie } })

/** The words of a page, as they would be read. */
function wordsOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** The import form as a steward's browser would hold it. */
async function openForm(person = steward) {
  const session = await signIn(person)
  const page = await get(`${home}/import`, session)
  const token = page.body.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
  const cookie = [session, ...page.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
  return { token, cookie }
}

interface Sent {
  readonly respondent?: string
  readonly text?: string
  readonly file?: Uint8Array
}

async function send(fields: Sent, form?: { token: string; cookie: string }) {
  const { token, cookie } = form ?? (await openForm())
  const data = new FormData()
  data.set('_csrf', token)
  data.set('respondent', fields.respondent ?? 'A body')
  data.set('text', fields.text ?? '')
  data.set('file', new Blob([new Uint8Array(fields.file ?? [])]), 'response.txt')
  const request = new Request('http://localhost', { method: 'POST', body: data })
  const payload = Buffer.from(await request.arrayBuffer())
  const contentType = request.headers.get('content-type') ?? ''
  const headers = { cookie, 'content-type': contentType }
  return app.inject({ method: 'POST', url: `${home}/import`, headers, payload })
}

const countRows = async () =>
  (await ownerDb.selectFrom('consultation_response').select('id').execute()).length

const exampleId = async () => {
  const row = await ownerDb
    .selectFrom('consultation_response')
    .where('example', '=', true)
    .select('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The menu leads to the newest edition by an address that forwards. */
async function followed(page: string) {
  const reply = await get(page)
  return reply.statusCode === 303 ? get(String(reply.headers.location)) : reply
}

describe('the pages that everybody reads', () => {
  it('list the consultations without asking who is there', async () => {
    const reply = await get('/consultations')
    expect(reply.statusCode).toBe(200)
    expect(reply.cookies).toEqual([])
    expect(reply.body).toContain(`href="${home}"`)
  })

  it('show the questions in our words and say whose draft it is', async () => {
    const { body } = await get(home)
    for (const { about } of consultation.questionnaire.questions) {
      expect(wordsOf(body)).toContain(about)
    }
    expect(body).toContain('Illustrative draft, written by Lanyard')
    expect(body).not.toContain('/import"')
  })

  it('show the example with every line as it stands, each place linked to a page that is there', async () => {
    const { statusCode, body } = await get(`${home}/responses/${await exampleId()}`)
    expect(statusCode).toBe(200)
    const words = wordsOf(body)
    for (const line of nonBlankLines(example)) expect(words).toContain(line)
    expect(words).toContain('the ticks are missing, and we do not guess them')
    expect(words).toContain('Left blank')
    expect(words).toContain('Illustrative draft, written by Lanyard')
    const links = [...body.matchAll(/href="(\/frameworks\/[^"#]+)(?:#([^"]+))?"/g)]
    expect(new Set(links.map(([, page]) => page)).size).toBeGreaterThan(20)
    for (const [, page = '', anchor] of links) {
      const reply = await followed(page)
      expect(reply.statusCode, page).toBe(200)
      if (anchor !== undefined) expect(reply.body, page).toContain(`id="${anchor}"`)
    }
  })

  it('give each anchor of the example a state in words and a card that its words lead to', async () => {
    const { body } = await get(`${home}/responses/${await exampleId()}`)
    for (const words of [
      'Found',
      'Found, worded differently',
      'Could mean several places',
      'Not found in our illustrative draft',
      'Speaks of another document',
    ]) {
      expect(body).toContain(`<strong>${words}</strong>`)
    }
    const cards = [...body.matchAll(/<li class="lanyard-anchor [^"]*" id="([^"]+)"/g)]
    expect(cards).toHaveLength(35)
    for (const [, id] of cards) expect(body).toContain(`href="#${id}"><mark>`)
  })

  it.each([
    '/consultations/nowhere',
    `${home}/responses/1`,
    `${home}/responses/00000000-0000-4000-8000-000000000000`,
    '/consultations/nowhere/import',
  ])('have nothing at %s', async (url) => {
    expect((await get(url)).statusCode).toBe(404)
  })
})

describe('loading the example', () => {
  it('leaves one, however often the site starts', async () => {
    await loadConsultations(db, readConsultations())
    const rows = await ownerDb.selectFrom('consultation_response').select('example').execute()
    expect(rows.filter((row) => row.example)).toHaveLength(1)
  })
})

describe('importing', () => {
  it('keeps a response for those who decide, and once', async () => {
    const file = new TextEncoder().encode(example)
    const form = await openForm()
    const reply = await send({ respondent: ' A  body ', file }, form)
    expect(reply.statusCode).toBe(303)
    const address = String(reply.headers.location)
    const page = await get(address, form.cookie)
    expect(page.statusCode).toBe(200)
    for (const line of nonBlankLines(example)) expect(wordsOf(page.body)).toContain(line)
    expect((await get(home, form.cookie)).body).toContain(`<a href="${address}">A body</a>`)

    const before = await countRows()
    const again = await send({ text: example.replaceAll('\n', '\r\n') }, form)
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('already imported')
    expect(again.body).toContain(`href="${address}"`)
    expect(await countRows()).toBe(before)

    for (const cookie of ['', await signIn(worker)]) {
      expect((await get(address, cookie)).statusCode).toBe(404)
      expect((await get(home, cookie)).body).not.toContain(address)
    }
    const events = await ownerDb
      .selectFrom('audit_event')
      .where('subject_ref', '=', `response:${address.split('/').at(-1)}`)
      .select(['actor', 'action', 'details'])
      .execute()
    const details = { consultation: slug }
    expect(events).toEqual([{ actor: steward, action: 'response.imported', details }])
  })

  it('makes one of two that are sent at once', async () => {
    const form = await openForm()
    const text = 'Q.6: What?\nTwice at once.'
    const replies = await Promise.all([send({ text }, form), send({ text }, form)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  })

  it.each<[string, Sent, RegExp]>([
    ['what is not UTF-8', { file: new Uint8Array([0x51, 0x92, 0x0a]) }, /not UTF-8/],
    ['nothing', {}, /Paste the response, or choose its file/],
    ['an empty file', { file: new Uint8Array() }, /Paste the response, or choose its file/],
    ['both', { text: 'Q.6: x', file: new Uint8Array([0x51]) }, /not both/],
    ['text without a question', { text: 'Dear all' }, /No line begins with a question/],
    ['a question twice', { text: 'Q.6: a\nx\nQ.6: b\ny' }, /stands twice/],
    ['a response of nobody', { respondent: ' ', text: 'Q.6: a\nx' }, /Write who sent/],
    ['a long name', { respondent: 'x'.repeat(201), text: 'Q.6: a\nx' }, /200 characters/],
    ['more than 1 MB', { file: new Uint8Array(1_050_000).fill(97) }, /larger than 1 MB/],
  ])('refuses %s, says why and changes nothing', async (_, fields, message) => {
    const before = await countRows()
    const reply = await send(fields)
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('nhsuk-error-summary')
    expect(reply.body).toMatch(message)
    expect(await countRows()).toBe(before)
  })

  it('shows again what was typed', async () => {
    const reply = await send({ respondent: 'A body', text: 'Dear <all>' })
    expect(reply.body).toContain('value="A body"')
    expect(wordsOf(reply.body)).toContain('Dear <all>')
  })

  it('refuses 10 MB', async () => {
    const before = await countRows()
    const reply = await send({ file: new Uint8Array(10_000_000).fill(97) })
    expect(reply.statusCode).toBe(413)
    expect(reply.body).toContain('The most that this page can take is 1 MB')
    expect(await countRows()).toBe(before)
  })

  it('refuses a form without its token', async () => {
    const { cookie } = await openForm()
    expect((await send({ text: example }, { token: 'x', cookie })).statusCode).toBe(403)
  })

  it('is not there for a worker or a stranger', async () => {
    const form = await openForm()
    const asWorker = await signIn(worker)
    expect((await get(`${home}/import`, asWorker)).statusCode).toBe(404)
    expect((await get(`${home}/import`)).statusCode).toBe(404)
    const cookie = form.cookie.replace(/session=[^;]+/, asWorker)
    expect((await send({ text: example }, { ...form, cookie })).statusCode).toBe(404)
  })

  it('tells who was signed out meanwhile that nothing was saved', async () => {
    const form = await openForm()
    const cookie = form.cookie.replace(/session=[^;]+; /, '')
    const reply = await send({ text: 'Q.6: a\nLate.' }, { ...form, cookie })
    expect(reply.statusCode).toBe(401)
    expect(reply.body).toContain('What you entered was not saved')
  })
})

describe('the second wall', () => {
  const wanted = { consultation: slug, scope: 'all' } as const
  const nobody: Actor = { kind: 'nobody' }
  const personOf = (id: string): Actor => ({ kind: 'person', id, name: '', permissions: [] })

  it('shows the rows of real responses to those who decide alone, whatever was asked for', async () => {
    const text = 'Q.6: What?\nFor the steward alone.'
    const bytes = new TextEncoder().encode(text)
    const imported = await importResponse(db, importer, { consultation, bytes, respondent: 'B' })
    if (!imported.ok) throw new Error('not imported')
    for (const actor of [nobody, personOf(worker)]) {
      const seen = await asActor(db, actor, (db) => listResponses(db, wanted))
      expect(seen.map((row) => row.example)).toEqual([true])
      const found = await asActor(db, actor, (db) => findResponse(db, { ...wanted, ...imported }))
      expect(found).toBeUndefined()
    }
    const seen = await asActor(db, personOf(steward), (db) => listResponses(db, wanted))
    expect(seen.map(({ id }) => id)).toContain(imported.id)
  })

  it('lets nobody else add a row, and nobody at all change one', async () => {
    const row = {
      id: '00000000-0000-4000-8000-000000000001',
      consultation: slug,
      digest: 'x',
      respondent: 'x',
      example: false,
      parsed: '{}',
      source: '',
      imported_by: worker,
    }
    for (const actor of [nobody, personOf(worker)]) {
      const adding = asActor(db, actor, (db) =>
        db.insertInto('consultation_response').values(row).execute(),
      )
      await expect(adding).rejects.toThrow(/row-level security/)
    }
    // Who decides adds in their own name, and nothing for everybody to read.
    const mine = { ...row, imported_by: steward }
    for (const wrong of [row, { ...mine, example: true }]) {
      const adding = asActor(db, personOf(steward), (db) =>
        db.insertInto('consultation_response').values(wrong).execute(),
      )
      await expect(adding).rejects.toThrow(/row-level security/)
    }
    const changing = asActor(db, personOf(steward), (db) =>
      db.updateTable('consultation_response').set({ respondent: 'y' }).execute(),
    )
    await expect(changing).rejects.toThrow(/permission denied/)
    const changingAsOwner = ownerDb
      .updateTable('consultation_response')
      .set({ respondent: 'y' })
      .execute()
    await expect(changingAsOwner).rejects.toThrow(/append-only/)
  })

  it('is behind a first: the action refuses who may not import', async () => {
    const bytes = new TextEncoder().encode('Q.6: What?\nMine.')
    const asked = { consultation, bytes, respondent: 'x' }
    await expect(importResponse(db, personOf(worker), asked)).rejects.toThrow('importing')
    await expect(importResponse(db, { kind: 'job', name: 'sign-in' }, asked)).rejects.toThrow(
      'importing',
    )
  })
})

describe('the real response', () => {
  it('is kept whole, with its blanks, what is lost in it, and its anchors', async (ctx) => {
    if (!existsSync(realFile)) {
      console.log(skipped)
      ctx.skip(skipped)
    }
    const bytes = readFileSync(realFile)
    const imported = await importResponse(db, importer, { consultation, bytes, respondent: 'R' })
    if (!imported.ok) throw new Error(JSON.stringify(imported.findings))
    const wanted = { consultation: slug, id: imported.id, scope: 'all' } as const
    const stored = await asActor(db, importer, (db) => findResponse(db, wanted))
    if (stored === undefined) throw new Error('it is not there')
    const lines = nonBlankLines(bytes.toString('utf8').replace(/^\uFEFF/, ''))
    // Not toEqual: a failure would print the text.
    expect(JSON.stringify(rejoin(stored.response)) === JSON.stringify(lines)).toBe(true)
    const others = stored.response.questions.filter(({ state }) => state !== 'answered')
    expect(others.map(({ number, state }) => [number, state])).toEqual([
      [5, 'not-recoverable'],
      [21, 'blank'],
      [22, 'not-recoverable'],
    ])
    expect(countResponse(stored.response)).toEqual({
      questions: 19,
      paragraphs: 49,
      anchors: 45,
      byAnswer: { answered: 16, blank: 1, 'not-recoverable': 2 },
      byAnchor: { exact: 30, edited: 3, ambiguous: 1, 'not-found': 9, 'other-document': 2 },
    })
    const page = await get(`${home}/responses/${imported.id}`, await signIn(steward))
    const words = wordsOf(page.body)
    expect(lines.every((line) => words.includes(line))).toBe(true)
  })
})
