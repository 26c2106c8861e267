import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { RegisterWords } from '../../model/kinds.ts'
import type { AnswerOutcome, Proposal, ProposalAnswer } from '../../model/verification.ts'
import { EvidenceList } from './evidence-list.tsx'

export interface AnswerEntered {
  readonly outcome: string
  readonly reason: string
  readonly seen: boolean
}

export interface ProposalPageProps extends OwnPageProps {
  readonly proposal: Proposal
  /** What this steward may do. */
  readonly offered: readonly AnswerOutcome[]
  readonly names: ReadonlyMap<string, string>
  readonly words: RegisterWords
  readonly entered: AnswerEntered
  readonly errors?: readonly FieldFault[] | undefined
}

/** The evidence as the first steward saw it, and the second steward's answer. */
export function ProposalPage(props: ProposalPageProps) {
  const { proposal, names, words, offered, errors, account, demo } = props
  const { organisation, organisationName, proposedBy, proposedOn, checkAgainOn } = proposal
  const proposer = names.get(proposedBy ?? '') ?? 'A steward'
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title="Proposal to verify"
      team
      back={{ href: paths.stewardsOrganisation(organisation), text: organisationName }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{organisationName}</span>
        Proposal to verify
      </h1>
      <SummaryList
        rows={[
          { key: 'Proposed', value: `${proposer}, on ${dayInWords(proposedOn)}` },
          {
            key: 'What was seen',
            value: { children: <EvidenceList evidence={proposal.evidence} words={words} /> },
          },
          { key: 'Check again by', value: dayInWords(checkAgainOn) },
        ]}
      />
      {proposal.answer !== undefined && <Answered answer={proposal.answer} names={names} />}
      {offered.includes('confirmed') && <SecondSteward {...props} />}
      {offered.includes('taken-back') && <OwnProposal {...props} />}
    </OwnLayout>
  )
}

const outcomes: Readonly<Record<AnswerOutcome, string>> = {
  confirmed: 'Confirmed',
  refused: 'Refused',
  'taken-back': 'Taken back',
}

function Answered({
  answer,
  names,
}: {
  readonly answer: ProposalAnswer
  readonly names: ProposalPageProps['names']
}) {
  const { outcome, answeredBy, answeredOn, reason } = answer
  const by = names.get(answeredBy ?? '')
  return (
    <>
      <h2 class="nhsuk-heading-m">{outcomes[outcome]}</h2>
      <p>
        On {dayInWords(answeredOn)}
        {by !== undefined && `, by ${by}`}.
      </p>
      {reason !== undefined && <p>Why: {reason}</p>}
    </>
  )
}

function SecondSteward({ proposal, entered, errors, account }: ProposalPageProps) {
  return (
    <OwnForm
      action={paths.verificationProposal(proposal.organisation, proposal.id)}
      csrfToken={account.csrfToken}
    >
      <h2 class="nhsuk-heading-m">You are the second steward</h2>
      <p>Look at the evidence yourself. Do not rely on what the first steward wrote.</p>
      <Radios
        name="outcome"
        idPrefix="outcome"
        fieldset={{ legend: { text: 'What do you decide?', size: 'm' } }}
        errorMessage={faultOf(errors, 'outcome')}
        value={entered.outcome}
        items={[
          {
            value: 'confirmed',
            text: 'Confirm: it is who it says',
            hint: 'From today it can issue credentials in its name.',
          },
          { value: 'refused', text: 'Refuse' },
        ]}
      />
      <Checkboxes
        name="seen"
        idPrefix="seen"
        fieldset={{ legend: { text: 'Before you confirm', size: 's' } }}
        errorMessage={faultOf(errors, 'seen')}
        values={entered.seen ? ['yes'] : []}
        items={[{ value: 'yes', text: 'I have seen the evidence myself' }]}
      />
      <Textarea
        name="reason"
        label={{ text: 'If you refuse, why?', size: 's' }}
        hint="Stewards and the organisation’s managers read this. Do not name people."
        errorMessage={faultOf(errors, 'reason')}
        rows={3}
        value={entered.reason}
      />
      <Button text="Send my decision" preventDoubleClick />
    </OwnForm>
  )
}

function OwnProposal({ proposal, account }: ProposalPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">This waits for another steward</h2>
      <p>You proposed it, so somebody else must confirm it. You can take it back.</p>
      <OwnForm
        action={paths.verificationProposal(proposal.organisation, proposal.id)}
        csrfToken={account.csrfToken}
      >
        <input type="hidden" name="outcome" value="taken-back" />
        <Button text="Take it back" variant="secondary" preventDoubleClick />
      </OwnForm>
    </>
  )
}
