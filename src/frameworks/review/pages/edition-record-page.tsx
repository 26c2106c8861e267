/** How an edition was made: for everybody, and without the names of people. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { StoredEdition } from '../../frameworks-store.ts'
import { EditionLayout } from '../../pages/edition-layout.tsx'
import { checkName } from '../model/finding-words.ts'
import type { EditionRecord } from '../publications-store.ts'

interface EditionRecordPageProps {
  readonly stored: StoredEdition
  readonly record?: EditionRecord | undefined
  readonly placeName: (thing: string) => string
}

export function EditionRecordPage({ stored, record, placeName }: EditionRecordPageProps) {
  const title = 'How this edition was made'
  return (
    <EditionLayout stored={stored} title={title} trail={[]}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      {record === undefined ? (
        <p>
          It came with Lanyard itself and was not reviewed here, so nothing about its review is
          kept.
        </p>
      ) : (
        <Made {...{ record, placeName }} />
      )}
    </EditionLayout>
  )
}

function Made({ record, placeName }: { record: EditionRecord; placeName: (at: string) => string }) {
  const { publishedOn, notice, approvals, rounds, waivers } = record
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Published on', value: dayInWords(publishedOn) },
          { key: 'What is new', value: notice },
          { key: 'Rounds of review', value: String(rounds) },
          { key: 'Stewards who approved it', value: String(approvals) },
        ]}
      />
      <h2 class="nhsuk-heading-m">What checks found and a steward let stand</h2>
      {waivers.length === 0 && <p>Nothing.</p>}
      {waivers.map(({ code, target, quote, reason, waivedOn }) => (
        <SummaryList
          key={`${code} ${target} ${quote}`}
          rows={[
            { key: 'Where', value: placeName(target) },
            { key: 'Check', value: checkName(code) },
            ...(quote === '' ? [] : [{ key: 'Words', value: `“${quote}”` }]),
            { key: 'Why it stands', value: reason },
            { key: 'Since', value: dayInWords(waivedOn) },
          ]}
        />
      ))}
    </>
  )
}
