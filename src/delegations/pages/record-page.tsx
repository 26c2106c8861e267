import { dayInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { OwnLayout, type OwnPageProps } from '../../ui/own-layout.tsx'
import type { RecordRow } from '../model/own-record.ts'
import { StateTag } from './delegation-parts.tsx'

export function RecordPage({
  account,
  demo,
  rows,
}: OwnPageProps & { readonly rows: readonly RecordRow[] }) {
  const title = 'My record of tasks'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.delegations(), text: 'Delegated tasks' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        What you were asked to do, and what you answered. It is yours: take it along, show it or
        keep it.
      </p>
      {rows.length === 0 && <p>You have not been asked to take on a task here yet.</p>}
      {rows.length > 0 && (
        <Button text="Get it as a file (CSV)" href={paths.delegationRecordFile()} />
      )}
      <ul class="nhsuk-list nhsuk-list--border">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={paths.delegation(row.id)}>{row.title}</a> <StateTag state={row.state} />
            <br />
            <span class="nhsuk-body-s">
              Asked on {dayInWords(row.askedOn)} by {row.askedBy}, {row.askedFor}.
              {row.answeredOn !== undefined && ` You answered on ${dayInWords(row.answeredOn)}.`}
              {row.endedOn !== undefined && ` It ended on ${dayInWords(row.endedOn)}.`}
            </span>
          </li>
        ))}
      </ul>
      <InsetText>
        <p>
          No pay band follows from this list, and we work none out. What a job is worth is decided
          by job evaluation, by panels of managers and staff side who are trained for it together.
          Your trade union can help you to ask for one.
        </p>
      </InsetText>
    </OwnLayout>
  )
}
