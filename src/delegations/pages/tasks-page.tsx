import { type Edition, editionRef, type LevelSlug } from '../../frameworks/model/framework.ts'
import { dayInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Input } from '../../ui/input.tsx'
import { OwnLayout, type OwnPageProps } from '../../ui/own-layout.tsx'
import { Select } from '../../ui/select.tsx'
import type { OfferedTask } from '../model/task.ts'
import { AboutCarers } from './delegations-page.tsx'

export interface TasksPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly level: LevelSlug
  readonly tasks: readonly OfferedTask[]
  readonly searched: { readonly words: string; readonly profession: string }
}

export function TasksPage(props: TasksPageProps) {
  const { account, demo, tasks } = props
  const title = 'Tasks that can be delegated'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.delegations(), text: 'Delegated tasks' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Pick a task to see where you stand and what would help. Whether you are asked is a
        registered professional’s decision, and whether you do it is yours.
      </p>
      <Search {...props} />
      {tasks.length === 0 && <p>No task fits. Try fewer words, or every profession.</p>}
      {tasks.map((task) => (
        <Task key={task.key} {...props} task={task} />
      ))}
      <p>
        The list is a start, and not what your employer allows. Your organisation’s own rules come
        first.
      </p>
      <AboutCarers />
    </OwnLayout>
  )
}

function Search({ edition, level, searched }: TasksPageProps) {
  return (
    <form action={paths.delegationTasks()}>
      <Input
        name="words"
        id="words"
        label={{ text: 'Word in the task', size: 's' }}
        value={searched.words}
      />
      <Select
        name="profession"
        id="profession"
        label={{ text: 'Profession that asks', size: 's' }}
        value={searched.profession}
        items={[
          { value: '', text: 'Every profession' },
          ...edition.roles.map(({ profession: value, name: text }) => ({ value, text })),
        ]}
      />
      <Select
        name="level"
        id="level"
        label={{ text: 'Level', size: 's' }}
        value={level}
        items={edition.levels.map(({ slug: value, name: text }) => ({ value, text }))}
      />
      <Button text="Look" variant="secondary" />
    </form>
  )
}

function Task({ edition, level, task }: TasksPageProps & { readonly task: OfferedTask }) {
  return (
    <section>
      <h2 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">
        <a href={paths.mayIBeAsked(task.key, level)}>{task.title}</a>
      </h2>
      <p class="nhsuk-u-margin-bottom-1">{task.about}</p>
      <p class="nhsuk-body-s">
        {task.endsOn !== undefined && `Your organisation’s own, until ${dayInWords(task.endsOn)}. `}
        Rests on{' '}
        {task.codes.map((code, place) => (
          <>
            {place > 0 && ', '}
            <a key={code} href={paths.statement(editionRef(edition), code)}>
              {code}
            </a>
          </>
        ))}
      </p>
    </section>
  )
}
