import type { Finding } from '../../../finding.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { declineReasons } from '../../model/decline-reason.ts'
import type { SignOffRequest } from '../../model/sign-off-request.ts'

interface DeclinePageProps extends OwnPageProps {
  readonly request: SignOffRequest
  readonly title: string
  readonly entered: {
    readonly reason: string
    readonly words: string
    readonly findings: readonly Finding[]
  }
  readonly errors?: readonly FieldFault[] | undefined
}

export function DeclinePage(props: DeclinePageProps) {
  const { request, title, entered, errors, account, demo } = props
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title="Decline kindly"
      team
      back={{ href: paths.request(request.id), text: 'Back to the request' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {request.holderName}: {title}
        </span>
        Decline kindly
      </h1>
      <p>
        {request.holderName} reads what you say here, and nobody else does. They keep their own
        answers and can ask again.
      </p>
      <OwnForm action={paths.declineRequest(request.id)} csrfToken={account.csrfToken}>
        <Radios
          name="reason"
          fieldset={{ legend: { text: 'What do you want to say?', size: 'm' } }}
          errorMessage={faultOf(errors, 'reason')}
          value={entered.reason}
          items={[
            ...Object.entries(declineReasons).map(([value, text]) => ({ value, text })),
            { divider: 'or' },
            { value: 'own-words', text: 'Only my own words' },
          ]}
        />
        <Textarea
          name="words"
          label={{ text: 'Your own words', size: 's' }}
          hint={`If you also choose a ready sentence, your own words are sent after it. ${noPatients}`}
          errorMessage={faultOf(errors, 'words')}
          rows={3}
          value={entered.words}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <Button text="Send" />
      </OwnForm>
    </OwnLayout>
  )
}
