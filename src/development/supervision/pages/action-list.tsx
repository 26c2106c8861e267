import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Tag } from '../../../ui/tag.tsx'
import type { AgreedAction } from '../model/session.ts'
import { doerWords, stateWords } from './supervision-words.ts'

/** Open ones first. A day that has passed is a day, and no fault. */
export function ActionList({
  actions,
  names,
}: {
  readonly actions: readonly AgreedAction[]
  readonly names: { readonly workerName: string; readonly supervisorName: string }
}) {
  const order = [...actions].sort((one, other) => rank(one) - rank(other))
  return (
    <ul class="nhsuk-list">
      {order.map((action) => (
        <li key={action.id} class="nhsuk-u-margin-bottom-4">
          <a href={paths.agreedAction(action.id)}>{action.words}</a>
          <br />
          {doerWords(action.doer, names)}
          {action.dueOn && `, by ${dayInWords(action.dueOn)}`}{' '}
          <Tag
            text={stateWords[action.state]}
            colour={action.state === 'done' ? 'green' : action.state === 'open' ? 'blue' : 'grey'}
          />
        </li>
      ))}
    </ul>
  )
}

function rank({ state }: AgreedAction): number {
  return state === 'open' ? 0 : 1
}
