import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Employer } from '../../memberships/people-store.ts'
import type { Batch } from '../model/batch.ts'
import { isInvited, type JudgedRow, type RowOutcome, rowOutcomes } from '../model/judge-rows.ts'

interface BatchPageProps extends OwnPageProps {
  readonly employer: Employer
  readonly batch: Batch
  readonly counts: Readonly<Record<RowOutcome, number>>
  /** Those of one page, and of one outcome if one is chosen. */
  readonly rows: readonly JudgedRow[]
  readonly show?: RowOutcome | undefined
  readonly page: number
  readonly pages: number
}

export const outcomeWords: Readonly<Record<RowOutcome, string>> = {
  invite: 'Will be invited by e-mail',
  print: 'Will get a printed code',
  'works-here': 'Works here already',
  'already-invited': 'Invited already',
  error: 'To be put right',
}

/** Every row with what will become of it. Nothing is sent yet. */
export function BatchPreviewPage(props: BatchPageProps) {
  const { employer, counts, account, demo } = props
  const title = 'Look at the rows'
  const inviting = counts.invite + counts.print
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.inviteMany(employer.slug), text: 'Use another file' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{employer.name}</span>
        {title}
      </h1>
      <p>Nothing is sent yet.</p>
      <Counts {...props} />
      <Start {...props} inviting={inviting} />
      {inviting < totalOf(counts) && <NotInvited {...props} />}
      <h2 class="nhsuk-heading-m" id="rows">
        {props.show === undefined ? 'All rows' : outcomeWords[props.show]}
      </h2>
      <Rows {...props} />
      <Pages {...props} />
    </OwnLayout>
  )
}

function totalOf(counts: BatchPageProps['counts']): number {
  return rowOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
}

function Counts({ employer, batch, counts, show }: BatchPageProps) {
  return (
    <ul>
      {rowOutcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <li key={outcome}>
            <a href={`${paths.inviteBatch(employer.slug, batch.id, { show: outcome })}#rows`}>
              {outcomeWords[outcome]}
            </a>
            : {counts[outcome].toLocaleString('en-GB')}
          </li>
        ))}
      {show !== undefined && (
        <li>
          <a href={`${paths.inviteBatch(employer.slug, batch.id)}#rows`}>Show all rows</a>
        </li>
      )}
    </ul>
  )
}

function Start({
  employer,
  batch,
  account,
  inviting,
}: BatchPageProps & { readonly inviting: number }) {
  if (inviting === 0) {
    return (
      <p>
        <strong>Nobody would be invited.</strong> Put the rows right in your file, then{' '}
        <a href={paths.inviteMany(employer.slug)}>use it again</a>.
      </p>
    )
  }
  const people = inviting === 1 ? '1 person' : `${inviting.toLocaleString('en-GB')} people`
  return (
    <OwnForm action={paths.startBatch(employer.slug, batch.id)} csrfToken={account.csrfToken}>
      <Button text={`Invite ${people}`} preventDoubleClick />
    </OwnForm>
  )
}

function NotInvited({ employer, batch }: BatchPageProps) {
  return (
    <p>
      <a href={paths.inviteBatchErrors(employer.slug, batch.id)} download>
        Download the rows that are not invited (CSV)
      </a>
      , with what to do. Put them right there, and use that file next.
    </p>
  )
}

function Rows({ rows }: BatchPageProps) {
  return (
    <Table
      responsive
      head={['Row', 'Name', 'E-mail', 'What will happen']}
      rows={rows.map((judged) => [
        String(judged.row.number),
        judged.row.name,
        { children: <span class="lanyard-breaks">{judged.row.email}</span> },
        { children: <Outcome judged={judged} /> },
      ])}
    />
  )
}

function Outcome({ judged }: { readonly judged: JudgedRow }) {
  const { outcome, problems } = judged
  return (
    <>
      {isInvited(judged) ? outcomeWords[outcome] : <strong>{outcomeWords[outcome]}</strong>}
      {problems.map((problem) => (
        <div key={problem}>{problem}.</div>
      ))}
    </>
  )
}

function Pages({ employer, batch, show, page, pages }: BatchPageProps) {
  if (pages < 2) return null
  const at = (number: number) =>
    `${paths.inviteBatch(employer.slug, batch.id, { show, page: String(number) })}#rows`
  return (
    <Pagination
      ariaLabel="Pages of rows"
      previous={page > 1 ? { href: at(page - 1), label: `${page - 1} of ${pages}` } : undefined}
      next={page < pages ? { href: at(page + 1), label: `${page + 1} of ${pages}` } : undefined}
    />
  )
}
