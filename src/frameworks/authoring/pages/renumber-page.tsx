import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import { type FieldFault, faultOf, OwnForm, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Select } from '../../../ui/select.tsx'
import type { StoredThing } from '../drafts-store.ts'
import { kindOfThing, listOfThing } from '../model/draft-thing.ts'
import { titleOfThing } from '../model/name-thing.ts'
import type { DraftRead } from '../read-draft.ts'
import { DraftLayout } from './draft-layout.tsx'

interface RenumberPageProps extends OwnPageProps {
  readonly read: DraftRead
  readonly held: StoredThing
  readonly to: string
  readonly errors?: readonly FieldFault[] | undefined
}

export function RenumberPage(props: RenumberPageProps) {
  const { account, demo, read, held, to, errors } = props
  const { draft, edition } = read
  const isSection = kindOfThing(held.thing) === 'section'
  const sections = edition.domains.flatMap(({ sections }) => sections)
  const title = isSection
    ? `Another number for ${titleOfThing(held)}`
    : `Move ${titleOfThing(held)} to another section`
  return (
    <DraftLayout
      {...{ account, demo, draft, errors, title }}
      back={{
        href: paths.draftList(draft.id, isSection ? held.thing : listOfThing(held.thing)),
        text: 'Back',
      }}
    >
      <p>
        {isSection
          ? 'Its statements get new codes with it. '
          : 'All levels of this capability move together, and get new codes. '}
        The capability itself stays the same, so sign-offs can follow it.
      </p>
      <OwnForm action={paths.renumberInDraft(draft.id, held.thing)} csrfToken={account.csrfToken}>
        {isSection ? (
          <Input
            name="to"
            label={{ text: 'New number', size: 's' }}
            hint="A domain and a number, such as 7.4. The section moves to that domain."
            errorMessage={faultOf(errors, 'to')}
            value={to}
            width={4}
          />
        ) : (
          <Select
            name="to"
            label={{ text: 'To which section?', size: 's' }}
            errorMessage={faultOf(errors, 'to')}
            value={to}
            items={[
              { value: '', text: 'Select one' },
              ...sections.map(({ code, title }) => ({ value: code, text: `${code} ${title}` })),
            ]}
          />
        )}
        <Button text={isSection ? 'Change the number' : 'Move it'} preventDoubleClick />
      </OwnForm>
    </DraftLayout>
  )
}
