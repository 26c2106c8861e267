import type { Membership } from '../../accounts/model/account.ts'
import { dayInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { atFirstPart, DayQuestion } from '../../ui/day-question.tsx'
import { Input } from '../../ui/input.tsx'
import {
  ConfirmNoPatient,
  DoneBanner,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../ui/own-layout.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import type { LocalTaskEntered } from '../model/entered.ts'
import { isLive, type LocalTask } from '../model/task.ts'

export interface LocalTasksPageProps extends OwnPageProps {
  readonly tasks: readonly LocalTask[]
  readonly places: readonly Membership[]
  readonly entered: LocalTaskEntered
  readonly errors?: readonly FieldFault[] | undefined
  readonly today: string
  readonly done: string
}

export function LocalTasksPage(props: LocalTasksPageProps) {
  const { account, demo, tasks, errors, done } = props
  const title = 'Tasks of our own'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      errors={atFirstPart(errors, ['ends'])}
      back={{ href: paths.delegations(), text: 'Delegated tasks' }}
    >
      {done === 'added' && <DoneBanner title="Done" words="It is offered to those who delegate." />}
      {done === 'taken-out' && (
        <DoneBanner title="Done" words="It is no longer offered. What was asked stays." />
      )}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Tasks that your organisation adds to{' '}
        <a href={paths.delegationTasks({ profession: '' })}>those for everybody</a>. Each has a last
        day, so that somebody looks at it again.
      </p>
      {tasks.length === 0 && <p>There are none yet.</p>}
      {tasks.map((task) => (
        <Listed key={task.id} {...props} task={task} />
      ))}
      <AddTask {...props} />
    </OwnLayout>
  )
}

function Listed({ account, task, today }: LocalTasksPageProps & { readonly task: LocalTask }) {
  const until = dayInWords(task.endsOn)
  return (
    <section>
      <h2 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">{task.title}</h2>
      <p class="nhsuk-u-margin-bottom-1">{task.about}</p>
      <p class="nhsuk-body-s">
        Rests on {task.codes.join(', ')}.{' '}
        {isLive(task, today)
          ? `Offered until ${until}.`
          : `Not offered any more: its last day was ${until}.`}
      </p>
      <OwnForm action={paths.takeOutLocalTask(task.id)} csrfToken={account.csrfToken}>
        <Button text={`Take out ${task.title}`} variant="secondary" />
      </OwnForm>
    </section>
  )
}

function AddTask({ account, places, entered, errors }: LocalTasksPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Add a task</h2>
      <OwnForm action={paths.localTasks()} csrfToken={account.csrfToken}>
        <input type="hidden" name="id" value={entered.id} />
        {places.length > 1 ? (
          <Select
            name="organisation"
            id="organisation"
            label={{ text: 'For which organisation?', size: 's' }}
            value={entered.organisation}
            items={places.map(({ organisation: value, organisationName: text }) => ({
              value,
              text,
            }))}
          />
        ) : (
          <input type="hidden" name="organisation" value={entered.organisation} />
        )}
        <Input
          name="title"
          id="title"
          label={{ text: 'What is it called?', size: 's' }}
          value={entered.title}
          errorMessage={faultOf(errors, 'title')}
        />
        <Textarea
          name="about"
          id="about"
          rows={3}
          label={{ text: 'What is it?', size: 's' }}
          hint={`${noPatients} What is about one person belongs in the care record.`}
          value={entered.about}
          errorMessage={faultOf(errors, 'about')}
        />
        <Textarea
          name="codes"
          id="codes"
          rows={3}
          label={{ text: 'Which statements does it rest on?', size: 's' }}
          hint="Their codes, such as 3.11-entry. One on each line, twelve at most."
          value={entered.codes}
          errorMessage={faultOf(errors, 'codes')}
        />
        <DayQuestion
          field="ends"
          parts={entered.ends}
          legend="Until which day is it offered?"
          hint="A year at most."
          size="s"
          errorMessage={faultOf(errors, 'ends')}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <Button text="Add it" preventDoubleClick />
      </OwnForm>
    </>
  )
}
