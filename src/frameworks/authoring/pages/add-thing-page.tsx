import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import type { FieldFault, OwnPageProps } from '../../../ui/own-layout.tsx'
import { OwnForm } from '../../../ui/own-layout.tsx'
import type { Entered } from '../model/entered-thing.ts'
import { nameOfList } from '../model/name-thing.ts'
import type { ThingField } from '../model/thing-fields.ts'
import type { DraftRead } from '../read-draft.ts'
import { DraftLayout } from './draft-layout.tsx'
import { ThingFields } from './thing-fields.tsx'

interface AddThingPageProps extends OwnPageProps {
  readonly read: DraftRead
  /** The list it is added to, or the statement that is written. */
  readonly to: string
  readonly back: string
  readonly title: string
  readonly fields: readonly ThingField[]
  readonly entered: Entered
  readonly errors?: readonly FieldFault[] | undefined
}

export function AddThingPage(props: AddThingPageProps) {
  const { account, demo, read, to, back, title, fields, entered, errors } = props
  const { draft, edition } = read
  return (
    <DraftLayout
      {...{ account, demo, draft, errors, title }}
      back={{ href: paths.draftList(draft.id, back), text: nameOfList(back) }}
    >
      <OwnForm action={paths.addToDraft(draft.id, to)} csrfToken={account.csrfToken}>
        <ThingFields {...{ fields, entered, edition, errors }} />
        <Button text="Add it" preventDoubleClick />
      </OwnForm>
    </DraftLayout>
  )
}
