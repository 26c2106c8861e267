/** The forms of inviting people, and of joining. */
import { z } from 'zod'
import {
  type AddressKind,
  addressKinds,
  parseAddress,
} from '../../accounts/sign-in/model/email-address.ts'
import { isShared } from '../../accounts/sign-in/sign-in-forms.ts'
import {
  chosenField,
  type FieldError,
  type FormResult,
  partsOfDay,
  textField,
} from '../../web/posted-form.ts'
import { startAnswer, titleErrors } from '../memberships/memberships-forms.ts'
import { invitablePermissions } from '../memberships/model/may-grant.ts'
import { type Invitee, longestName, textProblems } from './model/check-row.ts'
import type { InviteEntered, JoinEntered } from './model/entered.ts'
import { invitationWays } from './model/invitation.ts'
import { type PeopleFile, readPeople } from './model/people-file.ts'
import { readCsv } from './model/read-csv.ts'

export function freshInvite(today: string): InviteEntered {
  return {
    ...{ way: 'email', name: '', email: '', jobTitle: '', teams: [], permissions: [] },
    from: partsOfDay(today),
  }
}

export function inviteForm(
  body: unknown,
  { teams, today }: { readonly teams: readonly { readonly id: string }[]; readonly today: string },
): FormResult<Invitee, InviteEntered> {
  const from = startAnswer(body, today)
  const entered: InviteEntered = {
    way: textField(body, 'way'),
    name: lineField(body, 'name'),
    email: lineField(body, 'email'),
    jobTitle: lineField(body, 'job-title'),
    teams: chosenField(
      body,
      'teams',
      teams.map(({ id }) => id),
    ),
    permissions: chosenField(body, 'permissions', invitablePermissions),
    from: from.parts,
  }
  const way = invitationWays.find((one) => one === entered.way)
  const email = way === 'email' ? parseAddress(entered.email) : undefined
  const errors = [
    ...(way === undefined ? [{ field: 'way', message: 'Select how to invite them' }] : []),
    ...nameErrors(entered.name),
    ...(way === 'email' && email === undefined ? [emailError(entered.email)] : []),
    ...titleErrors(entered.jobTitle),
    ...from.errors,
  ]
  if (from.day === undefined || errors.length > 0) return { ok: false, errors, entered }
  const permissions = invitablePermissions.filter((one) => entered.permissions.includes(one))
  const { name, jobTitle, teams: teamIds } = entered
  return {
    ok: true,
    value: { name, email, jobTitle, teamIds, permissions, startsOn: from.day },
    entered,
  }
}

function lineField(body: unknown, name: string): string {
  return textField(body, name).replace(/\s+/g, ' ')
}

function nameErrors(name: string): FieldError[] {
  return textProblems(name, 'a name', longestName).map((message) => ({ field: 'name', message }))
}

function emailError(email: string): FieldError {
  const message =
    email === ''
      ? 'Enter their e-mail address, or choose a printed code'
      : 'Enter an e-mail address in the right form, like name@example.com'
  return { field: 'email', message }
}

const upload = z.object({
  people: z.string().optional().catch(undefined),
  file: z.instanceof(Uint8Array).optional().catch(undefined),
})

export type UploadForm =
  | { readonly ok: true; readonly people: Extract<PeopleFile, { ok: true }> }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly pasted: string }

const mostBytes = 1_000_000

/** A file, or what was pasted: one of the two. */
export function uploadForm(body: unknown): UploadForm {
  const { people: pasted = '', file } = upload.safeParse(body ?? {}).data ?? {}
  const isPasted = pasted.trim() !== ''
  const isUploaded = file !== undefined && file.length > 0
  const wrong = (field: 'file' | 'people', message: string) =>
    ({ ok: false, errors: [{ field, message }], pasted }) as const
  if (isPasted && isUploaded) return wrong('file', 'Choose a file or paste the rows, not both')
  if (!isPasted && !isUploaded) return wrong('file', 'Choose a CSV file, or paste its rows')
  const field = isUploaded ? 'file' : 'people'
  const source = isUploaded ? file : pasted
  if (source.length > mostBytes) return wrong(field, 'The file must be 1 MB or smaller')
  const csv = readCsv(source)
  if (!csv.ok) return wrong(field, csv.message)
  const people = readPeople(csv.rows)
  return people.ok ? { ok: true, people } : wrong(field, people.message)
}

export interface JoinAnswers {
  readonly name: string
  readonly addressKind: AddressKind | undefined
  readonly sharedComputer: boolean
}

/** `byLetter` also asks whose address it is that the letter went to. */
export function joinForm(
  body: unknown,
  { byLetter }: { readonly byLetter: boolean },
): FormResult<JoinAnswers, JoinEntered> {
  const entered = {
    name: lineField(body, 'name'),
    kind: textField(body, 'kind'),
    shared: isShared(body),
  }
  const addressKind = addressKinds.find((one) => one === entered.kind)
  const errors = [
    ...joinNameErrors(entered.name),
    ...(byLetter && addressKind === undefined
      ? [{ field: 'kind', message: 'Select whose e-mail address it is' }]
      : []),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  const sharedComputer = entered.shared
  return { ok: true, value: { name: entered.name, addressKind, sharedComputer }, entered }
}

function joinNameErrors(name: string): FieldError[] {
  if (!/\p{L}/u.test(name)) return [{ field: 'name', message: 'Enter your name' }]
  if (name.length <= longestName) return []
  return [{ field: 'name', message: `Your name must be ${longestName} characters or fewer` }]
}
