import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../ui/own-layout.tsx'
import { Radios } from '../../ui/radios.tsx'

export interface HandOverPageProps extends OwnPageProps {
  readonly id: string
  readonly task: { readonly title: string; readonly worker: string }
  readonly others: readonly { readonly id: string; readonly name: string }[]
  readonly errors?: readonly FieldFault[] | undefined
}

export function HandOverPage({ account, demo, id, task, others, errors }: HandOverPageProps) {
  const title = 'Hand over to another registrant'
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      back={{ href: paths.delegations(), text: 'Delegated tasks' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {task.title}, {task.worker}
        </span>
        {title}
      </h1>
      <p>
        They are asked, and can say no. If they take it over, it is paused until the worker says yes
        to them, and they have looked at it and say that it goes on.
      </p>
      {others.length === 0 ? (
        <p>
          Nobody else delegates where you work now. A manager can give somebody the permission to
          delegate tasks.
        </p>
      ) : (
        <OwnForm action={paths.handOverDelegation(id)} csrfToken={account.csrfToken}>
          <Radios
            name="to"
            fieldset={{ legend: { text: 'Who do you want to ask?', size: 'm' } }}
            errorMessage={faultOf(errors, 'to')}
            items={others.map(({ id: value, name: text }) => ({ value, text }))}
          />
          <Button text="Ask them" preventDoubleClick />
        </OwnForm>
      )}
    </OwnLayout>
  )
}
