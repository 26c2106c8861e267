/** A steward changes a term in the browser, looks at what was done, and puts it back. */
import { describe, expect, it } from 'vitest'
import { members } from '../../../test/authorisation/people.ts'
import { personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { paths } from '../../paths.ts'
import { beginDraft, changeDraft } from '../authoring/drafts-actions.ts'
import { listThings } from '../authoring/drafts-store.ts'
import { putTogether } from '../authoring/model/put-together.ts'
import { readEditionContent } from '../frameworks-content.ts'
import { listTexts } from '../model/list-texts.ts'

const { site, app, signIn } = await testSite()
const { db } = site
const { edition: from } = readEditionContent('ahp-support-worker/2021-consultation-draft')
const { edition: published } = readEditionContent('ahp-support-worker/2026')
const { organisation } = members.steward
const steward: Person = {
  ...personWith(members.steward.id),
  permissions: [{ organisation, permission: 'steward-framework' }],
}
const own = visitor(app, await signIn(steward.id))

const begin = (version: string) =>
  beginDraft(db, steward, { organisation, from, name: { slug: from.slug, version } })
const read = (draft: string) =>
  asActor(db, steward, async (db) => putTogether(await listThings(db, { draft })))

type Pairs = readonly (readonly [string, string])[]
const fieldsOf = (pairs: Pairs) =>
  Object.fromEntries(
    pairs.flatMap(([before, after], at) => [
      [`use-${at}`, 'yes'],
      [`before-${at}`, before],
      [`after-${at}`, after],
    ]),
  )

/** What the page of places holds: its hidden list, and the boxes that are ticked. */
async function placesOf(draft: string, pairs: Pairs) {
  const page = await own.get(`${paths.termPlaces(draft)}?${new URLSearchParams(fieldsOf(pairs))}`)
  expect(page.statusCode, wordsOf(page)).toBe(200)
  const shown = /name="shown" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
  const boxes = [...page.body.matchAll(/<input[^>]*name="change"[^>]*>/g)].map(([box]) => box)
  const valueIn = (box: string) => /value="([^"]*)"/.exec(box)?.[1] ?? ''
  const ticked = boxes.filter((box) => box.includes('checked')).map(valueIn)
  return { page, fields: { ...fieldsOf(pairs), shown, change: ticked }, boxes: boxes.map(valueIn) }
}
const entries = { 'add-term': 'yes', because: 'It takes in more than tasks.' }
const locationOf = (reply: { headers: { location?: string | undefined } }) =>
  (reply.headers.location ?? '').split('?')[0] ?? ''

describe('a term', () => {
  it('is changed in the whole 2021 draft, twice, and the titles are those of 2026', async () => {
    const draft = await begin('terms-1')
    const forms = await own.get(`${paths.termForms(draft)}?old=competency&new=capability`)
    expect(forms.body).toContain('value="competencies"')
    const changes: readonly Pairs[] = [
      [
        ['competency', 'capability'],
        ['competencies', 'capabilities'],
      ],
      [
        ['service user', 'person who accesses services'],
        ['service users', 'people who access services'],
        ["the patient's", "the person's"],
        ['patient', 'person who accesses services'],
        ['patients', 'people who access services'],
      ],
    ]
    for (const pairs of changes) {
      const { fields } = await placesOf(draft, pairs)
      const reply = await own.post(paths.termPlaces(draft), { ...fields, ...entries })
      expect(reply.statusCode, wordsOf(reply)).toBe(303)
      const done = wordsOf(await own.get(String(reply.headers.location)))
      expect(done).toContain(`Changed in ${fields.change.length} places.`)
    }
    const now = await read(draft)
    expect(now.title).toBe(published.title)
    const old = /\b(?:competency|competencies|service users?)\b/i
    expect(listTexts(now).filter(({ text }) => old.test(text))).toEqual([])
    expect(now.domains.flatMap(({ sections }) => sections.map(({ code }) => code))).toEqual(
      from.domains.flatMap(({ sections }) => sections.map(({ code }) => code)),
    )
    const list = wordsOf(await own.get(paths.draftTerms(draft)))
    expect(list).toContain('competency to capability')
    expect(list).toContain('service user to person who accesses services')
  })

  it('is put back as it was, once, and what was edited since is left and listed', async () => {
    const draft = await begin('terms-2')
    const before = await read(draft)
    const pairs: Pairs = [['competency', 'capability']]
    const { fields } = await placesOf(draft, pairs)
    const change = async () => {
      const reply = await own.post(paths.termPlaces(draft), { ...fields, ...entries })
      expect(reply.statusCode, wordsOf(reply)).toBe(303)
      return locationOf(reply)
    }
    const first = await change()
    expect((await own.post(`${first}/put-back`)).statusCode).toBe(303)
    expect(await read(draft)).toEqual(before)
    expect((await own.post(`${first}/put-back`)).statusCode).toBe(409)
    const second = await change()
    await changeDraft(db, steward, draft, (held) => ({ ...held, title: 'Something else' }))
    const reply = await own.post(`${second}/put-back`)
    expect(wordsOf(await own.get(String(reply.headers.location)))).toContain(
      'because somebody had edited it edition/title: capability',
    )
    expect(await read(draft)).toEqual({ ...before, title: 'Something else' })
  })

  it('is not changed where somebody changed the draft meanwhile, or nothing is ticked', async () => {
    const draft = await begin('terms-3')
    const pairs: Pairs = [['competency', 'capability']]
    const { fields, boxes } = await placesOf(draft, pairs)
    const none = await own.post(paths.termPlaces(draft), { ...fields, change: [], ...entries })
    expect(none.statusCode).toBe(422)
    expect(wordsOf(none)).toContain('Select at least one place to change')
    const group = await own.post(paths.termPlaces(draft), {
      ...{ ...fields, change: [], group: 'all edition' },
    })
    expect(group.statusCode).toBe(200)
    expect([...group.body.matchAll(/name="change"[^>]* checked/g)].length).toBe(
      boxes.filter((box) => /^(?:edition|level|pillar)\//.test(box)).length,
    )
    await changeDraft(db, steward, draft, (held) => ({ ...held, title: `${held.title}, again` }))
    const late = await own.post(paths.termPlaces(draft), { ...fields, ...entries })
    expect(late.statusCode).toBe(422)
    expect(wordsOf(late)).toContain('The draft was changed while you looked')
    expect((await read(draft)).title).toContain('ompetency')
  })

  it('says what to mend', async () => {
    const draft = await begin('terms-4')
    const empty = await own.get(`${paths.termForms(draft)}?old=&new=`)
    expect(empty.statusCode).toBe(422)
    expect(wordsOf(empty)).toContain('Enter the old term')
    const query = new URLSearchParams({ 'use-0': 'yes', 'before-0': 'patient', 'after-0': '' })
    const half = await own.get(`${paths.termPlaces(draft)}?${query}`)
    expect(wordsOf(half)).toContain('Enter what takes the place of "patient"')
  })
})
