import type { Edition } from '../../frameworks/model/framework.ts'
import { dayInWords, timeInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { atFirstPart, type DayParts } from '../../ui/day-question.tsx'
import { DoneBanner, type FieldFault, OwnLayout, type OwnPageProps } from '../../ui/own-layout.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import type { Delegation, Gone, StandingLine, Step } from '../model/delegation.ts'
import type { ReasonEntered } from '../model/entered.ts'
import {
  type DelegationState,
  isOpen,
  lastPause,
  type Part,
  waitsForWorker,
} from '../model/state-of-delegation.ts'
import { RegistrantJudges, StandingList, StateTag, WhatStandardsSay } from './delegation-parts.tsx'
import {
  arrangementWords,
  sayConsent,
  sayPerson,
  sayRegistration,
  stepWords,
  supervisionWords,
} from './delegation-words.ts'
import { AboutCarers } from './delegations-page.tsx'
import { DelegationActions, PauseNow } from './what-to-do.tsx'

export interface OpenHandover {
  readonly id: string
  readonly toId: string
  readonly toName?: string | undefined
}

export interface DelegationPageProps extends OwnPageProps {
  readonly delegation: Delegation
  readonly steps: readonly Step[]
  readonly state: DelegationState
  readonly part: Part
  readonly gone?: Gone | undefined
  readonly edition: Edition
  /** What this reader may see of where the worker stands; undefined for the employer. */
  readonly lines?: readonly StandingLine[] | undefined
  /** The day on which it stood so, where it is no longer looked up. */
  readonly asOn?: string | undefined
  readonly reviewOn: string
  readonly handover?: OpenHandover | undefined
  readonly now: Date
  readonly done: string
  readonly reason: ReasonEntered
  readonly review: DayParts
  readonly errors?: readonly FieldFault[] | undefined
}

const doneWords: Readonly<Record<string, string>> = {
  accepted: 'You said yes.',
  refused: 'You said no. Only the two of you see it.',
  agreed: 'You agreed.',
  'not-agreed': 'You did not agree.',
  paused: 'It is paused.',
  ready: 'You go on with it. The registrant is told, and starts it again.',
  resumed: 'It goes on.',
  withdrawn: 'It is withdrawn.',
  'given-back': 'You gave it back.',
  'review-moved': 'The day is moved.',
  'asked-next': 'You asked them to take it over.',
  taken: 'You took it over. It is paused until the worker and then you say that it goes on.',
  'not-taken': 'You did not take it over.',
}

export function DelegationPage(props: DelegationPageProps) {
  const { account, demo, delegation, state, errors, done, part, lines, edition } = props
  const words = doneWords[done]
  return (
    <OwnLayout
      {...{ account, demo }}
      title={delegation.title}
      errors={atFirstPart(errors, ['review'])}
      back={{ href: paths.delegations(), text: 'Delegated tasks' }}
    >
      {words !== undefined && <DoneBanner title="Done" words={words} />}
      <h1 class="nhsuk-heading-l">{delegation.title}</h1>
      <p>
        <StateTag state={state} />
      </p>
      <Why {...props} />
      <PauseNow {...props} />
      <Facts {...props} />
      {lines !== undefined && (
        <>
          <h2 class="nhsuk-heading-m">What it rests on</h2>
          {props.asOn !== undefined && <p>As it stood on {dayInWords(props.asOn)}.</p>}
          <StandingList {...{ edition, lines }} />
          <WhoseView {...props} />
        </>
      )}
      {part === 'delegator' && <RegistrantJudges />}
      <DelegationActions {...props} />
      <History {...props} />
      <WhatStandardsSay />
      <AboutCarers />
    </OwnLayout>
  )
}

/** Why it is paused, without blame. */
function Why({ state, steps, part, gone, delegation }: DelegationPageProps) {
  if (state === 'asked' && gone !== undefined) return <p>{goneWords[gone]}</p>
  const held = lastPause(steps) ?? { codes: [] }
  const pause = state === 'paused' ? { ...held, ...(gone && { kind: gone }) } : undefined
  if (pause === undefined) return null
  const codes = pause.codes.join(', ')
  return (
    <p>
      <strong>Do not go on with it for now.</strong>{' '}
      {pause.kind === 'lapsed' &&
        `${codes} has lapsed or was withdrawn. ${
          part === 'worker'
            ? 'You have done nothing wrong.'
            : 'Look at it together, then decide whether it goes on.'
        }`}
      {pause.kind === 'lapsed' && part === 'worker' && (
        <>
          {' '}
          <a href={paths.renewals()}>Ask a colleague to look at it again</a>
        </>
      )}
      {pause.kind === 'delegator-left' &&
        'Whoever delegated it no longer can. A manager asks another registrant to take it over.'}
      {pause.kind === 'worker-left' && 'The worker no longer works where they did.'}
      {pause.kind === 'handed-over' && 'It was handed over. Both of you look at it first.'}
      {pause.kind === 'paused' && 'One of you paused it. Talk about it, and take your time.'}
      {part !== 'worker' &&
        waitsForWorker(steps, delegation.worker.id) &&
        ' The worker says first that they go on.'}
    </p>
  )
}

const goneWords: Readonly<Record<Gone, string>> = {
  'delegator-left':
    'The registrant who asked no longer delegates here, so nobody can take it on now.',
  'worker-left': 'The worker no longer works where they did, so nobody can take it on now.',
}

function Facts({ delegation, reviewOn, now, state }: DelegationPageProps) {
  const { worker, delegator, arrangement, employerAgreedOn } = delegation
  const agreed =
    employerAgreedOn === undefined ? '' : `, who agreed on ${dayInWords(employerAgreedOn)}`
  return (
    <SummaryList
      rows={[
        { key: 'What to do', value: delegation.words },
        { key: 'Who does it', value: sayPerson(worker) },
        { key: 'Who delegates it', value: sayPerson(delegator) },
        { key: 'Register', value: sayRegistration(delegator) },
        { key: 'Employers', value: `${arrangementWords[arrangement]}${agreed}` },
        { key: 'Consent', value: sayConsent(delegation) },
        { key: 'Supervision', value: supervisionWords[delegation.supervision] },
        { key: 'From', value: dayInWords(delegation.startsOn) },
        { key: 'Look at it again', value: dayInWords(reviewOn) },
        ...(state === 'ended' ? [] : [{ key: 'As of', value: timeInWords(now) }]),
      ]}
    />
  )
}

/** Whose view it is, and who else has it. */
function WhoseView({ part, state, delegation, asOn }: DelegationPageProps) {
  const { worker, delegator } = delegation
  const words =
    part === 'worker'
      ? {
          asked: `This is what you show ${delegator.name} if you say yes, for this task alone. If you say no, they see no more than what their own employer issued.`,
          open: `${delegator.name} sees this too, for as long as the task goes on.`,
          ended: `This is what ${delegator.name} saw while the task went on.`,
          never: `This is what ${delegator.name} saw: what their own employer issued, on the day they asked.`,
        }
      : {
          asked: `This is what ${delegator.employer} issued. There may be more: the worker can show it, and does so by saying yes.`,
          open: `${worker.name} showed you this for this task, and nothing else.`,
          ended: `This is what ${worker.name} showed you while the task went on.`,
          never: `This is what ${delegator.employer} issued, on the day you asked.`,
        }
  if (state === 'asked') return <p>{words.asked}</p>
  if (isOpen(state)) return asOn === undefined ? <p>{words.open}</p> : null
  return <p>{state === 'ended' ? words.ended : words.never}</p>
}

function History({ delegation, steps }: DelegationPageProps) {
  const names = new Map([
    [delegation.worker.id, delegation.worker.name],
    [delegation.delegator.id, delegation.delegator.name],
  ])
  const who = (byId: string | undefined) => (byId === undefined ? undefined : names.get(byId))
  return (
    <>
      <h2 class="nhsuk-heading-m">What happened</h2>
      <ul class="nhsuk-list nhsuk-list--border">
        <li>Asked on {timeInWords(delegation.at)}</li>
        {steps.map(({ id, kind, byId, at, why, codes, day }) => (
          <li key={id}>
            {stepWords[kind]}
            {codes.length > 0 && ` (${codes.join(', ')})`}
            {day !== undefined && ` to ${dayInWords(day)}`}
            {who(byId) !== undefined && `, ${who(byId)}`}, {timeInWords(at)}
            {why !== undefined && (
              <>
                <br />
                <span class="nhsuk-body-s">“{why}” (only the two of you see this)</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
