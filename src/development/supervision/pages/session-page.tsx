/** One session, on one page: agenda, what each wrote, what is agreed, and the confirmation. */
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  ConfirmNoPatient,
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import {
  type AgendaPoint,
  type AgreedAction,
  formatMinutes,
  type Note,
  type Session,
  type SessionState,
  turnOf,
} from '../model/session.ts'
import { otherName, type Side } from '../model/supervising.ts'
import type { WordsEntered } from '../model/supervision-entered.ts'
import type { Correction } from '../sessions-store.ts'
import { ActionList } from './action-list.tsx'
import { notHere } from './not-here.tsx'
import { dayOfSession, tagOf } from './supervision-words.ts'

export interface SessionPageProps extends OwnPageProps {
  readonly session: Session
  readonly state: SessionState
  /** Undefined for the supervisor who came after, and reads. */
  readonly side: Side | undefined
  readonly personId: string
  readonly agenda: readonly AgendaPoint[]
  readonly notes: readonly Note[]
  readonly actions: readonly AgreedAction[]
  readonly corrections: readonly Correction[]
  /** What is confirmed by whoever presses the button. */
  readonly content: string
  readonly today: string
  readonly correcting: WordsEntered
  readonly errors?: readonly FieldFault[] | undefined
  readonly done?: string | undefined
}

const dones: Readonly<Record<string, string>> = {
  planned: 'It is planned. Choose what you want to talk about.',
  agenda: 'The agenda is saved.',
  moved: 'The day is moved.',
  written: 'What you wrote is saved. You can still change it until you have both confirmed.',
  action: 'The action is saved.',
  confirmed: 'You have confirmed it.',
  changed: 'It was changed while you were reading. Read it again, then confirm.',
  corrected: 'Your correction is added.',
  reflection: 'Your private reflection is saved.',
}

export function SessionPage(props: SessionPageProps) {
  const { account, demo, session, side, errors, state, done = '' } = props
  const team = side !== 'worker'
  const other = otherName(session, side ?? 'supervisor')
  const title = `${team ? 'Supervision of' : 'Supervision with'} ${other}`
  const changing = side !== undefined && state !== 'confirmed' && state !== 'closed'
  return (
    <OwnLayout
      {...{ account, demo, errors, title, team }}
      back={
        side === undefined
          ? { href: paths.teamSupervision(), text: 'Supervision' }
          : { href: paths.supervising(session.supervisingId), text: title }
      }
    >
      {dones[done] && (
        <DoneBanner title={done === 'changed' ? 'Not confirmed yet' : 'Done'} words={dones[done]} />
      )}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{dayOfSession(session)}</span>
        {title}
      </h1>
      <p>
        {side && <Tag {...tagOf(session, side, props.today)} />} {whatNext(props)}
      </p>
      <Agenda {...{ ...props, changing }} />
      <WhatHappened {...{ ...props, changing }} />
      <Actions {...{ ...props, changing }} />
      {changing && session.happenedOn !== undefined && !session.confirmed[side] && (
        <Confirm {...props} />
      )}
      {state === 'confirmed' && <Corrections {...props} />}
      {side !== undefined && (
        <p>
          <a href={paths.reflectOnSession(session.id)}>My private reflection</a>: for you alone
        </p>
      )}
    </OwnLayout>
  )
}

function whatNext({ session, side, state, today }: SessionPageProps): string {
  if (side === undefined) return 'The worker lets you read what was written before your time.'
  const other = otherName(session, side)
  if (state === 'planned') return 'Put on the agenda what you want to talk about.'
  if (state === 'not-written') return 'Did you meet? Write it up. If not, move it to another day.'
  if (state === 'confirmed') return 'Nothing can be changed any more. You can add a correction.'
  if (state === 'closed') return 'This supervision has ended.'
  const turn = turnOf(session, side, today)
  if (turn === 'other') return `You have confirmed it. ${other} has not yet.`
  return turn === 'you'
    ? `${other} has confirmed it. Read it, then confirm it too.`
    : 'Write your note, agree on actions, then confirm it.'
}

type Changing = SessionPageProps & { readonly changing: boolean }

function Agenda({ agenda, session, side, personId, changing }: Changing) {
  const other = otherName(session, side ?? 'supervisor')
  return (
    <>
      <h2 class="nhsuk-heading-m">Agenda</h2>
      {agenda.length === 0 && <p>Nothing is on it yet.</p>}
      <ul class="nhsuk-list nhsuk-list--bullet">
        {agenda.map(({ key, words, addedBy }) => (
          <li key={key}>
            {words} <span class="nhsuk-u-secondary-text-colour">({from(addedBy)})</span>
          </li>
        ))}
      </ul>
      {changing && (
        <div class="lanyard-actions">
          <Button
            text="Choose what to talk about"
            href={paths.supervisionAgenda(session.id)}
            variant={session.happenedOn === undefined ? undefined : 'secondary'}
          />
          <a href={paths.moveSession(session.id)}>Move it to another day</a>
        </div>
      )}
    </>
  )

  function from(addedBy: string): string {
    if (addedBy === personId) return 'from you'
    return side === undefined ? 'from one of the two' : `from ${other}`
  }
}

function WhatHappened({ session, side, notes, personId, changing }: Changing) {
  const { happenedOn, minutes } = session
  const noted = hasNote(notes, personId)
  return (
    <>
      <h2 class="nhsuk-heading-m">What happened</h2>
      <p>
        {happenedOn === undefined || minutes === undefined
          ? 'Nobody has written it up yet.'
          : `You met on ${dayInWords(happenedOn)}, for ${formatMinutes(minutes)}.`}
      </p>
      {notes
        .filter(({ words }) => words !== '')
        .map(({ authorId, words }) => (
          <section key={authorId}>
            <h3 class="nhsuk-heading-s">{noteTitle(authorId)}</h3>
            <p class="lanyard-words">{words}</p>
          </section>
        ))}
      {changing && happenedOn === undefined && (
        <p>
          <Button text="Write it up" href={paths.writeSession(session.id)} variant="secondary" />
        </p>
      )}
      {changing && happenedOn !== undefined && (
        <div class="lanyard-actions">
          <Button
            text={noted ? 'Change your note' : 'Write your note'}
            href={`${paths.writeSession(session.id)}#note`}
            variant="secondary"
          />
          <a href={paths.writeSession(session.id)}>Change the day, or how long</a>
        </div>
      )}
    </>
  )

  function noteTitle(authorId: string): string {
    if (authorId === personId) return 'Your note'
    if (side === undefined) {
      return authorId === session.workerId ? 'The worker’s note' : 'The supervisor’s note'
    }
    return `The note of ${otherName(session, side)}`
  }
}

function Actions({ actions, session, changing }: Changing) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Actions</h2>
      {actions.length === 0 && <p>None agreed yet.</p>}
      <ActionList actions={actions} names={session} />
      {changing && (
        <p>
          <Button
            text="Add an action"
            href={paths.addAgreedAction(session.id)}
            variant="secondary"
          />
        </p>
      )}
    </>
  )
}

function hasNote(notes: readonly Note[], personId: string): boolean {
  return notes.some(({ authorId, words }) => authorId === personId && words !== '')
}

function Confirm({ account, session, content, notes, personId }: SessionPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Confirm</h2>
      {!hasNote(notes, personId) && (
        <InsetText>
          <p>
            You have not written a note.{' '}
            <a href={`${paths.writeSession(session.id)}#note`}>Write your note first</a>, or confirm
            without one.
          </p>
        </InsetText>
      )}
      <p>
        Confirm that this is what you talked about and agreed. When you both have, it stays as it
        is. If either of you changes something first, you confirm again.
      </p>
      <OwnForm action={paths.confirmSession(session.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="seen" value={content} />
        <Button text="Confirm this supervision" preventDoubleClick />
      </OwnForm>
    </>
  )
}

function Corrections(props: SessionPageProps) {
  const { corrections, correcting, personId, session, side, account, errors } = props
  return (
    <>
      {corrections.length > 0 && <h2 class="nhsuk-heading-m">Corrections</h2>}
      {corrections.map(({ id, authorId, words, at }) => (
        <p key={id} class="lanyard-words">
          <strong>
            {authorId === personId ? 'You' : otherName(session, side ?? 'supervisor')},{' '}
            {plainDate(at)}:
          </strong>{' '}
          {words}
        </p>
      ))}
      {side !== undefined && session.open && (
        <Details summary="Something is wrong: add a correction" open={(errors ?? []).length > 0}>
          <OwnForm action={paths.correctSession(session.id)} csrfToken={account.csrfToken}>
            <input type="hidden" name="id" value={correcting.id} />
            <Textarea
              name="words"
              label={{ text: 'What is right', size: 's' }}
              hint={`What stood there before stays. ${notHere}`}
              rows={3}
              value={correcting.words}
              errorMessage={faultOf(errors, 'words')}
            />
            <ConfirmNoPatient findings={correcting.findings} />
            <Button text="Add it" variant="secondary" small />
          </OwnForm>
        </Details>
      )}
    </>
  )
}
