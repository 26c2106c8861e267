/** A worker's record with something of every kind in it, made through the forms as a worker would. */

import { everyPart } from './authorisation/sign-fields.ts'
import { people } from './issue-credential.ts'
import type { TestSite } from './site.ts'
import { type Visitor, visitor } from './visitor.ts'

export interface WorkedPassport {
  readonly worker: Visitor
  readonly assessor: Visitor
  readonly note: string
  readonly answered: readonly string[]
  /** Of the sign-off. */
  readonly request: string
  /** Asked and not yet answered. */
  readonly openRequest: string
  readonly signing: string
  readonly credential: string
}

const at = 'merrowfell-hospitals'

/** Makes no link: a test may want there to be none. */
export async function workPassport({ app, database, signIn }: TestSite): Promise<WorkedPassport> {
  const worker = visitor(app, await signIn(people.holder))
  const assessor = visitor(app, await signIn(people.assessor))
  const codesOf = async (section: string) => {
    const rows = await database.ownerDb
      .selectFrom('statement')
      .where('edition', '=', 'ahp-support-worker/2026')
      .where('section', '=', section)
      .where('level', '=', 'entry')
      .select('code')
      .execute()
    return rows.map(({ code }) => code)
  }
  const note = 'I felt slow at first.'
  const answered = await codesOf('3.9')
  const answers = answered.map((code) => [`answer-${code}`, 'confident'])
  await worker.post('/passport/assess/3.9/entry', { ...Object.fromEntries(answers), note })
  const ask = async (section: string) => {
    const reply = await worker.post(`/passport/ask/${section}/entry`, {
      ...{ colleague: `${people.assessor} ${at}`, codes: await codesOf(section), message: '' },
    })
    return new URL(String(reply.headers.location), 'http://x').searchParams.get('asked') ?? ''
  }
  const request = await ask('3.9')
  const year = new Date().getUTCFullYear()
  await assessor.post(`/team/requests/${request}/sign`, {
    ...{ codes: answered, method: 'observed', setting: 'Ward', note: '', ...everyPart(answered) },
    ...{ 'assessed-day': '1', 'assessed-month': '2', 'assessed-year': String(year) },
    ...{ 'review-day': '1', 'review-month': '2', 'review-year': String(year + 1) },
  })
  const made = await database.ownerDb
    .selectFrom('signing')
    .innerJoin('signing_credential', 'signing_id', 'signing.id')
    .where('request_id', '=', request)
    .select(['signing.id as signing', 'credential_id as credential'])
    .executeTakeFirstOrThrow()
  return { worker, assessor, note, answered, request, openRequest: await ask('7.1'), ...made }
}

/** Gives the id of the link. */
export async function shareCredential({ worker, credential }: WorkedPassport): Promise<string> {
  const page = await worker.get('/passport/shares')
  const id = /name="id" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  await worker.post('/passport/shares', { id, credentials: credential, days: '7' })
  return id
}
