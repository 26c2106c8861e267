/** What a worker is told, and led to, after each thing that happens to their passport. */

import { beforeAll, describe, expect, it } from 'vitest'
import { everyPart } from '../../test/authorisation/sign-fields.ts'
import { people } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { type Fields, type Visitor, visitor, wordsOf } from '../../test/visitor.ts'

const { app, database, signIn } = await testSite()
const { ownerDb } = database
const at = 'merrowfell-hospitals'
const steward = '0cd6c524-99a5-48fb-9269-ebfa7a0e2f95'
const otherAssessor = '79aa6a69-e71a-4183-8039-11b38ada78ec'

let worker: Visitor
let assessor: Visitor
let issuer: Visitor

beforeAll(async () => {
  worker = visitor(app, await signIn(people.holder))
  assessor = visitor(app, await signIn(people.assessor))
  issuer = visitor(app, await signIn(people.issuer))
})

const codesOf = async (where: string) => {
  const rows = await ownerDb
    .selectFrom('statement')
    .where('edition', '=', 'ahp-support-worker/2026')
    .where('section', 'like', where)
    .where('level', '=', 'entry')
    .orderBy('position')
    .select('code')
    .execute()
  return rows.map(({ code }) => code)
}

const checkedIn = (body: string) =>
  [...body.matchAll(/value="([^"]+)" checked/g)].map(([, value]) => value)

async function ask(section: string, fields: Fields = {}) {
  const codes = await codesOf(section)
  const reply = await worker.post(`/passport/ask/${section}/entry`, {
    ...{ colleague: `${people.assessor} ${at}`, codes, message: '', ...fields },
  })
  expect(reply.statusCode).toBe(303)
  const location = String(reply.headers.location)
  return { location, id: new URL(location, 'http://x').searchParams.get('asked') ?? '' }
}

async function sign(request: string, codes: readonly string[]) {
  const year = new Date().getUTCFullYear()
  const reply = await assessor.post(`/team/requests/${request}/sign`, {
    ...{ codes, method: 'observed', setting: 'Ward', note: '' },
    ...everyPart(codes),
    ...{ 'assessed-day': '1', 'assessed-month': '2', 'assessed-year': String(year) },
    ...{ 'review-day': '1', 'review-month': '2', 'review-year': String(year + 1) },
  })
  expect(reply.statusCode).toBe(303)
  const row = await ownerDb
    .selectFrom('signing')
    .innerJoin('signing_credential', 'signing_id', 'signing.id')
    .where('request_id', '=', request)
    .select(['signing.id', 'credential_id as credential'])
    .executeTakeFirstOrThrow()
  return row
}

describe('a first visit', () => {
  it('leads with what there is, and never with a 0', async () => {
    const words = wordsOf(await worker.get('/passport'))
    const total = (await codesOf('%')).length
    expect(words).toContain(`${total} statements, none answered yet.`)
    expect(words).not.toMatch(/\b0\b/)
    expect(words).toContain('Start with 2.1')
    expect(wordsOf(await worker.get('/passport/assess/entry'))).toContain('Start here: 2.1')
  })

  it('of a steward who keeps no passport shows their work', async () => {
    const words = wordsOf(await visitor(app, await signIn(steward)).get('/passport'))
    expect(words).toContain('My work')
    expect(words).toContain('Consultations')
    expect(words).toContain('Keep a passport yourself')
    expect(words).not.toContain('Your next step')
  })
})

describe('a form', () => {
  it('says what a statement asks before its answers, and that it is of higher risk', async () => {
    const { code } = await ownerDb
      .selectFrom('statement')
      .where('edition', '=', 'ahp-support-worker/2026')
      .where('section', '=', '3.1')
      .where('level', '=', 'entry')
      .orderBy('position')
      .select('code')
      .executeTakeFirstOrThrow()
    const { body } = await worker.get('/passport/assess/3.1/entry')
    const fieldset = body.slice(body.indexOf(`answer-${code}-hint"`))
    expect(fieldset.indexOf('For example:')).toBeGreaterThan(0)
    expect(fieldset.indexOf('For example:')).toBeLessThan(fieldset.indexOf('type="radio"'))
    expect(wordsOf(await worker.get('/passport/assess/3.4/entry'))).toContain('Higher risk')
    expect(body).toContain('Then they see those answers.')
  })
})

describe('a whole domain at a level', () => {
  const url = '/passport/assess/domain/8/entry'

  it('is one form, saved at once, that leads to the next domain with open answers', async () => {
    const codes = await codesOf('8.%')
    const [first = '', second = ''] = codes
    expect(wordsOf(await worker.get('/passport/assess/entry'))).toContain(
      `Answer all of domain 8 : 0 of ${codes.length} statements answered`,
    )
    const form = await worker.get(url)
    expect(form.body.match(/value="confident"/g)).toHaveLength(codes.length)
    const fields = { [`answer-${first}`]: 'confident', [`answer-${second}`]: 'not-now' }
    const reply = await worker.post(url, { ...fields, 'answer-1.1-entry': 'confident' })
    expect(reply.headers.location).toBe('/passport/assess/domain/1/entry?saved=8')
    const next = wordsOf(await worker.get('/passport/assess/domain/1/entry?saved=8'))
    expect(next).toContain('Your answers for domain 8 are saved.')
    expect(next).toContain('Domain 1 of 8. You have answered 0 of')
    expect(wordsOf(await worker.get(url))).toContain(`answered 2 of ${codes.length} statements`)
  })

  it('asks for at least one answer, and keeps private notes as they are', async () => {
    await worker.post('/passport/assess/8.1/entry', { note: 'Mine' })
    expect((await worker.post(url)).statusCode).toBe(422)
    const [code = ''] = await codesOf('8.1')
    await worker.post(url, { [`answer-${code}`]: 'not-yet', note: 'Other' })
    expect((await worker.get('/passport/assess/8.1/entry')).body).toContain('Mine</textarea>')
  })

  it('goes back to the level when no other domain is open', async () => {
    for (const domain of [1, 2, 3, 4, 5, 6, 7]) {
      const codes = await codesOf(`${domain}.%`)
      await worker.post(
        `/passport/assess/domain/${domain}/entry`,
        Object.fromEntries(codes.map((code) => [`answer-${code}`, 'not-now'])),
      )
    }
    const [code = ''] = await codesOf('8.1')
    const reply = await worker.post(url, { [`answer-${code}`]: 'confident' })
    expect(reply.headers.location).toBe('/passport/assess/entry?domain=8')
    expect(wordsOf(await worker.get('/passport/assess/entry?domain=8'))).toContain(
      'Your answers for domain 8 are saved.',
    )
  })

  it.each(['/passport/assess/domain/9/entry', '/passport/assess/domain/1/expert'])(
    '%s is not found',
    async (url) => {
      expect((await worker.get(url)).statusCode).toBe(404)
    },
  )
})

describe('asking', () => {
  it('offers what the worker does, and not what they do not do yet', async () => {
    const [first = '', second = ''] = await codesOf('2.2')
    await worker.post('/passport/assess/2.2/entry', {
      [`answer-${first}`]: 'with-support',
      [`answer-${second}`]: 'not-yet',
    })
    const page = await worker.get('/passport/ask/2.2/entry')
    expect(checkedIn(page.body)).toEqual([first])
    expect(wordsOf(page)).toContain('Tick what you want signed off.')
    expect(wordsOf(page)).toContain('Is the person not here?')
  })

  it('says to whom it was sent, and that it was taken back', async () => {
    const { location, id } = await ask('4.1')
    expect(wordsOf(await worker.get(location))).toContain('Sent to Farzana Whitlock-Rahimi.')
    const back = await worker.post(`/passport/requests/${id}/take-back`)
    const words = wordsOf(await worker.get(String(back.headers.location)))
    expect(words).toContain('You took back what you asked Farzana Whitlock-Rahimi.')
    expect(wordsOf(await worker.get(location))).not.toContain('Sent to')
    const foreign = await visitor(app, await signIn(otherAssessor)).get(location)
    expect(wordsOf(foreign)).not.toContain('Sent to')
  })

  it('again after a “not this time” is of the same colleague or of another one', async () => {
    const { id } = await ask('4.2')
    await assessor.post(`/team/requests/${id}/decline`, { reason: 'practise' })
    const { body } = await worker.get('/passport')
    const links = [...body.matchAll(/href="(\/passport\/ask\/4\.2[^"]+of=\w+)"/g)]
    const [same = '', other = ''] = links.map(([, link = '']) => link.replace('&amp;', '&'))
    expect(checkedIn((await worker.get(same)).body)).toContain(`${people.assessor} ${at}`)
    const another = checkedIn((await worker.get(other)).body)
    expect(another).not.toContain(`${people.assessor} ${at}`)
    expect(another).toEqual(await codesOf('4.2'))
    await ask('4.2', { colleague: `${otherAssessor} ${at}` })
    expect((await worker.get('/passport')).body).not.toContain(`after=${id}`)
  })
})

describe('a request that was signed in part', () => {
  it('tells the worker alone which statements were not signed', async () => {
    const [first = '', ...others] = await codesOf('3.9')
    const { id } = await ask('3.9')
    const { credential } = await sign(id, [first])
    const { text } = await ownerDb
      .selectFrom('statement')
      .where('edition', '=', 'ahp-support-worker/2026')
      .where('code', '=', others[0] ?? '')
      .select('text')
      .executeTakeFirstOrThrow()
    const passport = wordsOf(await worker.get('/passport'))
    expect(passport).toContain(`signed 1 of the ${others.length + 1} statements that you asked for`)
    const entry = wordsOf(await worker.get(`/passport/${credential}`))
    expect(entry).toContain('it was not signed this time')
    expect(entry).toContain(text)
    const again = `/passport/ask/3.9/entry?after=${id}&of=same`
    expect(
      checkedIn((await worker.get(again)).body).filter((one) => one?.endsWith('entry')),
    ).toEqual(others)
  })
})

describe('a withdrawal', () => {
  let link = ''

  it('comes first on the passport, and says whom to tell that it is wrong', async () => {
    const codes = await codesOf('7.1')
    const { id, credential } = await sign((await ask('7.1')).id, codes)
    const form = await worker.get('/passport/shares')
    const shareId = /name="id" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
    const fields = { id: shareId, credentials: credential, days: '7' }
    const made = await worker.post('/passport/shares', fields)
    link = /http:\/\/localhost:3000(\/share\/[\w-]{43})/.exec(made.body)?.[1] ?? ''
    expect(wordsOf(made)).toContain('See what they will see')
    expect(made.body).toMatch(/<button[^>]*data-copy="[^"]+"[^>]*hidden/)
    await issuer.post(`/team/issued/${id}/withdraw`, {
      ...{ codes, cause: 'error', explanation: 'The wrong box was ticked', understood: 'yes' },
    })
    const page = await worker.get('/passport')
    const words = wordsOf(page)
    const notice = words.indexOf('withdrew your sign-off for 7.1')
    expect(notice).toBeGreaterThan(0)
    expect(notice).toBeLessThan(words.indexOf('Your next step'))
    expect(page.body).toContain(`href="#withdrawn-${id}"`)
    expect(page.body).toContain(`id="withdrawn-${id}"`)
    expect(words).toMatch(/Your sign-off for 7\.1 .* was withdrawn\. Read why first/)
    expect(words).toContain(
      'tell Odette Pargeter-Nkemelu (Allied health workforce learning lead) at Merrowfell',
    )
  })

  it('is told beside a link that still shows it, with a way to stop the link', async () => {
    const page = await worker.get('/passport/shares')
    expect(wordsOf(page)).toContain('This link now shows a withdrawn sign-off: 7.1')
    const stop = /action="(\/passport\/shares\/[^"]+\/stop)"/.exec(page.body)?.[1] ?? ''
    const stopped = await worker.post(stop)
    const after = String(stopped.headers.location)
    expect(wordsOf(await worker.get(after))).toContain('The link is stopped.')
    expect(wordsOf(await assessor.get(after))).not.toContain('The link is stopped.')
    expect((await visitor(app).get(link)).statusCode).toBe(404)
  })

  it('names only the organisation to a holder who has left it', async () => {
    const change = (valid_to: string | null) =>
      ownerDb
        .updateTable('membership')
        .set({ valid_to })
        .where('person_id', '=', people.holder)
        .execute()
    await change('2026-01-01')
    const words = wordsOf(await worker.get('/passport'))
    await change(null)
    expect(words).toContain('tell Merrowfell Hospitals NHS Trust that you want')
    expect(words).not.toContain('Odette')
  })

  it('leaves the notice once the holder has asked again', async () => {
    await ask('7.1')
    expect(wordsOf(await worker.get('/passport'))).not.toContain('withdrew your sign-off for 7.1')
  })

  it('of all that was held leaves nothing to share, and no “yet”', async () => {
    const signings = await ownerDb.selectFrom('signing').select(['id', 'section']).execute()
    for (const { id, section } of signings) {
      const codes = await codesOf(section)
      const because = { cause: 'error', explanation: 'A slip', understood: 'yes' }
      await issuer.post(`/team/issued/${id}/withdraw`, { codes, ...because })
    }
    const shares = wordsOf(await worker.get('/passport/shares'))
    expect(shares).toContain('You have no sign-off that you can share now.')
    expect(shares).not.toContain('yet')
    expect(wordsOf(await worker.get('/passport'))).toContain('None now.')
  })
})
