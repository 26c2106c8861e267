import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import { type FieldFault, faultOf, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Draft } from '../../authoring/model/draft.ts'
import { DraftLayout, toDraft } from '../../authoring/pages/draft-layout.tsx'
import type { TermEntered } from '../model/entered.ts'
import type { listTermChanges } from '../terms-store.ts'

interface TermsPageProps extends OwnPageProps {
  readonly draft: Draft
  readonly may: boolean
  readonly changes: Awaited<ReturnType<typeof listTermChanges>>
  readonly names: ReadonlyMap<string, string>
  readonly entered: TermEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function TermsPage(props: TermsPageProps) {
  const { account, demo, errors, draft, may, changes } = props
  const title = 'Change a term everywhere'
  return (
    <DraftLayout {...{ account, demo, errors, title, draft }} back={toDraft(draft)}>
      {may ? (
        <Begin {...props} />
      ) : (
        <p>You read this draft. Somebody who writes it can change a term here.</p>
      )}
      <h2 class="nhsuk-heading-m">Terms changed in this draft</h2>
      {changes.length === 0 ? <p>None yet.</p> : <History {...props} />}
    </DraftLayout>
  )
}

function Begin({ draft, entered, errors }: TermsPageProps) {
  return (
    <>
      <p>
        We find every place where the old term stands: in statements, titles, the summary, examples
        and the glossary. You see each one in its sentence and decide. Codes never change, and until
        the draft is published you can put everything back.
      </p>
      <form method="get" action={paths.termForms(draft.id)} novalidate>
        <Input
          name="old"
          label={{ text: 'Old term', size: 's' }}
          hint="In the singular and without capitals, such as competency."
          width={20}
          value={entered.old}
          errorMessage={faultOf(errors, 'old')}
        />
        <Input
          name="new"
          label={{ text: 'New term', size: 's' }}
          hint="In the same form, such as capability."
          width={20}
          value={entered.new}
          errorMessage={faultOf(errors, 'new')}
        />
        <Button text="Continue" />
      </form>
    </>
  )
}

function History({ draft, changes, names }: TermsPageProps) {
  return (
    <ul class="lanyard-contents-list">
      {changes.map(({ id, words, changed, kept, by, at, putBack }) => (
        <li key={id}>
          <a href={paths.termChange(draft.id, id)}>
            {words[0]?.before} to {words[0]?.after}
          </a>{' '}
          {putBack !== undefined && <Tag text="Put back" colour="grey" />}
          <span class="nhsuk-hint">
            {changed} changed, {kept} kept. By {names.get(by) ?? 'a steward'} on {plainDate(at)}.
          </span>
        </li>
      ))}
    </ul>
  )
}
