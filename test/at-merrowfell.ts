/** The people of one trust in the demonstration, at their pages: for tests that follow a sign-off. */
import { sql } from 'kysely'
import { expect } from 'vitest'
import { everyPart } from './authorisation/sign-fields.ts'
import { people } from './issue-credential.ts'
import type { TestSite } from './site.ts'
import { type Fields, visitor } from './visitor.ts'

export const colleague = {
  /** Works at the same trust, and may assess too. */
  otherAssessor: '79aa6a69-e71a-4183-8039-11b38ada78ec',
  /** Works at another trust. */
  elsewhere: 'd5fc6864-467b-478a-866c-98775e587146',
  /** At the same trust; nobody has checked their identity. */
  unchecked: 'aaeed66d-4ca6-4dd4-99c0-e289758e9e2c',
}

export const at = 'merrowfell-hospitals'

export const nextYear = String(new Date().getUTCFullYear() + 1)

/** Call it once at the top of a test file. */
export async function atMerrowfell({ app, signIn, database: { ownerDb } }: TestSite) {
  const [worker, assessor, otherAssessor, issuer, elsewhere] = [
    visitor(app, await signIn(people.holder)),
    visitor(app, await signIn(people.assessor)),
    visitor(app, await signIn(colleague.otherAssessor)),
    visitor(app, await signIn(people.issuer)),
    visitor(app, await signIn(colleague.elsewhere)),
  ]

  const count = async (
    table: 'self_assessment' | 'private_note' | 'signing' | 'sign_off_request' | 'signing_draft',
  ) => {
    const { rows } = await sql`select 1 from ${sql.table(table)}`.execute(ownerDb)
    return rows.length
  }

  const codesOf = async (section: string, level: string) => {
    const rows = await ownerDb
      .selectFrom('statement')
      .where('edition', '=', 'ahp-support-worker/2026')
      .where('section', '=', section)
      .where('level', '=', level)
      .orderBy('position')
      .select('code')
      .execute()
    return rows.map(({ code }) => code)
  }

  async function ask(section: string, fields: Fields = {}, holder = worker): Promise<string> {
    const reply = await holder.post(`/passport/ask/${section}/entry`, {
      colleague: `${people.assessor} ${at}`,
      codes: await codesOf(section, 'entry'),
      message: '',
      ...fields,
    })
    expect(reply.statusCode).toBe(303)
    const row = await ownerDb
      .selectFrom('sign_off_request')
      .where('section', '=', section)
      .orderBy('at', 'desc')
      .select('id')
      .executeTakeFirstOrThrow()
    return row.id
  }

  async function signing(section: string, fields: Fields = {}): Promise<Fields> {
    return {
      codes: await codesOf(section, 'entry'),
      ...everyPart(await codesOf(section, 'entry')),
      method: 'observed',
      'assessed-day': '1',
      'assessed-month': '2',
      'assessed-year': String(new Date().getUTCFullYear()),
      setting: 'Stroke ward',
      'review-day': '1',
      'review-month': '2',
      'review-year': nextYear,
      note: '',
      ...fields,
    }
  }

  async function signed(section: string, holder = worker) {
    const id = await ask(section, {}, holder)
    const reply = await assessor.post(`/team/requests/${id}/sign`, await signing(section))
    expect(reply.statusCode).toBe(303)
    const row = await ownerDb
      .selectFrom('signing')
      .innerJoin('signing_credential', 'signing_id', 'signing.id')
      .where('request_id', '=', id)
      .select(['signing.id', 'credential_id'])
      .executeTakeFirstOrThrow()
    return { request: id, signing: row.id, credential: row.credential_id }
  }

  async function share(credential: string): Promise<string> {
    const page = await worker.get('/passport/shares')
    const id = /name="id" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const made = await worker.post('/passport/shares', { id, credentials: credential, days: '7' })
    expect(made.statusCode).toBe(200)
    return /http:\/\/localhost:3000(\/share\/[\w-]{43})/.exec(made.body)?.[1] ?? ''
  }

  return {
    ...{ worker, assessor, otherAssessor, issuer, elsewhere, stranger: visitor(app) },
    ...{ count, codesOf, ask, signing, signed, share },
  }
}
