import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { Input } from '../../../ui/input.tsx'
import { type FieldFault, faultOf, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { type Draft, refOfDraft } from '../../authoring/model/draft.ts'
import type { FormRow } from '../model/entered.ts'

interface TermFormsPageProps extends OwnPageProps {
  readonly draft: Draft
  readonly rows: readonly FormRow[]
  readonly errors?: readonly FieldFault[] | undefined
}

export function TermFormsPage({ account, demo, errors, draft, rows }: TermFormsPageProps) {
  const title = 'Which forms of the words?'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team
      back={{ href: paths.draftTerms(draft.id), text: 'Back' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Draft {refOfDraft(draft)}</span>
        {title}
      </h1>
      <p>
        These are the forms that we can think of. Those that stand in the draft are ticked. Check
        what takes the place of each. Capital letters are kept as they stand.
      </p>
      <form method="get" action={paths.termPlaces(draft.id)} novalidate>
        {rows.map((row, at) => (
          <Row key={at} {...{ row, at, errors }} />
        ))}
        <Button text="Find the places" />
      </form>
    </OwnLayout>
  )
}

function Row({
  row,
  at,
  errors,
}: {
  readonly row: FormRow
  readonly at: number
  readonly errors: readonly FieldFault[] | undefined
}) {
  const name = row.before === '' ? 'another form' : `"${row.before}"`
  return (
    <fieldset class="nhsuk-fieldset lanyard-term-form">
      <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
        {row.before === '' ? 'Another form' : row.before}
      </legend>
      <Checkboxes
        name={`use-${at}`}
        idPrefix={`use-${at}`}
        small
        errorMessage={faultOf(errors, `use-${at}`)}
        items={[{ value: 'yes', text: `Change ${name}` }]}
        values={row.use ? ['yes'] : []}
      />
      <Input
        name={`before-${at}`}
        label="Old"
        width={20}
        value={row.before}
        errorMessage={faultOf(errors, `before-${at}`)}
      />
      <Input
        name={`after-${at}`}
        label="New"
        width={20}
        value={row.after}
        errorMessage={faultOf(errors, `after-${at}`)}
      />
    </fieldset>
  )
}
