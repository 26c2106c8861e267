import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Table } from '../../../ui/table.tsx'
import { mostEntries } from '../../model/entry.ts'
import { type JudgedRow, type RowOutcome, rowOutcomes } from '../model/judge-training.ts'
import type { TrainingFile } from '../model/training-file.ts'

export interface TrainingPreviewPageProps extends OwnPageProps {
  readonly file: TrainingFile
  readonly counts: Readonly<Record<RowOutcome, number>>
  /** Those of one page, and of one outcome if one is chosen. */
  readonly rows: readonly JudgedRow[]
  readonly show?: RowOutcome | undefined
  readonly page: number
  readonly pages: number
}

const outcomeWords: Readonly<Record<RowOutcome, string>> = {
  new: 'Will be added',
  duplicate: 'There already',
  problem: 'To be put right',
  'no-room': 'No room for them',
  'not-yours': 'Somebody else’s',
}

export function TrainingPreviewPage(props: TrainingPreviewPageProps) {
  const { file, counts, show, account, demo } = props
  const title = 'Look at the rows'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.trainingColumns(file.id), text: 'Change the columns' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>Nothing is added yet.</p>
      <Counts {...props} />
      {counts['no-room'] > 0 && (
        <p>
          <strong>
            Your passport holds {mostEntries.toLocaleString('en-GB')} entries at most.
          </strong>{' '}
          There is no room for {counts['no-room'].toLocaleString('en-GB')} of these rows. Take out{' '}
          <a href={paths.entries()}>entries that you do not need</a>, or bring the rest later.
        </p>
      )}
      <Start {...props} />
      {counts.problem + counts['no-room'] > 0 && (
        <p>
          <a href={paths.trainingLeftOut(file.id)} download>
            Download the rows that are left out (CSV)
          </a>
          , with what to do. Put them right there, and bring that file next.
        </p>
      )}
      <h2 class="nhsuk-heading-m" id="rows">
        {show === undefined ? 'All rows' : outcomeWords[show]}
      </h2>
      <Rows {...props} />
      <Pages {...props} />
      <GiveUp {...props} />
    </OwnLayout>
  )
}

function Counts({ file, counts, show }: TrainingPreviewPageProps) {
  return (
    <ul>
      {rowOutcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <li key={outcome}>
            <a href={`${paths.trainingFile(file.id, { show: outcome })}#rows`}>
              {outcomeWords[outcome]}
            </a>
            : {counts[outcome].toLocaleString('en-GB')}
          </li>
        ))}
      {show !== undefined && (
        <li>
          <a href={`${paths.trainingFile(file.id)}#rows`}>Show all rows</a>
        </li>
      )}
    </ul>
  )
}

function Start({ file, counts, account }: TrainingPreviewPageProps) {
  if (counts.new === 0) {
    return (
      <p>
        <strong>Nothing would be added.</strong>{' '}
        {counts.problem > 0
          ? 'Put the rows right in your file, then '
          : 'If that is not what you expect, look at the columns, or '}
        <a href={paths.bringFile()}>use another file</a>.
      </p>
    )
  }
  const rows = counts.new === 1 ? '1 row' : `${counts.new.toLocaleString('en-GB')} rows`
  return (
    <OwnForm action={paths.importTraining(file.id)} csrfToken={account.csrfToken}>
      <p>They are added as your own word. A file is no proof to others.</p>
      <Button text={`This is my own training: add ${rows}`} preventDoubleClick />
    </OwnForm>
  )
}

function Rows({ rows }: TrainingPreviewPageProps) {
  return (
    <Table
      responsive
      head={['Row', 'Training', 'Finished', 'What will happen']}
      rows={rows.map((judged) => [
        String(judged.number),
        { children: <span class="lanyard-breaks">{hidden(judged, judged.title)}</span> },
        hidden(judged, judged.from),
        { children: <Outcome judged={judged} /> },
      ])}
    />
  )
}

/** What somebody else did is nobody's here, and not to be read either. */
function hidden({ outcome }: JudgedRow, words: string): string {
  return outcome === 'not-yours' ? 'Not shown' : words
}

function Outcome({ judged: { outcome, problems } }: { readonly judged: JudgedRow }) {
  return (
    <>
      {outcome === 'new' ? outcomeWords.new : <strong>{outcomeWords[outcome]}</strong>}
      {problems.map((problem) => (
        <div key={problem}>{problem}.</div>
      ))}
    </>
  )
}

function Pages({ file, show, page, pages }: TrainingPreviewPageProps) {
  if (pages < 2) return null
  const at = (number: number) =>
    `${paths.trainingFile(file.id, { show, page: String(number) })}#rows`
  return (
    <Pagination
      ariaLabel="Pages of rows"
      previous={page > 1 ? { href: at(page - 1), label: `${page - 1} of ${pages}` } : undefined}
      next={page < pages ? { href: at(page + 1), label: `${page + 1} of ${pages}` } : undefined}
    />
  )
}

export function GiveUp({ file, account }: Pick<TrainingPreviewPageProps, 'file' | 'account'>) {
  return (
    <OwnForm action={paths.cancelTraining(file.id)} csrfToken={account.csrfToken}>
      <Button variant="secondary" text="Stop, and forget this file" />
    </OwnForm>
  )
}
