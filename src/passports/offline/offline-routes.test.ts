import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { atMerrowfell, colleague } from '../../../test/at-merrowfell.ts'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { signInToDemonstration } from '../../accounts/accounts-actions.ts'
import { asActor } from '../../database/as-actor.ts'
import { insertEntry } from '../entries/entries-store.ts'

const test = await testSite()
const { app, site, signIn } = test
const { worker, signed } = await atMerrowfell(test)
const copy = '/passport/offline/copy'

async function onSharedComputer() {
  const browser = { device: 'A test', sharedComputer: true }
  const token = await signInToDemonstration(site.db, people.holder, site.now(), browser)
  return visitor(app, `session=${token}`)
}

function keepEntry(title: string, own: boolean) {
  const holder = personWith(people.holder)
  return asActor(site.db, holder, (db) =>
    insertEntry(
      db,
      { id: randomUUID(), holderId: people.holder },
      {
        ...{ kind: 'training', title, private: own, codes: [], facts: {} },
        edition: 'ahp-support-worker/2026',
      },
    ),
  )
}

describe('a passport on somebody’s own phone', () => {
  it('is explained before it is asked for, and said to be theirs by a form', async () => {
    const page = await worker.get('/passport/offline')
    expect(wordsOf(page)).toContain('Only on a phone that is yours')
    const reply = await worker.post('/passport/offline')
    expect(reply.headers.location).toBe('/passport/offline')
    expect(wordsOf(await worker.get('/account/activity'))).toContain('a phone is their own')
  })

  it('is refused on a shared computer, and so is the copy', async () => {
    const shared = await onSharedComputer()
    const page = await shared.get('/passport/offline')
    expect(wordsOf(page)).toContain('This is a shared computer.')
    expect(page.body).not.toContain('This is my own phone')
    expect((await shared.post('/passport/offline')).statusCode).toBe(409)
    expect((await shared.get(copy)).statusCode).toBe(409)
  })

  it('holds what was signed, and no note, no private entry and no answer', async () => {
    await signed('2.1')
    await worker.post('/passport/assess/2.1/entry', {
      'answer-2.1-entry': 'with-support',
      note: 'Mine alone.',
    })
    await keepEntry('Moving and handling', false)
    await keepEntry('Cared at home', true)
    const page = await worker.get(copy)
    const words = wordsOf(page)
    expect(words).toContain('Farzana Whitlock-Rahimi')
    expect(words).toContain('Review date')
    expect(words).toContain('Moving and handling')
    expect(words).toMatch(
      /As it was on .* at .*It cannot tell whether anything was withdrawn since/,
    )
    for (const hidden of ['Mine alone.', 'Cared at home', 'I do this with support']) {
      expect(words, hidden).not.toContain(hidden)
    }
    expect(page.headers['cache-control']).toBe('no-store')
  })

  it('holds the answers, where its holder chose to have them there', async () => {
    const words = wordsOf(await worker.get(`${copy}?answers=yes`))
    expect(words).toContain('I do this with support')
    expect(words).not.toContain('Mine alone.')
  })

  it('says whose it is and when the session ends, for the phone to tell an end from an expiry', async () => {
    const { headers } = await worker.get(copy)
    expect(headers['lanyard-person']).toBe(people.holder)
    const hours = Number(headers['lanyard-session-ends-in']) / 3_600_000
    expect(hours).toBeGreaterThan(11)
    expect(hours).toBeLessThanOrEqual(12)
  })

  it('is wiped from the phone that closes the account', async () => {
    const leaver = visitor(app, await signIn(colleague.otherAssessor))
    const reply = await leaver.post('/account/close', { understood: 'yes' })
    expect(reply.headers.location).toBe('/account-closing')
    expect(reply.headers['clear-site-data']).toBe('"cache", "storage"')
    // For browsers that do not know the header.
    expect((await app.inject('/account-closing')).body).toContain('data-wipe-phone')
  })
})

describe('the service worker', () => {
  it('may answer for the passport and for no other page', async () => {
    const { headers, body } = await app.inject('/passport/service-worker.js')
    expect(headers['service-worker-allowed']).toBe('/passport')
    expect(headers['content-type']).toContain('text/javascript')
    expect(headers['cache-control']).toBe('no-cache')
    expect(body).not.toMatch(/\.put\("\/(?!passport\/offline)/)
  })
})

describe('a session that is over', () => {
  it('is told to the phone that still brings it, and to no other', async () => {
    const session = await signIn(people.holder)
    await visitor(app, session).post('/sign-out')
    const over = await app.inject({ url: '/sign-in', headers: { cookie: session } })
    expect(over.headers['lanyard-session']).toBe('over')
    const none = await app.inject('/sign-in')
    expect(none.headers['lanyard-session']).toBe(undefined)
  })
})
