/** Thoughts for oneself alone, and how private they are. */
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { Session } from '../model/session.ts'
import type { Side } from '../model/supervising.ts'
import type { WordsEntered } from '../model/supervision-entered.ts'
import { dayOfSession } from './supervision-words.ts'

interface ReflectionPageProps extends OwnPageProps {
  readonly session: Session
  readonly side: Side
  readonly entered: WordsEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function ReflectionPage(props: ReflectionPageProps) {
  const { account, demo, session, side, entered, errors } = props
  const title = 'My private reflection'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team={side === 'supervisor'}
      back={{ href: paths.supervisionSession(session.id), text: dayOfSession(session) }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <OwnForm action={paths.reflectOnSession(session.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="id" value={entered.id} />
        <Textarea
          name="words"
          label={{ text: 'What I think about it', size: 's' }}
          hint={`Closed to your employer, your manager and the other one of you. A court can order it to be shown. ${noPatients}`}
          rows={8}
          value={entered.words}
          errorMessage={faultOf(errors, 'words')}
          autocomplete="off"
        />
        <ConfirmNoPatient findings={entered.findings} />
        <Button text="Save for me alone" preventDoubleClick />
      </OwnForm>
      <Details summary="How private is this?">
        <p>
          Only you can open it here. It is kept apart from the notes of the supervision, it is in no
          export but your own, and it goes when you close your account.
        </p>
        <p>
          A court can order notes to be shown, for example after somebody came to harm. That is so
          for every note, on paper too. So write about what you did and learned, and never about who
          a patient is.
        </p>
      </Details>
    </OwnLayout>
  )
}
