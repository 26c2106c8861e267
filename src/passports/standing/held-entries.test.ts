/** A copy of a sign-off is no second proof of it. */
import { describe, expect, it } from 'vitest'
import { atMerrowfell } from '../../../test/at-merrowfell.ts'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { uploadFile } from '../../../test/uploads.ts'
import { asActor } from '../../database/as-actor.ts'
import { readHeld } from './read-evaluation.ts'

const test = await testSite()
const { site, app, signIn } = test
const { worker, issuer, signed } = await atMerrowfell(test)
const ref = 'ahp-support-worker/2026'
const held = () =>
  asActor(site.db, personWith(people.holder), (db) =>
    readHeld(db, { holderId: people.holder, ref }),
  )

describe('a copy of what was signed here, brought back', () => {
  it('is not counted beside the sign-off, nor in its place once that is withdrawn', async () => {
    const { credential, signing } = await signed('2.2')
    const file = (await worker.get(`/passport/${credential}/credential.json`)).body
    const session = await signIn(people.holder)
    const sent = { url: '/passport/bring/credential', file, name: 'a.json' }
    expect((await uploadFile(app, session, sent)).statusCode).toBe(303)
    expect((await worker.get('/passport/bring')).body).toContain('/passport/bring/credential/')
    expect((await held()).entries).toEqual([])
    const withdrawn = await issuer.post(`/team/issued/${signing}/withdraw`, {
      ...{ codes: ['2.2-entry', '2.2.2-entry'], cause: 'fraud', explanation: 'It never happened.' },
      understood: 'yes',
    })
    expect(withdrawn.statusCode).toBe(303)
    expect((await held()).entries).toEqual([])
    const page = await worker.get('/passport/domains/2/entry')
    expect(page.body).not.toContain('lanyard-standing--signed')
  })
})
