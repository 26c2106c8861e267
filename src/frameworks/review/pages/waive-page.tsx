import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { type FieldFault, faultOf, OwnForm } from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { checkName, severityNames } from '../model/finding-words.ts'
import type { DraftFinding } from '../model/findings-of.ts'
import { DraftLayout, type DraftPageProps } from './draft-layout.tsx'
import { FoundText } from './found-text.tsx'

interface WaivePageProps extends DraftPageProps {
  readonly finding: DraftFinding
  readonly placeName: string
  readonly text: string | undefined
  readonly entered: { readonly reason: string }
  readonly errors?: readonly FieldFault[] | undefined
}

export function WaivePage(props: WaivePageProps) {
  const { view, account, finding, placeName, text, entered, errors } = props
  const { code, at, range, message, severity } = finding
  return (
    <DraftLayout
      {...props}
      heading="Let a finding stand"
      back={{ href: paths.draftFindings(view.draft.id), text: 'Findings' }}
    >
      <h2 class="nhsuk-heading-m">{placeName}</h2>
      <p>
        {checkName(code)}. {severityNames[severity]}: {message}
      </p>
      {text !== undefined && <FoundText text={text} range={range} />}
      <OwnForm action={paths.waiveFinding(view.draft.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="at" value={at} />
        <input type="hidden" name="start" value={range === undefined ? '' : String(range.start)} />
        <Textarea
          name="reason"
          id="reason"
          label={{ text: 'Why may it stand?', size: 's' }}
          hint="Everybody can read this once the edition is published. Do not name people."
          rows={4}
          errorMessage={faultOf(errors, 'reason')}
          value={entered.reason}
        />
        <Button text="Let it stand" preventDoubleClick />
      </OwnForm>
    </DraftLayout>
  )
}
