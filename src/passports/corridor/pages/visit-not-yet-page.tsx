import type { Statement } from '../../../frameworks/model/framework.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { atFirstPart } from '../../../ui/day-question.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import type { NotYetEntered } from '../../sign-offs/model/entered.ts'
import type { NotYetWords } from '../../sign-offs/model/not-yet.ts'
import { NotYetQuestions } from '../../sign-offs/pages/not-yet-questions.tsx'
import type { OpenedVisit } from '../visits-store.ts'

interface VisitNotYetPageProps extends OwnPageProps {
  readonly visit: OpenedVisit
  readonly holderName: string
  /** Not signed in this visit, in the order in which to look. */
  readonly left: readonly Statement[]
  readonly ready: NotYetWords
  readonly entered: NotYetEntered & { readonly codes: readonly string[] }
  readonly errors?: readonly FieldFault[] | undefined
}

/** More could not be talked about in one visit. */
const most = 8

export function VisitNotYetPage(props: VisitNotYetPageProps) {
  const { visit, holderName, left, ready, entered, errors, account, demo } = props
  const title = 'Not yet, and what comes next'
  const offered = left.slice(0, most)
  return (
    <OwnLayout
      {...{ account, demo, title }}
      errors={atFirstPart(errors, ['next'])}
      team
      back={{ href: paths.visit(visit.id), text: `What you saw ${holderName} do` }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{holderName}</span>
        {title}
      </h1>
      <p>Only {holderName} reads this. It is no mark against them, and counts nowhere.</p>
      <OwnForm action={paths.visitNotYet(visit.id)} csrfToken={account.csrfToken}>
        <Checkboxes
          name="codes"
          idPrefix="codes"
          small
          fieldset={{ legend: { text: 'What is not there yet?', size: 'm' } }}
          errorMessage={faultOf(errors, 'codes')}
          values={entered.codes}
          items={offered.map(({ code, text }) => ({ value: code, text: `${text} (${code})` }))}
        />
        <NotYetQuestions {...{ ready, entered, errors }} />
        <Button text="Send" />
      </OwnForm>
    </OwnLayout>
  )
}
