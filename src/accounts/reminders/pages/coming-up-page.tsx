import type { DueDate } from '../../../due-date.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'

export function ComingUpPage({
  account,
  demo,
  dates,
}: OwnPageProps & { readonly dates: readonly DueDate[] }) {
  const title = 'What comes up'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.account(), text: 'Your account' }}
      notInMenu
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {dates.length === 0 ? <Nothing /> : <Dates dates={dates} />}
      <p>
        <a href={paths.reminders()}>Choose if a letter reminds you</a>
      </p>
    </OwnLayout>
  )
}

function Nothing() {
  return (
    <p>
      Nothing has a date now. When a sign-off gets a review date, or you agree a meeting, it stands
      here.
    </p>
  )
}

function Dates({ dates }: { readonly dates: readonly DueDate[] }) {
  return (
    <>
      <p>Everything of yours that has a date. A date that passes takes nothing away from you.</p>
      <ul class="nhsuk-list nhsuk-list--border">
        {dates.map(({ id, on, words, path }) => (
          <li key={id}>
            {dayInWords(on)}
            <br />
            <a href={path}>{words}</a>
          </li>
        ))}
      </ul>
      <h2 class="nhsuk-heading-m">In your own calendar</h2>
      <p>
        Open this file on your phone or computer, and your calendar adds the dates. Do it again when
        a date has changed. It names nobody, but whoever sees your calendar can read it.
      </p>
      <Button href={paths.comingUpCalendar()} text="Get the calendar file" variant="secondary" />
    </>
  )
}
