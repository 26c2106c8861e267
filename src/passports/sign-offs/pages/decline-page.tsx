import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart } from '../../../ui/day-question.tsx'
import { type FieldFault, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { SignOffRequest } from '../../model/sign-off-request.ts'
import type { NotYetEntered } from '../model/entered.ts'
import type { NotYetWords } from '../model/not-yet.ts'
import { NotYetQuestions } from './not-yet-questions.tsx'

interface DeclinePageProps extends OwnPageProps {
  readonly request: SignOffRequest
  readonly title: string
  readonly ready: NotYetWords
  readonly entered: NotYetEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function DeclinePage(props: DeclinePageProps) {
  const { request, title, ready, entered, errors, account, demo } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      errors={atFirstPart(errors, ['next'])}
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
        <NotYetQuestions {...{ ready, entered, errors }} />
        <Button text="Send" />
      </OwnForm>
    </OwnLayout>
  )
}
