import { beforeAll, describe, expect, it } from 'vitest'
import { members } from '../../../test/authorisation/people.ts'
import { personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { paths } from '../../paths.ts'
import { readEditionContent } from '../frameworks-content.ts'
import { checkEdition } from '../model/check-edition.ts'
import { beginDraft } from './drafts-actions.ts'
import { listChangesOfAct, listDraftChanges, listThings } from './drafts-store.ts'
import { kindOfThing } from './model/draft-thing.ts'
import { enteredOf } from './model/entered-thing.ts'
import { putTogether } from './model/put-together.ts'

const { app, site, signIn } = await testSite()
const { db } = site
const { edition } = readEditionContent('ahp-support-worker/2026')
const organisation = members.steward.organisation
const steward: Person = {
  ...personWith(members.steward.id),
  permissions: [{ organisation, permission: 'steward-framework' }],
}

const first = visitor(app, await signIn(members.steward.id))
const second = visitor(app, await signIn(members.secondSteward.id))
const worker = visitor(app, await signIn(members.holder.id))

let draft = ''
let begun = 0
const begin = () => {
  begun += 1
  const name = { slug: edition.slug, version: `next-${begun}` }
  return beginDraft(db, steward, { organisation, name, from: edition })
}
beforeAll(async () => {
  draft = await begin()
})

const read = (id = draft) => asActor(db, steward, (db) => listThings(db, { draft: id }))
async function held(thing: string, id = draft) {
  const found = (await read(id)).find((one) => one.thing === thing)
  if (found === undefined) throw new Error(`${thing} is not there`)
  return found
}
/** As the form of a thing shows it. */
async function fieldsOf(thing: string, id = draft): Promise<Fields> {
  const { value, revision } = await held(thing, id)
  const kind = kindOfThing(thing)
  if (kind === undefined) throw new Error(thing)
  return { ...enteredOf(kind, value), revision: String(revision) }
}
async function save(thing: string, changed: Fields, by = first, id = draft) {
  return by.post(paths.draftThing(id, thing), { ...(await fieldsOf(thing, id)), ...changed })
}
const names = async (id = draft) => (await read(id)).map(({ thing }) => thing)
const changesOf = (thing: string, id = draft) =>
  asActor(db, steward, (db) => listDraftChanges(db, { draft: id, thing }))

describe('drafts', () => {
  it('are begun from an edition, and listed for every steward', async () => {
    const nothing = await first.post(paths.beginDraft(), { version: '2027 or so' })
    expect(nothing.statusCode).toBe(422)
    expect(wordsOf(nothing)).toContain('Select the edition to begin from')
    expect(wordsOf(nothing)).toContain('must be small letters, figures and hyphens')
    const from = 'ahp-support-worker/2026'
    const taken = await first.post(paths.beginDraft(), { from, version: '2026' })
    expect(wordsOf(taken)).toContain('There is an edition ahp-support-worker/2026 already')
    const done = await first.post(paths.beginDraft(), { from, version: '2027-draft' })
    expect(done.statusCode).toBe(303)
    const front = await first.get(String(done.headers.location))
    expect(wordsOf(front)).toContain('Your draft is ready')
    expect(wordsOf(front)).toContain('Domain 7: Leadership')
    expect(wordsOf(await second.get(paths.drafts()))).toContain('ahp-support-worker/2027-draft')
  })

  it('begin from editions whose words are here, and from no list of codes', async () => {
    const begin = wordsOf(await first.get(paths.beginDraft()))
    expect(begin).toContain('2021-consultation-draft')
    expect(begin).not.toContain('Care Certificate')
  })

  it('are not found by anybody else, whatever they try', async () => {
    const thing = 'statement/7.1-entry'
    const [change] = await changesOf(thing)
    const tried = await Promise.all([
      ...[paths.drafts(), paths.beginDraft(), paths.draft(draft)].map(worker.get),
      ...[paths.draftList(draft, 'domain/7'), paths.draftThing(draft, thing)].map(worker.get),
      worker.get(paths.draftHistory(draft, thing)),
      worker.post(paths.draftThing(draft, thing), await fieldsOf(thing)),
      worker.post(paths.addToDraft(draft, 'glossary'), { term: 'mine', meaning: 'Mine.' }),
      worker.post(paths.moveInDraft(draft), { of: 'domain/1', at: '0', way: 'down' }),
      worker.post(paths.takeOutOfDraft(draft, 'domain/1')),
      worker.post(paths.undoInDraft(draft), { number: String(change?.number ?? 1) }),
    ])
    expect(tried.map(({ statusCode }) => statusCode)).toEqual(tried.map(() => 404))
  })

  it('have pages for what is there, and none for anything else', async () => {
    const strange = ['statement/9.9-entry', 'nothing', 'domain/99', '', '../edition', 'section/x']
    const wrong = await Promise.all([
      ...strange.map((thing) => first.get(paths.draftThing(draft, thing))),
      ...strange.map((list) => first.get(paths.draftList(draft, list))),
      first.get(paths.addToDraft(draft, 'level')),
      first.get(paths.takeOutOfDraft(draft, 'pillar/leadership')),
      first.get(paths.renumberInDraft(draft, 'domain/7')),
      first.get(paths.draft('not-an-id')),
    ])
    expect(wrong.map(({ statusCode }) => statusCode)).toEqual(wrong.map(() => 404))
  })
})

describe('one of each kind of thing', () => {
  const table: readonly [string, Fields, object][] = [
    ['edition', { title: 'A new title' }, { title: 'A new title' }],
    ['level/entry', { values: 'One.\n\nTwo\nand more.' }, { values: ['One.', 'Two and more.'] }],
    ['pillar/leadership', { meaning: 'Goes first.' }, { meaning: 'Goes first.' }],
    ['part/1', { title: 'What this is' }, { title: 'What this is' }],
    [
      'part/1/sections/why-this-framework',
      { paragraphs: 'First.\n\nSecond.', points: 'A\nB', audience: 'manager' },
      { paragraphs: ['First.', 'Second.'], points: ['A', 'B'], audience: 'manager' },
    ],
    ['domain/7', { purpose: 'To lead.' }, { purpose: 'To lead.', number: 7 }],
    ['section/7.1', { about: 'Values.', cites: '' }, { about: 'Values.', code: '7.1' }],
    [
      'statement/6.1-entry',
      {
        ...{ text: 'Shows the values\n of the service.', pillars: ['leadership'], highRisk: 'yes' },
        ...{ professions: ['dietetics'], settings: ['home', 'prison'] },
        ...{ 'requires-how': 'any', 'requires-parts': 'a letter\na call' },
        ...{
          'variants-0-sector': 'justice',
          'variants-0-nation': 'wales',
          'variants-0-text': 'W.',
        },
      },
      {
        ...{ text: 'Shows the values of the service.', pillars: ['leadership'] },
        ...{ professions: ['dietetics'], settings: ['home', 'prison'], highRisk: true },
        requires: { any: ['a letter', 'a call'] },
        variants: [{ sector: 'justice', nation: 'wales', text: 'W.' }],
      },
    ],
    ['glossary/equity', { includes: 'everybody\nelse' }, { includes: ['everybody', 'else'] }],
    ['role/dietetics', { about: 'Food & “health”.' }, { about: 'Food & “health”.' }],
  ]

  it.each(table)('is changed by its form: %s', async (thing, changed, expected) => {
    const saved = await save(thing, changed)
    expect(saved.statusCode, wordsOf(saved)).toBe(303)
    expect((await held(thing)).value).toMatchObject(expected)
    const shown = await first.get(String(saved.headers.location))
    expect(wordsOf(shown)).toContain('Saved.')
    expect(wordsOf(await first.get(paths.draft(draft)))).toContain(
      'Ikenna Ravensdale-Quirke changed',
    )
  })

  it('is there to be changed for every thing that an edition holds', async () => {
    const kinds = Map.groupBy(await read(), ({ thing }) => kindOfThing(thing))
    for (const [one] of kinds.values()) {
      const page = await first.get(paths.draftThing(draft, one?.thing))
      expect([one?.thing, page.statusCode]).toEqual([one?.thing, 200])
    }
    expect(kinds.size).toBe(11)
  })

  it('comes back as it stood when its form is sent as it was shown', async () => {
    const other = await begin()
    const before = await read(other)
    const kinds = Map.groupBy(before, ({ thing }) => kindOfThing(thing))
    for (const things of kinds.values()) {
      for (const { thing } of things.slice(0, 4)) {
        const saved = await save(thing, {}, first, other)
        expect([thing, saved.statusCode]).toEqual([thing, 303])
      }
    }
    expect(await asActor(db, steward, (db) => listDraftChanges(db, { draft: other }))).toEqual([])
  })

  const added: readonly [string, Fields, string][] = [
    ['domain', { title: 'Another domain', purpose: 'More.' }, 'domain/9'],
    ['domain/7', { title: 'Another section' }, 'section/7.4'],
    ['part', { title: 'Another part' }, 'part/7'],
    ['part/1', { heading: 'Why “now”?', paragraphs: 'Now.' }, 'part/1/sections/why-now'],
    ['glossary', { term: 'Lone working', meaning: 'Alone.' }, 'glossary/lone-working'],
    [
      'term',
      { use: 'carer', insteadOf: 'helper', because: 'So.', owner: 'Us', audience: 'All' },
      'term/carer',
    ],
    [
      'section/7.2',
      { name: 'Keeps time', 'text-entry': 'Comes on time.' },
      'statement/7.2.2-entry',
    ],
    [
      'statement/7.2.2-intermediate',
      { 'text-intermediate': 'Comes on time and says why.' },
      'statement/7.2.2-intermediate',
    ],
  ]

  it.each(added)('is added to %s, once', async (to, fields, thing) => {
    const free = (await names()).includes(thing) ? undefined : thing
    expect(free).toBe(thing)
    expect(wordsOf(await first.get(paths.addToDraft(draft, to)))).toContain('Add it')
    const done = await first.post(paths.addToDraft(draft, to), fields)
    expect(done.statusCode, wordsOf(done)).toBe(303)
    expect(await names()).toContain(thing)
    const count = (await names()).length
    expect((await first.post(paths.addToDraft(draft, to), fields)).statusCode).not.toBe(303)
    expect((await names()).length).toBe(count)
  })

  it.each([
    ['domain/2', 'domain'],
    ['section/7.2', 'domain/7'],
    ['part/2', 'part'],
    ['level/intermediate', 'level'],
    ['glossary/equity', 'glossary'],
    ['role/dietetics', 'role'],
  ])('moves up, once however often it is sent: %s', async (thing, list) => {
    const { position } = await held(thing)
    const move = { of: thing, at: String(position), way: 'up' }
    for (let sent = 0; sent < 2; sent += 1) {
      const moved = await first.post(paths.moveInDraft(draft), move)
      expect(moved.headers.location).toBe(paths.draftList(draft, list, 'moved'))
    }
    expect((await held(thing)).position).toBe(position - 1)
  })

  it('takes what stands in it along when it is taken out, and comes back whole', async () => {
    const other = await begin()
    const before = await read(other)
    expect(wordsOf(await first.get(paths.takeOutOfDraft(other, 'domain/7')))).toContain(
      'things in it will be taken out with it',
    )
    for (let sent = 0; sent < 2; sent += 1) {
      const gone = await first.post(paths.takeOutOfDraft(other, 'domain/7'))
      expect(gone.statusCode).toBe(303)
    }
    expect((await names(other)).filter((name) => /\/7/.test(name))).toEqual([])
    const [last] = await asActor(db, steward, (db) => listDraftChanges(db, { draft: other }))
    const number = String(last?.number)
    expect((await first.post(paths.undoInDraft(other), { number })).statusCode).toBe(303)
    const again = putTogether(await read(other))
    expect(again).toEqual(putTogether(before))
    expect((await first.post(paths.undoInDraft(other), { number })).statusCode).toBe(409)
  })
})

describe('a section', () => {
  it('gets another number, and its statements with it: their capabilities stay', async () => {
    const other = await begin()
    const to = (number: string) =>
      first.post(paths.renumberInDraft(other, 'section/7.1'), { to: number })
    expect(wordsOf(await to('7.2'))).toContain('There is a section 7.2 already')
    expect(wordsOf(await to('99.1'))).toContain('There is no domain 99')
    expect(wordsOf(await to('seven'))).toContain('Enter a number such as 7.4')
    expect((await to('8.9')).headers.location).toContain('section%2F8.9')
    const now = putTogether(await read(other))
    const section = now.domains
      .flatMap(({ sections }) => sections)
      .find(({ code }) => code === '8.9')
    expect(section?.statements.map(({ code, capability }) => [code, capability])).toEqual([
      ['8.9-entry', 'role-model'],
      ['8.9-intermediate', 'role-model'],
      ['8.9-assistant-practitioner', 'role-model'],
    ])
    expect(checkEdition(now)).toEqual([])
    expect((await to('8.9')).statusCode).toBe(303)
  })

  it('gives a capability to another one, under a code that is free', async () => {
    const other = await begin()
    const from = 'statement/7.1-intermediate'
    const moved = await first.post(paths.renumberInDraft(other, from), { to: '8.1' })
    expect(moved.statusCode).toBe(303)
    const there = (await names(other)).filter((name) => /^statement\/8\.1[.-]/.test(name))
    expect(there.length % 3).toBe(0)
    const page = wordsOf(await first.get(paths.draftList(other, 'section/8.1')))
    expect(page).toContain('Role model')
    expect(checkEdition(putTogether(await read(other)))).toEqual([])
  })

  it('says what is missing at a level, and where to write it', async () => {
    const other = await begin()
    const gone = paths.takeOutOfDraft(other, 'statement/7.1-entry')
    expect((await first.post(gone, { which: 'one' })).statusCode).toBe(303)
    const page = wordsOf(await first.get(paths.draftList(other, 'section/7.1')))
    expect(page).toContain('"role-model" has no statement at entry level')
    expect(page).toContain('There is no statement at this level. Write one')
    expect(
      (await first.post(gone.replace('entry', 'intermediate'), { which: 'all' })).statusCode,
    ).toBe(303)
    expect((await names(other)).filter((name) => name.startsWith('statement/7.1-'))).toEqual([])
  })
})

describe('what is refused', () => {
  const thing = 'statement/7.2-entry'
  const refused: readonly [string, string, Fields, string][] = [
    ['nothing', thing, { text: ' ' }, 'Enter statement'],
    ['a long statement', thing, { text: 'word '.repeat(201) }, 'must be 1,000 characters or fewer'],
    ['a very long one', thing, { text: 'x'.repeat(20_000) }, 'and has 20,000'],
    ['HTML', thing, { text: 'Shows <b>values</b>.' }, 'must not hold HTML'],
    ['a script', thing, { example: '<script src=x>' }, 'must not hold HTML'],
    ['a link that runs', thing, { text: 'Reads [this](javascript:alert(1)).' }, 'runs something'],
    ['a web address', thing, { text: 'Reads https://example.org.' }, 'name what you mean in words'],
    ['a control character', thing, { text: 'Shows\u0007 values.' }, 'cannot be seen'],
    ['no pillar', thing, { pillars: [] }, 'Select at least one of: pillars'],
    ['one thing of several', thing, { 'requires-how': 'all', 'requires-parts': 'a' }, 'two things'],
    ['words for nowhere', thing, { 'variants-0-text': 'W.' }, 'Select a sector or a nation'],
    ['a strange sector', thing, { 'variants-0-sector': 'x', 'variants-0-text': 'W' }, 'as it must'],
    ['no notice', 'edition', { notice: '' }, 'Enter whose framework it is'],
    ['another notice', 'edition', { notice: 'Endorsed by all.' }, 'must keep the words'],
    ['a register of http', 'role/dietetics', { registerAddress: 'http://a.b' }, 'https://'],
    ['a strange code', 'section/7.2', { cites: 'seven' }, 'not as it must be'],
  ]

  it.each(refused)('%s, and what was typed is shown again', async (_, thing, changed, message) => {
    const before = await held(thing)
    const page = await save(thing, changed)
    expect(page.statusCode).toBe(422)
    expect(wordsOf(page)).toContain(message)
    expect(wordsOf(page)).toContain('There is a problem')
    expect(page.body).not.toContain('<script src=x>')
    expect(await held(thing)).toEqual(before)
  })

  it('is nothing for words that need care: they are shown as they were typed', async () => {
    const text = `Says "yes" & 'no' when 3 < 4 to a person’s wish.`
    expect((await save(thing, { text })).statusCode).toBe(303)
    expect(wordsOf(await first.get(paths.draftList(draft, 'section/7.2')))).toContain('3 &lt; 4')
  })
})

describe('two writers', () => {
  const thing = 'statement/7.3-entry'

  it('never overwrite each other: the later sees both and chooses', async () => {
    const stale = await fieldsOf(thing)
    await save(thing, { text: 'Shows a learner what went well.' })
    const late = { ...stale, text: 'Shows a learner what went badly.', example: 'Tells, so that.' }
    const page = await second.post(paths.draftThing(draft, thing), late)
    expect(page.statusCode).toBe(422)
    const words = wordsOf(page)
    expect(words).toContain('Your words are not saved yet')
    expect(words).toMatch(/Ikenna Ravensdale-Quirke changed this at \d+:\d\d[ap]m/)
    expect(words).toContain('Shows a learner what went well.')
    expect(words).toContain('Shows a learner what went badly.')
    expect(page.body).toMatch(/<del[^>]*>.*well.*<\/del>.*<ins[^>]*>.*badly/)
    expect((await held(thing)).value).toMatchObject({ text: 'Shows a learner what went well.' })
    const { revision } = await held(thing)
    const chosen = await second.post(paths.draftThing(draft, thing), {
      ...{ ...late, revision: String(revision) },
    })
    expect(chosen.statusCode).toBe(303)
    expect((await held(thing)).value).toMatchObject({ text: 'Shows a learner what went badly.' })
  })

  it('keep what the other wrote in a field that they left alone', async () => {
    const stale = await fieldsOf(thing)
    await save(thing, { example: 'Another example, so that it is seen.' })
    const page = await second.post(paths.draftThing(draft, thing), { ...stale, text: 'Mine.' })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('value="Another example, so that it is seen."')
    expect(page.body).toContain('value="Mine."')
  })

  it('are told at once where script saves for them', async () => {
    const json = async (fields: Fields) => {
      const form = await app.inject('/sign-in')
      const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
      const cookies = form.cookies.map(({ name, value }) => `${name}=${value}`)
      return app.inject({
        method: 'POST',
        url: paths.draftThing(draft, thing),
        headers: {
          cookie: [await signIn(members.secondSteward.id), ...cookies].join('; '),
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
        },
        payload: new URLSearchParams(
          Object.entries({ ...fields, _csrf: token }).flatMap(([name, value]) =>
            [value].flat().map((one) => [name, one] as [string, string]),
          ),
        ).toString(),
      })
    }
    const fields = await fieldsOf(thing)
    const saved = await json({ ...fields, text: 'Typed by script.' })
    expect(saved.json()).toEqual({ revision: Number(fields.revision) + 1 })
    expect((await json({ ...fields, text: 'Typed by script.' })).json()).toEqual(saved.json())
    const late = await json({ ...fields, text: 'Typed too late.' })
    expect([late.statusCode, late.json().who]).toEqual([409, 'You'])
    const empty = await json({ ...fields, text: '' })
    expect([empty.statusCode, empty.json().errors[0].message]).toEqual([422, 'Enter statement'])
  })
})

describe('the history of a thing', () => {
  const thing = 'statement/8.1-entry'

  it('shows what stood there, and puts an earlier wording back as a new change', async () => {
    const { value } = await held(thing)
    await save(thing, { text: 'Says something else.' })
    await save(thing, { text: 'Says a third thing.' })
    const page = await first.get(paths.draftHistory(draft, thing))
    expect(wordsOf(page)).toContain('Changed by Ikenna Ravensdale-Quirke')
    const number = String((await changesOf(thing)).at(-1)?.number)
    for (let sent = 0; sent < 2; sent += 1) {
      const back = await second.post(paths.putBackInDraft(draft), { of: thing, number })
      expect(back.statusCode, wordsOf(back)).toBe(303)
    }
    expect((await held(thing)).value).toEqual(value)
    expect(await changesOf(thing)).toHaveLength(3)
  })

  it('gives back its last change, and only where nothing came after it', async () => {
    await save(thing, { text: 'Was a slip.' })
    const [slip, earlier] = await changesOf(thing)
    const old = await first.post(paths.undoInDraft(draft), { number: String(earlier?.number) })
    expect(old.statusCode).toBe(409)
    const undone = await first.post(paths.undoInDraft(draft), { number: String(slip?.number) })
    expect(undone.statusCode).toBe(303)
    expect((await held(thing)).value).toEqual(slip?.before)
  })

  it('is not found by somebody who has nothing to do with it', async () => {
    const [change] = await changesOf(thing)
    const number = String(change?.number)
    expect((await worker.post(paths.undoInDraft(draft), { number })).statusCode).toBe(404)
    const put = await worker.post(paths.putBackInDraft(draft), { of: thing, number })
    expect(put.statusCode).toBe(404)
    const seen = await asActor(db, personWith(members.holder.id), (db) =>
      listChangesOfAct(db, { draft, number: change?.number ?? 0 }),
    )
    expect(seen).toEqual([])
  })
})

describe('a term', () => {
  it('that is called something else is another thing, where that name is free', async () => {
    expect(wordsOf(await save('glossary/equity', { term: 'Lone working' }))).toContain('already')
    expect((await save('glossary/equity', { term: 'Fairness' })).statusCode).toBe(303)
    expect(await names()).toContain('glossary/fairness')
    expect(await names()).not.toContain('glossary/equity')
  })
})
