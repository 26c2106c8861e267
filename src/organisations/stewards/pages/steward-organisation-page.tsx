import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { RecordedEvent } from '../../events-store.ts'
import { nameOf, type RegisterWords } from '../../model/kinds.ts'
import { type ManagerNaming, namingWords } from '../../model/manager-naming.ts'
import type { IssueJudgement } from '../../model/may-issue.ts'
import {
  type EventKind,
  eventKinds,
  type OrganisationHistory,
} from '../../model/organisation-history.ts'
import type { AnswerOutcome, Proposal } from '../../model/verification.ts'
import { EventList } from '../../pages/event-list.tsx'
import { EvidenceList } from './evidence-list.tsx'

export interface StewardOrganisationPageProps extends OwnPageProps {
  readonly history: OrganisationHistory
  readonly name: string
  readonly judgement: IssueJudgement
  readonly proposals: readonly Proposal[]
  readonly events: readonly RecordedEvent[]
  readonly names: ReadonlyMap<string, string>
  readonly words: RegisterWords
  /** It can issue, and nobody is there who could invite others. */
  readonly needsManager: boolean
  readonly namings: readonly ManagerNaming[]
  /** What was done just now. */
  readonly done?: string | undefined
}

const eventLinks: Readonly<Record<EventKind, string>> = {
  renamed: 'It has a new name',
  merged: 'It merged with others',
  split: 'It was split',
  closed: 'It closed',
}

/** One organisation as its stewards see it: what was shown, what was decided, what to do. */
export function StewardOrganisationPage(props: StewardOrganisationPageProps) {
  const { account, demo, name, history, done } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      title={name}
      team
      back={{ href: paths.stewardsOrganisations(), text: 'Organisations: what needs doing' }}
    >
      {done !== undefined && <DoneBanner title="Recorded" words={done} />}
      <h1 class="nhsuk-heading-l">{name}</h1>
      <p>
        <a href={paths.organisation(history.slug)}>See it as everybody sees it</a>
      </p>
      <SummaryList rows={rowsOf(props)} />
      <NextStep {...props} />
      {props.needsManager && (
        <>
          <h2 class="nhsuk-heading-m">Nobody manages people there</h2>
          <p>
            <a href={paths.firstManager(history.slug)}>Name a manager</a>. They can then invite
            people and give permissions.
          </p>
        </>
      )}
      <Proposals {...props} />
      <Namings {...props} />
      <EventList events={props.events} slug={history.slug} />
      <Changes {...props} />
    </OwnLayout>
  )
}

function rowsOf({ history, words, judgement }: StewardOrganisationPageProps) {
  return [
    { key: 'Kind', value: nameOf(words.kinds, history.kind) },
    { key: 'Nation', value: nameOf(words.nations, history.nation) },
    { key: 'Sector', value: nameOf(words.sectors, history.sector) },
    { key: 'Can it issue?', value: standingWords(judgement) },
  ]
}

function standingWords(judgement: IssueJudgement): string {
  if (judgement.may) return `Yes, until ${dayInWords(judgement.verified.checkAgainOn)}`
  const day = judgement.since === undefined ? '' : dayInWords(judgement.since)
  switch (judgement.why) {
    case 'not-there':
      return day === '' ? 'No: it has not opened yet' : `No: it ended on ${day}`
    case 'never-verified':
      return 'No: it has never been verified'
    case 'lapsed':
      return `No: it was to be checked again by ${day}`
    case 'withdrawn':
      return `No: withdrawn from ${day} on`
  }
}

function NextStep({ history, proposals, judgement }: StewardOrganisationPageProps) {
  if (!judgement.may && judgement.why === 'not-there') return null
  const open = proposals.find(({ answer }) => answer === undefined)
  if (open !== undefined) {
    return (
      <p>
        <a href={paths.verificationProposal(history.slug, open.id)}>
          A proposal waits for a second steward
        </a>
      </p>
    )
  }
  const href = paths.proposeVerification(history.slug)
  return judgement.may ? (
    <Button text="Check it again" variant="secondary" href={href} />
  ) : (
    <Button text="Propose to verify it" href={href} />
  )
}

const outcomes: Readonly<Record<AnswerOutcome, string>> = {
  confirmed: 'Confirmed',
  refused: 'Refused',
  'taken-back': 'Taken back',
}

function Proposals({ proposals, names, words, history }: StewardOrganisationPageProps) {
  if (proposals.length === 0) return null
  const nameOfPerson = (id: string | undefined) => names.get(id ?? '') ?? 'a steward'
  return (
    <>
      <h2 class="nhsuk-heading-m">What was shown and decided</h2>
      {proposals.map((proposal) => (
        <div key={proposal.id} class="lanyard-proposal">
          <h3 class="nhsuk-heading-s">
            <a href={paths.verificationProposal(history.slug, proposal.id)}>
              Proposed on {dayInWords(proposal.proposedOn)}
            </a>{' '}
            {proposal.proposedBy !== undefined && `by ${nameOfPerson(proposal.proposedBy)}`}
          </h3>
          <EvidenceList evidence={proposal.evidence} words={words} />
          {proposal.answer !== undefined && (
            <p>
              {outcomes[proposal.answer.outcome]} on {dayInWords(proposal.answer.answeredOn)}
              {proposal.answer.answeredBy !== undefined &&
                ` by ${nameOfPerson(proposal.answer.answeredBy)}`}
              .{proposal.answer.reason !== undefined && ` Why: ${proposal.answer.reason}`}
            </p>
          )}
        </div>
      ))}
    </>
  )
}

function Namings({ namings, names }: StewardOrganisationPageProps) {
  if (namings.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Managers whom stewards named</h2>
      <ul class="nhsuk-list">
        {namings.map(({ namedBy, namedAt, shownBy, reason }) => (
          <li key={namedAt.getTime()}>
            On {plainDate(namedAt)} by {names.get(namedBy) ?? 'a steward'}. Shown:{' '}
            {namingWords[shownBy].toLowerCase()}. Why: {reason}
          </li>
        ))}
      </ul>
    </>
  )
}

function Changes({ history, judgement }: StewardOrganisationPageProps) {
  const { slug, ending } = history
  return (
    <>
      {ending === undefined && (
        <>
          <h2 class="nhsuk-heading-m">Has something happened?</h2>
          <ul class="nhsuk-list">
            {eventKinds.map((kind) => (
              <li key={kind}>
                <a href={paths.recordOrganisationEvent(slug, kind)}>{eventLinks[kind]}</a>
              </li>
            ))}
            <li>
              <a href={paths.moveOrganisation(slug)}>It belongs to another area</a>
            </li>
          </ul>
        </>
      )}
      {(judgement.may || history.verified.some(({ withdrawn }) => withdrawn === undefined)) && (
        <p>
          <a href={paths.withdrawVerification(slug)}>Withdraw its verification</a>
        </p>
      )}
    </>
  )
}
