import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  ConfirmNoPatient,
  DoneBanner,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { EnteredAnswer } from '../model/entered.ts'
import { outcomeChoices, outcomes, type RightsRequest } from '../model/rights-request.ts'
import { kindTitles, RightsFacts, RightsTag } from './rights-parts.tsx'

interface RightsRequestsPageProps extends OwnPageProps {
  readonly requests: readonly RightsRequest[]
  readonly today: string
}

export function RightsRequestsPage({ requests, today, ...own }: RightsRequestsPageProps) {
  const title = 'What people asked about their records'
  return (
    <OwnLayout {...own} title={title} team>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        People ask you to put a record right, or object to how it is used. Each must have an answer
        within one calendar month. Any of you who may answer can, and the first answer stands.
      </p>
      {requests.length === 0 && <p>None. They stand here when somebody asks.</p>}
      <ul class="nhsuk-list">
        {requests.map((request) => (
          <li key={request.id} class="lanyard-waiting">
            <p>
              <a href={paths.rightsRequest(request.id)}>
                {request.personName ?? 'Somebody who closed their account'}:{' '}
                {kindTitles[request.kind].toLowerCase()}
              </a>
              <br />
              Received on {plainDate(request.askedAt)}. Answer due by {dayInWords(request.dueOn)}
              <br />
              <RightsTag request={request} today={today} />
            </p>
          </li>
        ))}
      </ul>
    </OwnLayout>
  )
}

interface RightsRequestPageProps extends OwnPageProps {
  readonly request: RightsRequest
  readonly today: string
  /** It was answered just now. */
  readonly done: boolean
  readonly entered: EnteredAnswer
  readonly errors?: readonly FieldFault[] | undefined
}

export function RightsRequestPage(props: RightsRequestPageProps) {
  const { account, demo, errors, request, today, done } = props
  const title = kindTitles[request.kind]
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team
      back={{ href: paths.rightsRequests(), text: 'What people asked about their records' }}
    >
      {done && <DoneBanner title="Sent" words="Your answer is sent." />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <RightsFacts request={request} today={today} />
      {request.answer === undefined && <AnswerForm {...props} />}
    </OwnLayout>
  )
}

function AnswerForm({ account, request, entered, errors }: RightsRequestPageProps) {
  const { kind, id } = request
  return (
    <OwnForm action={paths.rightsRequest(id)} csrfToken={account.csrfToken}>
      <Radios
        name="outcome"
        fieldset={{ legend: { text: 'What did you do?', size: 'm' } }}
        hint={advice[kind]}
        errorMessage={faultOf(errors, 'outcome')}
        value={entered.outcome}
        items={outcomes.map((value) => ({ value, text: outcomeChoices[kind][value] }))}
      />
      <Textarea
        name="words"
        label={{ text: 'Your answer', size: 'm' }}
        hint={`Say what you did. If you did not, or only in part, say why: they can complain to the Information Commissioner. ${noPatients}`}
        rows={5}
        value={entered.words}
        errorMessage={faultOf(errors, 'words')}
      />
      <ConfirmNoPatient findings={entered.findings} />
      <Button text="Send the answer" preventDoubleClick />
    </OwnForm>
  )
}

const advice = {
  correction:
    'Put the record right first. A sign-off is withdrawn and signed again, never changed; a job or a check is recorded anew.',
  objection:
    'You go on only for a reason that weighs more than theirs, or for a legal claim (UK GDPR Article 21).',
} as const
