import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Select } from '../../../ui/select.tsx'
import { Table } from '../../../ui/table.tsx'
import type { ColumnsEntered } from '../model/entered.ts'
import { columnNames, columns, requiredColumns, type TrainingFile } from '../model/training-file.ts'

interface TrainingColumnsPageProps extends OwnPageProps {
  readonly file: TrainingFile
  readonly entered: ColumnsEntered
  /** The dates can be read in two ways. */
  readonly asksOrder: boolean
  readonly errors?: readonly FieldFault[] | undefined
}

/** Which column is which: guessed, and put right here. */
export function TrainingColumnsPage(props: TrainingColumnsPageProps) {
  const { file, entered, asksOrder, errors, account, demo } = props
  const title = 'Which column is which?'
  const offered = file.head.map((text, index) => ({ value: String(index), text }))
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      back={{ href: paths.bringFile(), text: 'Use another file' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>We guessed from the names of your columns. Change what is wrong.</p>
      <FirstRows file={file} />
      <OwnForm action={paths.trainingColumns(file.id)} csrfToken={account.csrfToken}>
        {columns.map((column) => (
          <Select
            key={column}
            name={column}
            id={column}
            label={{ text: labelOf(column), size: 's' }}
            errorMessage={faultOf(errors, column)}
            items={[{ value: '', text: 'No column' }, ...offered]}
            value={entered.places[column]}
          />
        ))}
        {asksOrder && (
          <Radios
            name="dayOrder"
            idPrefix="dayOrder"
            fieldset={{ legend: { text: 'How are the dates written?', size: 's' } }}
            hint="Your dates can be read in two ways, like 3/4/2026."
            errorMessage={faultOf(errors, 'dayOrder')}
            value={entered.dayOrder}
            items={[
              { value: 'day-first', text: 'The day first: 3/4/2026 is 3 April' },
              { value: 'month-first', text: 'The month first: 3/4/2026 is 4 March' },
            ]}
          />
        )}
        <Button text="Look at the rows" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}

function labelOf(column: (typeof columns)[number]): string {
  const name = columnNames[column]
  return requiredColumns.includes(column) ? name : `${name} (optional)`
}

const firstRows = 2

/** So that nobody has to open the file again to know what stands where. */
function FirstRows({ file }: { readonly file: TrainingFile }) {
  const rows = (file.rows ?? []).slice(0, firstRows)
  return (
    <Table
      responsive
      caption={{ text: 'The first rows of your file', size: 's' }}
      head={file.head.map((text) => ({ text }))}
      rows={rows.map(({ cells }) =>
        file.head.map((_, index) => ({
          children: <span class="lanyard-breaks">{(cells[index] ?? '').slice(0, 80)}</span>,
        })),
      )}
    />
  )
}
