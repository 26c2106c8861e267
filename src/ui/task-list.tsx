import { type Attributes, classNames } from './attributes.ts'
import { Heading, type HeadingOptions } from './heading.tsx'
import { Tag, type TagProps } from './tag.tsx'
import { type Option, optionsOf, saidBy, type Wording, wordingOf } from './wording.ts'

interface Status extends Wording {
  readonly tag?: TagProps | undefined
  readonly classes?: string | undefined
}

export interface Task {
  readonly heading: Option<HeadingOptions>
  readonly hint?: Option<Wording> | undefined
  readonly status: Option<Status>
  readonly href?: string | undefined
  readonly classes?: string | undefined
}

interface TaskListProps {
  readonly items: readonly Task[]
  readonly idPrefix?: string | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

function TaskRow({ task, id }: { task: Task; id: string }) {
  const heading = optionsOf(task.heading)
  const hint = saidBy(task.hint)
  const status = optionsOf(task.status)
  const describedBy = classNames(hint && `${id}-hint`, `${id}-status`)
  return (
    <li
      class={classNames(
        'nhsuk-task-list__item',
        task.href && 'nhsuk-task-list__item--with-link',
        task.classes,
      )}
    >
      <div class="nhsuk-task-list__name-and-hint">
        <Heading
          {...heading}
          className={task.href ? 'nhsuk-task-list__link' : ''}
          classes={classNames(task.href && 'nhsuk-link', heading.classes)}
          attributes={{
            href: task.href,
            'aria-describedby': task.href && describedBy,
            ...heading.attributes,
          }}
          element={task.href ? 'a' : 'div'}
        />
        {hint && (
          <div class="nhsuk-task-list__hint" id={`${id}-hint`}>
            {wordingOf(hint)}
          </div>
        )}
      </div>
      <div class={classNames('nhsuk-task-list__status', status.classes)} id={`${id}-status`}>
        {status.tag ? <Tag {...status.tag} /> : wordingOf(status)}
      </div>
    </li>
  )
}

export function TaskList(props: TaskListProps) {
  const prefix = props.idPrefix ?? 'task-list'
  return (
    <ul class={classNames('nhsuk-task-list', props.classes)} id={props.id} {...props.attributes}>
      {props.items.map((task, index) => (
        <TaskRow key={`${prefix}-${index + 1}`} task={task} id={`${prefix}-${index + 1}`} />
      ))}
    </ul>
  )
}
