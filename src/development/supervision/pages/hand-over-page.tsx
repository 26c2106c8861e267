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
import type { Supervising } from '../model/supervising.ts'
import type { ColleagueAt } from '../supervising-store.ts'

interface HandOverPageProps extends OwnPageProps {
  readonly supervising: Supervising
  readonly id: string
  readonly colleagues: readonly ColleagueAt[]
  readonly errors?: readonly FieldFault[] | undefined
}

export function HandOverPage(props: HandOverPageProps) {
  const { account, demo, supervising, id, colleagues, errors } = props
  const title = `Who takes over the supervision of ${supervising.workerName}?`
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team
      back={{ href: paths.teamSupervision(), text: 'Supervision' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <ul>
        <li>The colleague gets a letter and says yes or no.</li>
        <li>{supervising.workerName} is told now, and may object.</li>
        <li>
          If you choose yourself, {supervising.workerName} is asked. It begins when they say yes.
        </li>
        <li>Open actions go along. Notes do not, unless {supervising.workerName} opens them.</li>
      </ul>
      {colleagues.length === 0 ? (
        <p>Nobody else here is set up to supervise. Whoever manages people can change that.</p>
      ) : (
        <OwnForm action={paths.handOverSupervising(supervising.id)} csrfToken={account.csrfToken}>
          <input type="hidden" name="id" value={id} />
          <Select
            name="colleague"
            label={{ text: 'A colleague', size: 's' }}
            errorMessage={faultOf(errors, 'colleague')}
            items={[
              { value: '', text: 'Choose a colleague' },
              ...colleagues.map((one) => ({ value: one.id, text: `${one.name}, ${one.jobTitle}` })),
            ]}
          />
          <Button text="Ask them to take over" preventDoubleClick />
        </OwnForm>
      )}
    </OwnLayout>
  )
}
