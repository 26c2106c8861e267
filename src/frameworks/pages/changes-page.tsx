import type { ListedChange } from '../model/list-changes.ts'
import { EditionLayout, type EditionPageProps } from './edition-layout.tsx'

interface ChangesPageProps extends EditionPageProps {
  readonly from: string
  readonly changes: readonly ListedChange[]
}

export function ChangesPage({ stored, from, changes }: ChangesPageProps) {
  return (
    <EditionLayout stored={stored} title={`Changes since ${from}`} trail={[]} wide>
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">
          {from} to {stored.edition.version}
        </span>
        {changes.length} changes
      </h1>
      <p>
        Words taken out are struck through and marked “Before”. Words put in are marked “After”.
      </p>
      <ol class="nhsuk-list lanyard-changes">
        {changes.map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
      </ol>
    </EditionLayout>
  )
}

function ChangeRow({ change }: { readonly change: ListedChange }) {
  const { id, where, what, before, after, why, requirements, page } = change
  return (
    <li class="lanyard-changes__change" id={id}>
      <h2 class="nhsuk-heading-s">
        {id}: {where} {what}
        {page !== undefined && ` (page ${page})`}
      </h2>
      {before !== '' && (
        <p>
          <strong>Before:</strong> <del>{before}</del>
        </p>
      )}
      {after !== '' && (
        <p>
          <strong>After:</strong> <ins>{after}</ins>
        </p>
      )}
      <p class="nhsuk-hint">
        Why: {why} {requirements.length > 0 && `(${requirements.join(', ')})`}
      </p>
    </li>
  )
}
