import type { Edition, LevelSlug } from '../../frameworks/model/framework.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Checkboxes } from '../../ui/checkboxes.tsx'
import { type FieldFault, faultOf, OwnLayout, type OwnPageProps } from '../../ui/own-layout.tsx'
import { Select } from '../../ui/select.tsx'
import type { AskableWorker } from '../delegations-store.ts'
import type { OfferedTask } from '../model/task.ts'

export interface ChooseTasksPageProps extends OwnPageProps {
  readonly at: string
  readonly workerId: string
  readonly worker: AskableWorker
  readonly edition: Edition
  readonly level: LevelSlug
  readonly profession: string
  readonly tasks: readonly OfferedTask[]
  readonly chosen: readonly string[]
  readonly errors?: readonly FieldFault[] | undefined
}

export function ChooseTasksPage(props: ChooseTasksPageProps) {
  const { account, demo, at, workerId, worker, tasks, chosen, level, errors } = props
  const title = `What do you want to ask ${worker.name} to do?`
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      back={{ href: paths.delegate({ at }), text: 'Whom do you want to ask?' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <Narrow {...props} />
      <form action={paths.decideToDelegate(workerId)}>
        <input type="hidden" name="at" value={at} />
        <input type="hidden" name="level" value={level} />
        <Checkboxes
          name="task"
          fieldset={{ legend: { text: 'Tasks', size: 'm' } }}
          hint="They can say yes to one and no to another."
          errorMessage={faultOf(errors, 'task')}
          values={chosen}
          items={tasks.map(({ key, title, about }) => ({ value: key, text: title, hint: about }))}
        />
        <Button text="Look at where they stand" />
      </form>
    </OwnLayout>
  )
}

function Narrow({ at, workerId, edition, level, profession }: ChooseTasksPageProps) {
  return (
    <form action={paths.delegateTo(workerId)}>
      <input type="hidden" name="at" value={at} />
      <Select
        name="profession"
        id="profession"
        label={{ text: 'Your profession', size: 's' }}
        value={profession}
        items={[
          { value: '', text: 'Every profession' },
          ...edition.roles.map(({ profession: value, name: text }) => ({ value, text })),
        ]}
      />
      <Select
        name="level"
        id="level"
        label={{ text: 'At which level you ask it', size: 's' }}
        value={level}
        items={edition.levels.map(({ slug: value, name: text }) => ({ value, text }))}
      />
      <Button text="Show these tasks" variant="secondary" />
    </form>
  )
}
