import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { Input } from '../../../ui/input.tsx'
import { type FieldFault, faultOf, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Draft } from '../../authoring/model/draft.ts'
import { DraftLayout } from '../../authoring/pages/draft-layout.tsx'
import type { FormRow } from '../model/entered.ts'

interface TermFormsPageProps extends OwnPageProps {
  readonly draft: Draft
  readonly rows: readonly FormRow[]
  readonly errors?: readonly FieldFault[] | undefined
}

export function TermFormsPage({ account, demo, errors, draft, rows }: TermFormsPageProps) {
  const title = 'Which forms of the words?'
  return (
    <DraftLayout
      {...{ account, demo, errors, title, draft }}
      back={{ href: paths.draftTerms(draft.id), text: 'Back' }}
    >
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
    </DraftLayout>
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
