import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { type FieldFault, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { RegisterWords } from '../../model/kinds.ts'
import type { IssueJudgement } from '../../model/may-issue.ts'
import type { OrganisationHistory } from '../../model/organisation-history.ts'
import type { OrganisationRequest } from '../../model/organisation-request.ts'
import type { Proposal } from '../../model/verification.ts'
import { AskedList } from './asked-list.tsx'
import { type ShownEntered, ShownFields } from './shown-fields.tsx'

export interface AskToVerifyPageProps extends OwnPageProps {
  readonly history: OrganisationHistory
  readonly name: string
  readonly judgement: IssueJudgement
  readonly proposals: readonly Proposal[]
  readonly asked: readonly OrganisationRequest[]
  readonly words: RegisterWords
  readonly entered: ShownEntered
  readonly errors?: readonly FieldFault[] | undefined
}

/** A manager's page: may we issue, and how do we come to? */
export function AskToVerifyPage(props: AskToVerifyPageProps) {
  const { history, name, words, asked, entered, errors, account, demo } = props
  const title = 'Ask to be verified'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team
      back={{ href: paths.organisation(history.slug), text: name }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{name}</span>
        {title}
      </h1>
      <Standing {...props} />
      <AskedList asked={asked} />
      <p>
        Two stewards must see who you are before your organisation can issue credentials. Tell them
        where to look. One of these is enough.
      </p>
      <OwnForm action={paths.askToBeVerified(history.slug)} csrfToken={account.csrfToken}>
        <ShownFields {...{ entered, words, errors }} />
        <p>
          Have you none of these? Send a letter on your own paper, signed by somebody who answers
          for the organisation, and write above that it is on its way.
        </p>
        <Button text="Send to the stewards" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}

function Standing({ judgement, proposals }: AskToVerifyPageProps) {
  const [latest] = proposals
  return (
    <>
      <p>
        {judgement.may
          ? `Your organisation can issue. It is checked again by ${dayInWords(judgement.verified.checkAgainOn)}.`
          : 'Your organisation cannot issue now.'}
      </p>
      {latest !== undefined && latest.answer === undefined && (
        <p>One steward has seen who you are. A second steward looks next.</p>
      )}
      {latest?.answer?.outcome === 'refused' && (
        <p>The stewards refused the last time. Why: {latest.answer.reason}</p>
      )}
    </>
  )
}
