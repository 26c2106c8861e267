/** What the writers of a drill do, by the forms of the site, and what must be there afterwards. */

import { createHash, randomUUID } from 'node:crypto'
import { everyPart } from '../authorisation/sign-fields.ts'
import type { Caller } from './caller.ts'
import type { Chance } from './random.ts'

/** An acknowledged change, and the row by which it is known. */
export interface Done {
  readonly act: string
  readonly table:
    | 'session'
    | 'private_note'
    | 'share'
    | 'sign_off_request'
    | 'sign_off_answer'
    | 'signing'
  readonly key: string
}

export interface Worker {
  readonly id: string
  readonly caller: Caller
  /** Codes of section 2.1 at the worker's level. */
  readonly codes: readonly string[]
  readonly level: string
  readonly assessor: { readonly id: string; readonly caller: Caller }
  readonly organisation: string
}

type Act = (worker: Worker, random: Chance) => Promise<Done[]>

const section = '2.1'

/** In another browser each time: signing in again in the same one ends its session. */
const signIn: Act = ({ id, caller }) => signInWith(caller.another(), id)

export async function signInWith(caller: Caller, id: string): Promise<Done[]> {
  const answer = await caller.post('/sign-in', { person: id })
  const token = caller.cookie('session')
  if (answer.status !== 303 || token === undefined) return []
  const key = createHash('sha256').update(token).digest('hex')
  return [{ act: 'sign-in', table: 'session', key }]
}

const answer: Act = async ({ caller, codes, level }, random) => {
  const note = `drill ${randomUUID()}`
  const answers = codes.map((code) => [
    `answer-${code}`,
    random.pick(['confident', 'with-support', 'not-yet']),
  ])
  const fields = { ...Object.fromEntries(answers), note }
  const { status } = await caller.post(`/passport/assess/${section}/${level}`, fields)
  return status === 303 ? [{ act: 'answer', table: 'private_note', key: note }] : []
}

const share: Act = async ({ caller }) => {
  const page = await caller.get('/passport/shares')
  const credential = /name="credentials"[^>]*value="([^"]+)"/.exec(page.body)?.[1]
  if (credential === undefined) return []
  const id = randomUUID()
  const { status } = await caller.post('/passport/shares', {
    id,
    credentials: credential,
    days: '7',
  })
  return status === 200 ? [{ act: 'share', table: 'share', key: id }] : []
}

/** Asked for, and then taken back, declined or signed off. */
const signOff: Act = async (worker, random) => {
  const { caller, codes, level, assessor, organisation } = worker
  const asked = await caller.post(`/passport/ask/${section}/${level}`, {
    ...{ colleague: `${assessor.id} ${organisation}`, codes, message: '' },
  })
  const id = /[?&]asked=([0-9a-f-]{36})/.exec(asked.location)?.[1]
  if (asked.status !== 303 || id === undefined) return takeBackLost(worker, asked.body)
  const done: Done[] = [{ act: 'ask', table: 'sign_off_request', key: id }]
  // Signing takes longest, and is cut off most often.
  const answers = [takeBack, decline, sign, sign, sign]
  // Where the answer is cut off, the asking was acknowledged all the same.
  const more = await random
    .pick(answers)(worker, id)
    .catch(() => [])
  return [...done, ...more]
}

type Answering = (worker: Worker, request: string) => Promise<Done[]>

const takeBack: Answering = async ({ caller }, request) => {
  const { status } = await caller.post(`/passport/requests/${request}/take-back`)
  return status === 303 ? [{ act: 'take-back', table: 'sign_off_answer', key: request }] : []
}

const decline: Answering = async ({ assessor }, request) => {
  const { status } = await assessor.caller.post(`/team/requests/${request}/decline`, {
    reason: 'not-seen',
  })
  return status === 303 ? [{ act: 'decline', table: 'sign_off_answer', key: request }] : []
}

const sign: Answering = async ({ assessor, codes }, request) => {
  const { status } = await assessor.caller.post(`/team/requests/${request}/sign`, {
    ...{ codes, method: 'observed', setting: 'Stroke ward', note: '' },
    ...everyPart(codes),
    ...{ 'assessed-day': '1', 'assessed-month': '2' },
    'assessed-year': String(new Date().getUTCFullYear()),
    ...{ 'review-day': '1', 'review-month': '2' },
    'review-year': String(new Date().getUTCFullYear() + 1),
  })
  return status === 303 ? [{ act: 'sign', table: 'signing', key: request }] : []
}

/** A request whose answer was cut off still waits, and no second one is taken. */
async function takeBackLost(worker: Worker, body: string): Promise<Done[]> {
  if (!body.includes('already asked')) return []
  const page = await worker.caller.get('/passport')
  const lost = /requests\/([0-9a-f-]{36})\/take-back/.exec(page.body)?.[1]
  return lost === undefined ? [] : takeBack(worker, lost)
}

export const acts: readonly Act[] = [signIn, answer, share, signOff]
export const signOffFirst = signOff
