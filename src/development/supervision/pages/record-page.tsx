/** One's own record of supervision, to print or take along. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Table } from '../../../ui/table.tsx'
import { activityWords, type CpdLine, sumByConfirmed } from '../model/cpd-record.ts'
import { formatMinutes } from '../model/session.ts'

interface RecordPageProps extends OwnPageProps {
  readonly lines: readonly CpdLine[]
}

const standards =
  'https://www.hcpc-uk.org/standards/standards-of-continuing-professional-development/'

export function RecordPage({ account, demo, lines }: RecordPageProps) {
  const { confirmed, notYet } = sumByConfirmed(lines)
  const title = 'My hours of supervision'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.supervision(), text: 'Supervision' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {lines.length === 0 ? (
        <p>Nothing yet. What you write up after a supervision is counted here.</p>
      ) : (
        <>
          <p>
            {formatMinutes(confirmed)} confirmed by both.
            {notYet > 0 && ` ${formatMinutes(notYet)} not confirmed yet.`} It names nobody but you,
            so you can show it to anybody.
          </p>
          <div class="lanyard-actions lanyard-not-printed">
            <Button text="Download it for a spreadsheet" href={paths.supervisionRecordCsv()} />
          </div>
          <Table
            responsive
            caption={{ text: `${account.name}: supervision`, size: 'm' }}
            head={['Date', 'What I did', 'How long', 'Where', 'Confirmed by both']}
            rows={lines.map(({ on, side, minutes, organisationName, confirmedByBoth }) => [
              dayInWords(on),
              activityWords[side],
              formatMinutes(minutes),
              organisationName,
              confirmedByBoth ? 'Yes' : 'Not yet',
            ])}
          />
        </>
      )}
      <h2 class="nhsuk-heading-m">If you are registered</h2>
      <p>
        The <a href={standards}>HCPC’s standards of continuing professional development</a> ask you
        to keep a continuous, up-to-date and accurate record of your activities. None of the five
        names a number of hours. What you learned and who gained by it is yours to add.
      </p>
    </OwnLayout>
  )
}
