import { randomUUID } from 'node:crypto'
import type { Finding } from '../../finding.ts'
import { emailAddress } from '../../mail/letter.ts'
import {
  type FieldError,
  type FormResult,
  findingErrors,
  patientFindings,
  readId,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import { type Outcome, outcomes, type ReplyBy, type StepKind } from './model/complaint.ts'

const textLimit = 4000
const lineLimit = 200

export interface MadeComplaint {
  /** Made with the form, so that the same form sent twice makes one complaint. */
  readonly id: string
  readonly organisation?: string | undefined
  readonly organisationNamed?: string | undefined
  readonly name: string
  readonly replyBy: ReplyBy
  readonly replyTo?: string | undefined
  readonly whatHappened: string
  readonly putRight: string
}

export interface MadeEntered {
  readonly id: string
  /** "service", "other", or the slug of an employer. */
  readonly about: string
  readonly named: string
  readonly name: string
  readonly what: string
  readonly right: string
  readonly reply: string
  readonly email: string
  readonly address: string
  readonly findings: readonly Finding[]
}

export function emptyComplaint(name: string): MadeEntered {
  return {
    ...{ id: randomUUID(), about: '', named: '', name, what: '', right: '' },
    ...{ reply: '', email: '', address: '', findings: [] },
  }
}

export function complainForm(
  body: unknown,
  offered: { readonly employers: readonly string[]; readonly replyWays: readonly ReplyBy[] },
): FormResult<MadeComplaint, MadeEntered> {
  const field = (name: string) => textField(body, name)
  const what = field('what')
  const right = field('right')
  const findings = patientFindings(body, { what, right })
  const entered: MadeEntered = {
    ...{ id: readId(field('id')) ?? randomUUID(), about: field('about'), named: field('named') },
    ...{ name: field('name'), what, right, reply: field('reply') },
    ...{ email: field('email'), address: field('address'), findings },
  }
  const replyBy = offered.replyWays.find((way) => way === entered.reply)
  const errors = [
    ...aboutErrors(entered, offered.employers),
    ...textErrors(entered),
    ...replyErrors(entered, replyBy),
    ...findingErrors(findings),
  ]
  if (replyBy === undefined || errors.length > 0) return { ok: false, errors, entered }
  const { id, name } = entered
  const made = { id, name, whatHappened: what, putRight: right, replyBy }
  const value = { ...made, ...aboutOf(entered), replyTo: replyToOf(entered, replyBy) }
  return { ok: true, value, entered }
}

function aboutErrors({ about, named }: MadeEntered, employers: readonly string[]): FieldError[] {
  if (about === 'service' || employers.includes(about)) return []
  if (about !== 'other') {
    return [{ field: 'about', message: 'Select who your complaint is about' }]
  }
  if (named === '') {
    return [{ field: 'named', message: 'Enter the name of the organisation' }]
  }
  return tooLong(named, lineLimit, 'named', 'The name of the organisation')
}

function textErrors({ what, right, name }: MadeEntered): FieldError[] {
  return [
    ...(what === '' ? [{ field: 'what', message: 'Enter what happened' }] : []),
    ...tooLong(what, textLimit, 'what', 'What happened'),
    ...(right === '' ? [{ field: 'right', message: 'Enter what would put it right' }] : []),
    ...tooLong(right, textLimit, 'right', 'What would put it right'),
    ...(name === '' ? [{ field: 'name', message: 'Enter your name' }] : []),
    ...tooLong(name, lineLimit, 'name', 'Your name'),
  ]
}

function replyErrors({ email, address }: MadeEntered, replyBy: ReplyBy | undefined): FieldError[] {
  if (replyBy === undefined) {
    return [{ field: 'reply', message: 'Select how we should answer you' }]
  }
  if (replyBy === 'email' && !emailAddress.safeParse(email).success) {
    return [{ field: 'email', message: 'Enter an e-mail address, like name@example.com' }]
  }
  if (replyBy === 'post' && address === '') {
    return [{ field: 'address', message: 'Enter the address that we should write to' }]
  }
  return replyBy === 'post' ? tooLong(address, 500, 'address', 'The address') : []
}

function aboutOf({ about, named }: MadeEntered) {
  if (about === 'service') return {}
  return about === 'other' ? { organisationNamed: named } : { organisation: about }
}

function replyToOf({ email, address }: MadeEntered, replyBy: ReplyBy): string | undefined {
  if (replyBy === 'here') return undefined
  return replyBy === 'email' ? email : address
}

export interface TakenStep {
  readonly kind: StepKind
  readonly outcome?: Outcome | undefined
  readonly words: string
}

export interface StepEntered {
  readonly kind: StepKind
  readonly outcome: string
  readonly words: string
  readonly findings: readonly Finding[]
}

export function stepForm(body: unknown, kind: StepKind): FormResult<TakenStep, StepEntered> {
  const words = textField(body, 'words')
  const wanted = textField(body, 'outcome')
  const outcome = outcomes.find((one) => one === wanted)
  const findings = patientFindings(body, { words })
  const entered = { kind, outcome: wanted, words, findings }
  const errors = [
    ...(kind === 'answered' && outcome === undefined
      ? [{ field: 'outcome', message: 'Select what you decided' }]
      : []),
    ...(words === '' ? [{ field: 'words', message: 'Enter what you want to tell them' }] : []),
    ...tooLong(words, textLimit, 'words', 'What you want to tell them'),
    ...findingErrors(findings),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { kind, words, ...(kind === 'answered' ? { outcome } : {}) }, entered }
}
