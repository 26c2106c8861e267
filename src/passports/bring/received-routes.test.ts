import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { issueForTest, people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { uploadFile } from '../../../test/uploads.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { withdrawCredential } from '../../credentials/credentials-actions.ts'
import { asActor } from '../../database/as-actor.ts'
import { editionShelf } from '../../frameworks/edition-shelf.ts'
import { evaluatePassport } from '../model/evaluate-passport.ts'
import { latestEdition } from '../passports-edition.ts'
import { checkReceived } from './check-received.ts'
import { entryOfReceived, standingOf } from './model/received.ts'
import { listReceived } from './received-store.ts'

const test = await testSite()
const { app, site, database } = test
const shelf = editionShelf(site.db, site.now)
const session = await test.signIn(people.holder)
const other = await test.signIn('aaeed66d-4ca6-4dd4-99c0-e289758e9e2c')
const worker = visitor(app, session)
const url = '/passport/bring/credential'

const listOf = (holderId: string) =>
  asActor(site.db, personWith(holderId), (db) => listReceived(db, { holderId }))
const idIn = (location: unknown) => /credential\/([0-9a-f-]{36})/.exec(String(location))?.[1] ?? ''
const job = { kind: 'job', name: 'check-received' } as const

async function bring(file: object | string, who = session) {
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  const reply = await uploadFile(app, who, { url, file: text, name: 'badge.json' })
  expect(reply.statusCode, wordsOf(reply)).toBe(303)
  return idIn(reply.headers.location)
}

/** Issued here, naming statements of the framework at this site's own address. */
async function issued() {
  const { ref } = await latestEdition(shelf)
  const address = `${site.config.baseUrl}/frameworks/${ref}/statements/3.9-entry`
  const statements = [{ code: '3.9-entry', name: 'x', text: 'y', address, framework: 'z' }]
  return issueForTest(site, { statements })
}

describe('a credential of one’s own', () => {
  it('is filed once with its verdict, counts as proof, and shows when it was withdrawn', async () => {
    const { document, id: credentialId } = await issued()
    const id = await bring(document)
    expect(await bring(JSON.stringify(document, null, 3))).toBe(id)
    const [received] = await listOf(people.holder)
    if (received === undefined) throw new Error('it is not there')
    expect(await listOf(people.holder)).toHaveLength(1)
    expect(standingOf(received)).toBe('verified')
    expect(received.check).toMatchObject({ madeOutTo: 'holder', codes: ['3.9-entry'] })
    const { ref, edition } = await latestEdition(shelf)
    const entry = entryOfReceived(received, ref)
    expect(entry?.confirmation).toMatchObject({ how: 'credential-verified', codes: ['3.9-entry'] })
    const { standings } = evaluatePassport({
      ...{ edition, ref, wanted: { codes: ['3.9-entry'] }, answers: new Map(), signings: [] },
      ...{ entries: entry === undefined ? [] : [entry], today: '2026-06-01' },
    })
    expect(standings[0]?.state).toBe('held')
    const page = await worker.get(`${url}/${id}`)
    expect(wordsOf(page)).toMatch(/Checked: valid.*Merrowfell Hospitals/)

    const actor = personWith(people.issuer)
    await asActor(site.db, actor, (db) => withdrawCredential(db, actor, credentialId))
    await database.superuserClient.query(
      `update received_credential set looked_at = now() - interval '1 day'`,
    )
    await checkReceived(site, shelf).run({ id: 'x', details: {}, actor: job })
    const [after] = await listOf(people.holder)
    expect(after && standingOf(after)).toBe('withdrawn')
    expect(after && entryOfReceived(after, ref)).toBeUndefined()
    expect(wordsOf(await worker.get('/passport/bring'))).toContain('Withdrawn')
  })

  it('leaves no second look where nothing changed', async () => {
    const id = await bring((await issued()).document)
    const looks = async () =>
      (
        await database.superuserClient.query('select from received_check where received_id = $1', [
          id,
        ])
      ).rowCount
    await worker.post(`${url}/${id}/check`)
    await worker.post(`${url}/${id}/check`)
    expect(await looks()).toBe(1)
    expect((await worker.post(`${url}/${id}/take-out`)).statusCode).toBe(303)
    expect((await worker.get(`${url}/${id}`)).statusCode).toBe(404)
    expect(await looks()).toBe(0)
  })
})

describe('a credential of somebody else', () => {
  it('is kept and flagged, and counts for nothing', async () => {
    const id = await bring((await issued()).document, other)
    const page = wordsOf(await visitor(app, other).get(`${url}/${id}`))
    expect(page).toContain('Made out to somebody else')
    const [received] = await listOf('aaeed66d-4ca6-4dd4-99c0-e289758e9e2c')
    expect(received?.check.outcome).toBe('valid')
    expect(received && entryOfReceived(received, 'x/1')).toBeUndefined()
  })

  it.each(['', '/file', '/check', '/take-out'])(
    'is not found at another’s address%s',
    async (end) => {
      const id = await bring((await issued()).document)
      const stranger = visitor(app, other)
      const posts = end === '/check' || end === '/take-out'
      const reply = posts
        ? await stranger.post(`${url}/${id}${end}`)
        : await stranger.get(`${url}/${id}${end}`)
      expect(reply.statusCode).toBe(404)
      expect((await worker.get(`${url}/${id}`)).statusCode).toBe(200)
    },
  )
})

describe('a badge from elsewhere', () => {
  const badge = (subject: object, more: object = {}) => ({
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    ...{ id: 'urn:uuid:1', type: ['VerifiableCredential', 'OpenBadgeCredential'] },
    issuer: { id: 'did:key:z6MkNobody', type: 'Profile', name: 'A college <script>' },
    ...{ name: 'Moving people safely', validFrom: '2026-01-31T00:00:00Z' },
    credentialSubject: { type: 'AchievementSubject', ...subject },
    ...more,
  })

  it('without a signature is kept as not valid, and is no entry', async () => {
    const id = await bring(badge({ name: 'Tamsin Oyelaran-Pike' }))
    const page = await worker.get(`${url}/${id}`)
    expect(wordsOf(page)).toContain('Not valid')
    expect(page.body).not.toContain('A college <script>')
    const received = (await listOf(people.holder)).find((one) => one.id === id)
    expect(received).toMatchObject({ title: 'Moving people safely', from: '2026-01-31' })
    expect(received && entryOfReceived(received, 'x/1')).toBeUndefined()
  })

  it('in an older form is kept as not verifiable with the reason, and counts as own word', async () => {
    const older = { ...badge({}), '@context': ['https://www.w3.org/2018/credentials/v1'] }
    const id = await bring(older)
    const page = wordsOf(await worker.get(`${url}/${id}`))
    expect(page).toMatch(
      /Could not be checked.*not written in the form of W3C Verifiable Credentials 2\.0/,
    )
    const received = (await listOf(people.holder)).find((one) => one.id === id)
    const entry = received && entryOfReceived(received, 'ahp-support-worker/2026')
    expect(entry).toMatchObject({
      kind: 'training',
      codes: [],
      facts: { verdict: 'not-verifiable' },
    })
    expect(entry?.confirmation).toBeUndefined()
  })

  it('is flagged where its hashed address is another’s, until that address is theirs', async () => {
    const hash = createHash('sha256').update('late@example.orgpepper').digest('hex')
    const identifier = [
      {
        type: 'IdentityObject',
        identityType: 'emailAddress',
        hashed: true,
        salt: 'pepper',
        identityHash: `sha256$${hash}`,
      },
    ]
    const id = await bring(badge({ identifier }, { id: 'urn:uuid:late' }))
    const made = async () =>
      (await listOf(people.holder)).find((one) => one.id === id)?.check.madeOutTo
    expect(await made()).toBe('somebody-else')
    await database.superuserClient.query(
      `insert into email_address (id, person_id, address, kind, confirmed_at)
        values (gen_random_uuid(), $1, 'late@example.org', 'personal', now())`,
      [people.holder],
    )
    await worker.post(`${url}/${id}/check`)
    expect(await made()).toBe('holder')
  })

  it('cannot make itself count by naming our statements', async () => {
    const achievement = {
      type: 'Achievement',
      alignment: [
        {
          targetUrl: `${site.config.baseUrl}/frameworks/ahp-support-worker/2026/statements/3.9-entry`,
          targetName: 'x',
        },
      ],
    }
    const id = await bring(badge({ achievement }, { id: 'urn:uuid:claims' }))
    const received = (await listOf(people.holder)).find((one) => one.id === id)
    expect(received && entryOfReceived(received, 'x/1')?.confirmation).toBeUndefined()
  })
})

describe('a file that is none', () => {
  it.each([
    ['a program', Buffer.from('MZ\x90\0', 'latin1'), /a program/],
    ['a photo', Buffer.from('\xff\xd8\xff\xe0', 'latin1'), /a picture/],
    ['words', 'hello', /not a badge or credential/],
    ['nothing', '', /Choose the badge’s file/],
    ['a megabyte and more', Buffer.alloc(1_050_000, 0x61), /1 MB or smaller/],
  ])('is told apart: %s', async (_, file, words) => {
    const reply = await uploadFile(app, session, { url, file, name: 'badge.png' })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toMatch(words)
  })
})
