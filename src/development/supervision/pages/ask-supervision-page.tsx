/** A worker asks a colleague. */
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Select } from '../../../ui/select.tsx'
import type { ColleagueAt } from '../supervising-store.ts'

interface AskSupervisionProps extends OwnPageProps {
  readonly id: string
  readonly colleagues: readonly (ColleagueAt & { readonly key: string })[]
  readonly errors?: readonly FieldFault[] | undefined
}

export function AskSupervisionPage({ account, demo, id, colleagues, errors }: AskSupervisionProps) {
  const title = 'Who do you want to supervise you?'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{ href: paths.supervision(), text: 'Supervision' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {colleagues.length === 0 ? (
        <p>
          Nobody where you work is set up to supervise yet. Ask your manager: they can name
          somebody.
        </p>
      ) : (
        <OwnForm action={paths.askToSupervise()} csrfToken={account.csrfToken}>
          <input type="hidden" name="id" value={id} />
          <Select
            name="colleague"
            label={{ text: 'A colleague', size: 's' }}
            hint="Two supervisors at once is normal, for example one for your profession and one on your ward."
            errorMessage={faultOf(errors, 'colleague')}
            items={[
              { value: '', text: 'Choose a colleague' },
              ...colleagues.map(({ key, name, jobTitle }) => ({
                value: key,
                text: `${name}, ${jobTitle}`,
              })),
            ]}
          />
          <p>They get a letter. When they say yes, you can plan when you meet.</p>
          <Button text="Ask" preventDoubleClick />
        </OwnForm>
      )}
    </OwnLayout>
  )
}
