import type { Statement } from '../../../frameworks/model/framework.ts'
import { plainTime } from '../../../language/plain-dates.ts'
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
import { Textarea } from '../../../ui/textarea.tsx'
import { undoUntil } from '../../model/own-slip.ts'
import type { Signing } from '../../model/signing.ts'
import type { UndoEntered } from '../model/entered.ts'
import { ConfirmedList } from './confirmed-list.tsx'

interface UndoSigningPageProps extends OwnPageProps {
  readonly signing: Signing
  readonly holderName: string
  readonly title: string
  readonly statements: readonly Statement[]
  readonly entered: UndoEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function UndoSigningPage(props: UndoSigningPageProps) {
  const { signing, holderName, title, statements, entered, errors, account, demo } = props
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title="Take back what you signed"
      team
      back={{ href: paths.request(signing.requestId), text: 'What you signed' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {holderName}: {title}
        </span>
        Take back what you signed
      </h1>
      <p>
        You can do this until {plainTime(undoUntil(signing))}. {holderName} keeps a line that you
        took it back. The credential no longer counts, wherever it went.
      </p>
      <ConfirmedList statements={statements} />
      <OwnForm action={paths.undoSigning(signing.id)} csrfToken={account.csrfToken}>
        <Textarea
          name="explanation"
          label={{ text: `Tell ${holderName} why (you can leave this empty)`, size: 's' }}
          hint={`If you write nothing, they read: “It was a slip of mine, and not of yours.” ${noPatients}`}
          errorMessage={faultOf(errors, 'explanation')}
          rows={2}
          value={entered.explanation}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <div class="lanyard-actions">
          <Button text="Take it back" variant="warning" preventDoubleClick />
          <Button text="Keep it" variant="secondary" href={paths.request(signing.requestId)} />
        </div>
      </OwnForm>
    </OwnLayout>
  )
}
