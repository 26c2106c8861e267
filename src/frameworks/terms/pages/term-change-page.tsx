import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnForm, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Table } from '../../../ui/table.tsx'
import { type Draft, isOpenDraft } from '../../authoring/model/draft.ts'
import { DraftLayout } from '../../authoring/pages/draft-layout.tsx'
import { type DecidedOccurrence, keepWords } from '../model/occurrence.ts'
import type { HeldTermChange } from '../terms-store.ts'

interface TermChangePageProps extends OwnPageProps {
  readonly draft: Draft
  readonly may: boolean
  readonly change: HeldTermChange
  readonly names: ReadonlyMap<string, string>
  readonly done: string
}

export function TermChangePage(props: TermChangePageProps) {
  const { account, demo, draft, change, names, done } = props
  const { words, occurrences, by, at, putBack } = change
  const title = `"${words[0]?.before}" to "${words[0]?.after}"`
  const changed = occurrences.filter(({ decision }) => decision === 'changed')
  const kept = occurrences.filter(({ decision }) => decision === 'kept')
  return (
    <DraftLayout
      {...{ account, demo, title, draft }}
      back={{ href: paths.draftTerms(draft.id), text: 'Terms of this draft' }}
    >
      {done === 'changed' && putBack === undefined && (
        <DoneBanner title="Done" words={`Changed in ${count(changed.length, 'place')}.`} />
      )}
      {done === 'put-back' && putBack !== undefined && (
        <DoneBanner title="Done" words="The old words are back." />
      )}
      <p>
        Changed by {names.get(by) ?? 'a steward'} on {plainDate(at)}:{' '}
        {words.map(({ before, after }) => `${before} to ${after}`).join('; ')}.
      </p>
      {putBack === undefined ? <PutBack {...props} /> : <WasPutBack {...props} />}
      <Added change={change} />
      <Decided title="Changed" occurrences={changed} />
      {kept.length > 0 && <Decided title="Kept" occurrences={kept} />}
    </DraftLayout>
  )
}

function PutBack({ account, draft, change, may }: TermChangePageProps) {
  if (!may || !isOpenDraft(draft)) return null
  return (
    <OwnForm action={paths.putTermsBack(draft.id, change.id)} csrfToken={account.csrfToken}>
      <p>
        You can put the old words back until the draft is published. What somebody has edited since
        stays as they wrote it, and is listed.
      </p>
      <Button text="Put it back" variant="secondary" preventDoubleClick />
    </OwnForm>
  )
}

function WasPutBack({ change: { putBack }, names }: TermChangePageProps) {
  if (putBack === undefined) return null
  return (
    <>
      <p>
        Put back by {names.get(putBack.by) ?? 'a steward'} on {plainDate(putBack.at)}.
      </p>
      {putBack.left.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Not put back, because somebody had edited it</h2>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {putBack.left.map(({ target, words }, at) => (
              <li key={at}>
                {target}: {words}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Added({ change: { entries } }: { readonly change: HeldTermChange }) {
  if (entries.length === 0) return null
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {entries.map((entry) =>
        entry.list === 'glossary' ? (
          <li key="glossary">
            Added to the glossary: {entry.after.term}. {entry.after.meaning}
          </li>
        ) : (
          <li key="terms">
            Preferred term: {entry.after.use}, in place of {entry.after.insteadOf.join(', ')}.{' '}
            {entry.after.because}
          </li>
        ),
      )}
    </ul>
  )
}

function Decided({
  title,
  occurrences,
}: {
  readonly title: string
  readonly occurrences: readonly DecidedOccurrence[]
}) {
  return (
    <details class="nhsuk-details nhsuk-expander">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">
          {title}: {count(occurrences.length, 'place')}
        </span>
      </summary>
      <div class="nhsuk-details__text">
        <Table
          responsive
          head={['Where', 'Word', title === 'Kept' ? 'Why' : 'Now']}
          rows={occurrences.map((one) => [
            one.target,
            one.before,
            title === 'Kept' ? whyKept(one) : one.after,
          ])}
        />
      </div>
    </details>
  )
}

function whyKept({ reason, keep }: DecidedOccurrence): string {
  return reason ?? (keep === undefined ? 'No reason given' : `${keepWords[keep]} (suggested)`)
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
