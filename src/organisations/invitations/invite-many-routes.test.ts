/** A file of people: every row is told before anything is sent, and each is invited once. */
import { describe, expect, it } from 'vitest'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { sendInvitations } from './invitations-actions/invite-many.ts'
import { eraseInvitationFiles, eraseInvitations } from './invitations-record-store.ts'
import { readCsv } from './model/read-csv.ts'

const { app, site, database, signIn, lettersTo, workOff } = await testSite()
const { ownerDb } = database
const trust = 'merrowfell-hospitals'
const council = 'quillbourne-adult-social-care'
const base = `/orgs/${trust}/people/invite-many`

const session = await signIn(people.issuer)
const manager = visitor(app, session)
const elsewhere = visitor(app, await signIn('d4c0cf46-3351-4da1-8679-210be51133ca'))
const head = 'Name,E-mail,Job title,Team,Permissions,Starts on\n'

async function paste(rows: string): Promise<string> {
  const reply = await manager.post(base, { people: head + rows })
  return String(reply.headers.location)
}

const fresh = () => `p-${crypto.randomUUID()}@example.org`

const invitedBy = (page: string) =>
  ownerDb
    .selectFrom('invitation')
    .where('batch_id', '=', page.split('/').at(-1) ?? '')
    .orderBy('batch_row')
    .selectAll()
    .execute()

describe('a file of people', () => {
  it('is shown row by row, and sends nothing yet', async () => {
    const email = fresh()
    const page = await paste(
      [
        `Ada Example,${email},Therapy assistant,Stroke ward,Sign off,1/12/2026`,
        'Bo Example,no e-mail,Reablement worker,,,',
        'Tamsin,TAMSIN@example.org,Assistant,,,',
        'Cy Example,cy@,Assistant,Ward 9,,',
      ].join('\n'),
    )
    const words = wordsOf(await manager.get(page))
    expect(words).toContain('Nothing is sent yet.')
    expect(words).toContain('Will be invited by e-mail : 1')
    expect(words).toContain('Will get a printed code : 1')
    expect(words).toContain('Works here already : 1')
    expect(words).toContain('“cy@” is not an e-mail address')
    expect(words).toContain('You have no team “Ward 9”')
    expect(words).toContain('Invite 2 people')
    expect(await lettersTo(email)).toEqual([])
    expect(await invitedBy(page)).toEqual([])
    const errors = wordsOf(await manager.get(`${page}?show=error`))
    expect(errors).toContain('Cy Example')
    expect(errors).not.toContain('Ada Example')
  })

  it('gives back the rows to put right, of which no spreadsheet runs one', async () => {
    const page = await paste(`"=HYPERLINK(""http://evil"")",x@,+1,,@SUM(1),\nAda,${fresh()},x,,,\n`)
    const file = await manager.get(`${page}/not-invited.csv`)
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.headers['content-disposition']).toContain('attachment')
    expect(file.body).not.toMatch(/(^|,|\n)"[=+@-]/m)
    const csv = readCsv(new Uint8Array(file.rawPayload))
    if (!csv.ok) throw new Error(csv.message)
    expect(csv.rows).toHaveLength(2)
    expect(csv.rows[1]?.cells.at(-1)).toContain('is not an e-mail address')
    expect(await manager.post(base, { people: file.body })).toMatchObject({ statusCode: 303 })
  })

  it('uploaded as Excel saves it is read with its letters', async () => {
    const payload = multipart(
      Buffer.from(`Name;E-mail;Job title\r\nZoë Ó Briain;${fresh()};Cuidado\r\n`, 'latin1'),
    )
    const reply = await upload(payload)
    expect(wordsOf(await manager.get(String(reply.headers.location)))).toContain('Zoë Ó Briain')
  })

  it.each([
    ['', 'Choose a CSV file, or paste its rows'],
    ['hello', 'The first row must name the columns'],
    [`${head}${'Ada,a@b.org,x,,,\n'.repeat(5001)}`, 'The most is 5,000'],
    [`${head}"${'x'.repeat(1_000_001)}"`, '1 MB or smaller'],
  ])('that cannot be used says what to do', async (source, message) => {
    const reply = await manager.post(base, { people: source })
    expect([reply.statusCode, wordsOf(reply)]).toEqual([422, expect.stringContaining(message)])
  })

  it('has a template that needs nothing put right', async () => {
    const template = await manager.get(`${base}/template.csv`)
    const reply = await manager.post(base, { people: template.body })
    const words = wordsOf(await manager.get(String(reply.headers.location)))
    expect(words).toContain('Invite 2 people')
    expect(words).not.toContain('To be put right')
  })

  it('of another organisation is not found', async () => {
    const page = await paste(`Ada,${fresh()},x,,,`)
    const there = page.replace(trust, council)
    for (const url of [there, `${there}/not-invited.csv`, page]) {
      expect((await elsewhere.get(url)).statusCode).toBe(404)
    }
    for (const what of ['invite', 'print']) {
      expect((await elsewhere.post(`${there}/${what}`)).statusCode).toBe(404)
    }
  })
})

describe('inviting everybody in a file', () => {
  it('goes on behind the pages, tells how far it is, and sends each one letter', async () => {
    const [one, other] = [fresh(), fresh()]
    const page = await paste(
      `Ada,${one},Assistant,Stroke ward,See figures,\nBo,${other},Assistant,,,\nCy Nomail,no,Assistant,,,\nDi,bad,x,,,\n`,
    )
    const replies = await Promise.all([
      manager.post(`${page}/invite`),
      manager.post(`${page}/invite`),
    ])
    expect(replies.map(({ headers }) => headers.location)).toEqual([page, page])
    const waiting = await manager.get(page)
    expect(wordsOf(waiting)).toContain('0 of 3 people')
    expect(waiting.body).toMatch(/<noscript><meta http-equiv="refresh"/)
    expect(waiting.body).toMatch(/<progress[^>]* value="0"[^>]* max="3"|<progress[^>]* max="3"/)
    await workOff()
    const words = wordsOf(await manager.get(page))
    expect(words).toContain('3 people are invited')
    expect(words).toContain('1 person has no e-mail address')
    const invited = await invitedBy(page)
    expect(invited.map(({ batch_row, way }) => [batch_row, way])).toEqual([
      [2, 'email'],
      [3, 'email'],
      [4, 'printed-code'],
    ])
    expect(invited[0]).toMatchObject({ permissions: ['see-statistics'], invited_by: people.issuer })
    expect(invited[0]?.team_ids).toHaveLength(1)
    for (const email of [one, other]) expect(await lettersTo(email)).toHaveLength(1)
    await manager.post(`${page}/invite`)
    await workOff()
    expect(await lettersTo(one)).toHaveLength(1)
    const [batch] = await ownerDb
      .selectFrom('invitation_batch')
      .where('id', '=', page.split('/').at(-1) ?? '')
      .select(['rows', 'done', 'total'])
      .execute()
    expect(batch).toEqual({ rows: null, done: 3, total: 3 })
  })

  it('that was stopped in the middle goes on where it was, and invites nobody twice', async () => {
    const emails = Array.from({ length: 120 }, fresh)
    const page = await paste(emails.map((email, i) => `Person ${i},${email},x,,,`).join('\n'))
    await manager.post(`${page}/invite`)
    let posted = 0
    const failing: typeof site.post = (db, letter) => {
      posted += 1
      if (posted === 75) throw new Error('the power went')
      return site.post(db, letter)
    }
    const batch = page.split('/').at(-1) ?? ''
    const actor = { kind: 'job', name: 'send-invitations' } as const
    const job = { id: crypto.randomUUID(), details: { batch }, actor }
    await expect(sendInvitations({ ...site, post: failing }).run(job)).rejects.toThrow('power')
    expect(wordsOf(await manager.get(page))).toContain('50 of 120 people')
    await workOff()
    expect(wordsOf(await manager.get(page))).toContain('120 people are invited')
    const invited = await invitedBy(page)
    expect(new Set(invited.map(({ email }) => email))).toEqual(new Set(emails))
    for (const email of emails) expect(await lettersTo(email)).toHaveLength(1)
  })

  it('leaves out who joined or was invited since the look', async () => {
    const email = fresh()
    const page = await paste(`Ada,${email},x,,,\nBo,${fresh()},x,,,`)
    expect(wordsOf(await manager.get(page))).toContain('Invite 2 people')
    await manager.post(`${page}/invite`)
    await ownerDb
      .insertInto('invitation')
      .values({
        ...{ id: crypto.randomUUID(), organisation: trust, name: 'Ada', email, way: 'email' },
        ...{ job_title: 'x', starts_on: '2026-11-01', invited_by: people.issuer },
        ...{ team_ids: [], permissions: [], expires_at: new Date(Date.now() + 86_400_000) },
        secret_hash: Buffer.from(email),
      })
      .execute()
    await workOff()
    expect(await lettersTo(email)).toEqual([])
    const words = wordsOf(await manager.get(page))
    expect(words).toContain('1 person is invited')
    expect(words).toContain('1 had joined or been invited in the meantime')
  })

  it('stops when whoever pressed does not manage people any more', async () => {
    const email = fresh()
    const page = await paste(`Ada,${email},x,,,`)
    await manager.post(`${page}/invite`)
    const manages = (expires_on: string | null) =>
      ownerDb
        .deleteFrom('permission_grant')
        .where('person_id', '=', people.issuer)
        .where('permission', '=', 'manage-team')
        .execute()
        .then(() =>
          ownerDb
            .insertInto('permission_grant')
            .values({
              ...{ person_id: people.issuer, organisation: trust, permission: 'manage-team' },
              expires_on,
            })
            .execute(),
        )
    await manages('2026-01-01')
    await workOff()
    await manages(null)
    expect(await lettersTo(email)).toEqual([])
    expect(await invitedBy(page)).toEqual([])
  })

  it('prints codes once, a sheet each, and keeps only their hashes', async () => {
    const page = await paste('Ed Nomail,no e-mail,x,,,\nFi Nomail,none,x,,,')
    await manager.post(`${page}/invite`)
    await workOff()
    const printed = await manager.post(`${page}/print`)
    const codes = [...printed.body.matchAll(/lanyard-sheet__code">([^<]+)</g)].map(([, one]) => one)
    expect(new Set(codes).size).toBe(2)
    expect(printed.headers['cache-control']).toBe('no-store')
    const kept = JSON.stringify(await invitedBy(page))
    for (const code of codes) expect(kept).not.toContain(code)
    expect(wordsOf(await manager.get(page))).not.toContain('Make and print')
    const again = await manager.post(`${page}/print`)
    expect(again.headers.location).toBe(page)
    expect((await visitor(app).post('/join', { 'join-code': codes[0] ?? '' })).statusCode).toBe(303)
  })
})

describe('what is kept of people who were invited', () => {
  const retention = { kind: 'job', name: 'enforce-retention' } as const
  const erase = (before: Date) =>
    asActor(site.db, retention, async (db) => {
      return {
        people: await eraseInvitations(db, before),
        files: await eraseInvitationFiles(db, before),
      }
    })

  it('goes when the invitation is over and its time has passed, and not before', async () => {
    const email = fresh()
    const page = await paste(`Ada,${email},x,,,`)
    const draft = await paste(`Bo,${fresh()},x,,,`)
    await manager.post(`${page}/invite`)
    await workOff()
    await erase(new Date(Date.now() - 60_000))
    expect((await invitedBy(page))[0]?.email).toBe(email)
    const gone = await erase(new Date(Date.now() + 15 * 86_400_000))
    expect(gone.people).toBeGreaterThan(0)
    expect((await invitedBy(page))[0]).toMatchObject({ email: null, name: null, job_title: 'x' })
    expect((await manager.get(draft)).headers.location).toBe(base)
  })

  it('is erased by that job alone', async () => {
    const manager = { kind: 'job', name: 'send-invitations' } as const
    await expect(
      asActor(site.db, manager, (db) => eraseInvitations(db, new Date())),
    ).rejects.toThrow(/only the job that enforces retention/)
  })
})

function multipart(file: Buffer): { readonly body: Buffer; readonly type: string } {
  const boundary = 'a-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="p.csv"\r\ncontent-type: text/csv\r\n\r\n`
  return {
    body: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}

async function upload({ body, type }: ReturnType<typeof multipart>) {
  const form = await app.inject({ url: base, headers: { cookie: session } })
  const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
  const csrf = form.cookies.map(({ name, value }) => `${name}=${value}`)
  const field = `\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n--a-boundary--\r\n`
  return app.inject({
    method: 'POST',
    url: base,
    headers: { cookie: [session, ...csrf].join('; '), 'content-type': type },
    payload: Buffer.concat([body, Buffer.from(field)]),
  })
}
