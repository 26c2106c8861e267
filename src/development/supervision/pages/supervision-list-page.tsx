/** Everybody who supervises me, and every session: what to do next comes first. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { findNext, type Session } from '../model/session.ts'
import {
  isHandedOver,
  mayAgree,
  otherName,
  type Side,
  type Supervising,
  sideOf,
  stateOf,
} from '../model/supervising.ts'
import { dayOfSession, tagOf } from './supervision-words.ts'

export interface SupervisionListProps extends OwnPageProps {
  readonly personId: string
  readonly supervisings: readonly Supervising[]
  readonly sessions: readonly Session[]
  readonly today: string
  readonly done?: string | undefined
}

const dones: Readonly<Record<string, string>> = {
  asked: 'You have asked. We sent a letter. When they say yes, you can plan when you meet.',
  ended: 'That supervision has ended. What you wrote stays yours.',
}

export function SupervisionListPage(props: SupervisionListProps) {
  const { account, demo, supervisings, sessions, done = '' } = props
  const mine = supervisings.filter((one) => sideOf(one, props.personId) === 'worker')
  const now = mine.filter((one) => stateOf(one) === 'begun')
  const asked = mine.filter((one) => stateOf(one) === 'asked')
  const none = now.length === 0 && asked.length === 0
  const title = 'Supervision'
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: paths.passport(), text: 'My passport' }}>
      {dones[done] && <DoneBanner title="Done" words={dones[done]} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      {asked.map((one) => (
        <AskedOne key={one.id} {...props} supervising={one} />
      ))}
      {now.length === 0 && (
        <p>
          Supervision is time to talk about your work and what you want to learn.{' '}
          {asked.length === 0
            ? 'Nobody supervises you here yet. Ask a colleague, and you can plan your first meeting when they say yes.'
            : 'When both of you have said yes, you can plan your first meeting.'}
        </p>
      )}
      {now.map((one) => (
        <SupervisedBy key={one.id} {...props} supervising={one} />
      ))}
      <div class="lanyard-actions">
        <Button
          text={none ? 'Ask a colleague' : 'Ask another colleague'}
          href={paths.askToSupervise()}
          variant={none ? undefined : 'secondary'}
        />
      </div>
      {now.length > 0 && <p>Having two supervisors at once is normal.</p>}
      <SessionList
        sessions={sessions.filter(({ workerId }) => workerId === props.personId)}
        {...{ personId: props.personId, today: props.today, withNames: true }}
      />
      <h2 class="nhsuk-heading-m">More</h2>
      <ul class="nhsuk-list">
        <li>
          <a href={paths.appraisals()}>Appraisal and development plan</a>
        </li>
        <li>
          <a href={paths.supervisionRecord()}>My hours of supervision</a>: for your own record
        </li>
        {supervisings.some((one) => sideOf(one, props.personId) === 'supervisor') && (
          <li>
            <a href={paths.teamSupervision()}>Those I supervise</a>
          </li>
        )}
      </ul>
    </OwnLayout>
  )
}

export function AskedOne({
  supervising,
  personId,
  account,
}: Pick<SupervisionListProps, 'personId' | 'account'> & { readonly supervising: Supervising }) {
  const side = sideOf(supervising, personId) ?? 'worker'
  const other = otherName(supervising, side)
  const may = mayAgree(supervising, personId)
  return (
    <section class="lanyard-waiting">
      <h2 class="nhsuk-heading-s">{askedTitle(supervising, side, other)}</h2>
      <p>{askedWords(supervising, side, may)}</p>
      <div class="lanyard-actions">
        {may && (
          <OwnForm action={paths.agreeSupervising(supervising.id)} csrfToken={account.csrfToken}>
            <Button text="Say yes" preventDoubleClick />
          </OwnForm>
        )}
        <OwnForm action={paths.endSupervising(supervising.id)} csrfToken={account.csrfToken}>
          <Button variant="secondary" text={noWords(supervising, side, personId)} />
        </OwnForm>
      </div>
    </section>
  )
}

function askedWords(supervising: Supervising, side: Side, may: boolean): string {
  if (!may) {
    return isHandedOver(supervising) && side === 'worker'
      ? 'You need do nothing. If you would rather have somebody else, say so.'
      : 'Wait for the answer. We tell you by letter.'
  }
  return side === 'worker'
    ? 'If you say yes, they see what you put on the agenda, your notes to them and the actions you agree. They see nothing else of your passport.'
    : 'If you say yes, you can plan when you meet. You see what they put on the agenda, and nothing else of their passport.'
}

function noWords(supervising: Supervising, side: Side, personId: string): string {
  if (supervising.askedBy === personId) return 'Take it back'
  return side === 'worker' && isHandedOver(supervising) ? 'I object' : 'Say no'
}

function askedTitle(supervising: Supervising, side: string, other: string): string {
  const { askedBy, ...of } = supervising
  if (isHandedOver(supervising)) {
    return side === 'worker'
      ? `${other} is asked to take over your supervision`
      : `You are asked to take over the supervision of ${other}`
  }
  const own = askedBy === (side === 'worker' ? of.workerId : of.supervisorId)
  if (own) return `You asked ${other}`
  return side === 'worker'
    ? `${other} would supervise you. Do you agree?`
    : `You are asked to supervise ${other}`
}

function SupervisedBy({
  supervising,
  sessions,
  today,
}: SupervisionListProps & { readonly supervising: Supervising }) {
  const next = findNext(sessions, supervising.id, today)
  return (
    <section class="lanyard-waiting">
      <h2 class="nhsuk-heading-s">
        <a href={paths.supervising(supervising.id)}>{supervising.supervisorName}</a>
      </h2>
      <p>
        Supervises you since {dayInWords(supervising.beganOn ?? today)}.{' '}
        {next
          ? `You meet on ${dayInWords(next.plannedOn)}.`
          : 'Nothing is planned. Open it to plan when you meet.'}
      </p>
    </section>
  )
}

export function SessionList({
  sessions,
  personId,
  today,
  withNames = false,
}: {
  readonly sessions: readonly Session[]
  readonly personId: string
  readonly today: string
  readonly withNames?: boolean
}) {
  if (sessions.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">When you meet and met</h2>
      <ul class="nhsuk-list">
        {sessions.map((session) => {
          const side = sideOf(session, personId) ?? 'worker'
          return (
            <li key={session.id} class="nhsuk-u-margin-bottom-3">
              <a href={paths.supervisionSession(session.id)}>
                {dayOfSession(session)}
                {withNames && `, with ${otherName(session, side)}`}
              </a>{' '}
              <Tag {...tagOf(session, side, today)} />
            </li>
          )
        })}
      </ul>
    </>
  )
}
