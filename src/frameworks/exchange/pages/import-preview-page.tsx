import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { Details } from '../../../ui/details.tsx'
import { type FieldFault, faultOf, OwnForm, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import type { Draft } from '../../authoring/model/draft.ts'
import { DraftLayout } from '../../authoring/pages/draft-layout.tsx'
import { changesNothing, type ImportChanges } from '../model/describe-import.ts'

interface ImportPreviewPageProps extends OwnPageProps {
  readonly draft: Draft
  readonly file: string
  readonly changes: ImportChanges
  /** Somebody changed the draft between looking and saying yes. */
  readonly isOvertaken: boolean
  readonly errors?: readonly FieldFault[] | undefined
}

/** More than anybody reads on one page. */
const most = 200

export function ImportPreviewPage(props: ImportPreviewPageProps) {
  const { draft, changes, isOvertaken, account, demo, errors } = props
  const { added, changed, takenOut, moved } = changes
  const title = 'What this file would change'
  return (
    <DraftLayout
      {...{ account, demo, title, draft, errors }}
      back={{ href: paths.draftFiles(draft.id), text: 'Files of this draft' }}
    >
      {isOvertaken && (
        <WarningCallout heading="The draft has changed">
          <p>Somebody changed it while you looked. Nothing was taken in. Look again below.</p>
        </WarningCallout>
      )}
      {changesNothing(changes) ? (
        <p>Nothing: the file says what the draft says.</p>
      ) : (
        <>
          <p>Nothing has changed yet.</p>
          <SummaryList
            rows={[
              { key: 'Added', value: String(added.length) },
              { key: 'Changed', value: String(changed.length) },
              { key: 'Taken out', value: String(takenOut.length) },
              { key: 'Only moved in their list', value: String(moved) },
            ]}
          />
          <Named title="Taken out" things={takenOut} />
          <Named title="Added" things={added} />
          <Changed changed={changed} />
          <Decide {...props} />
        </>
      )}
    </DraftLayout>
  )
}

function Decide({ draft, file, account, changes, errors }: ImportPreviewPageProps) {
  const { csrfToken } = account
  const { length } = changes.takenOut
  const things = `${length} ${length === 1 ? 'thing' : 'things'}`
  return (
    <>
      <OwnForm action={paths.acceptImport(draft.id, file)} csrfToken={csrfToken}>
        <input type="hidden" name="revision" value={draft.revision} />
        {length > 0 && (
          <>
            <WarningCallout heading="This takes words out of the draft">
              <p>
                The file leaves out {things} that the draft has. If you take it in, they are taken
                out of the draft.
              </p>
            </WarningCallout>
            <Checkboxes
              name="takeOut"
              idPrefix="takeOut"
              fieldset={{ legend: { text: 'Is that what you want?', size: 's' } }}
              errorMessage={faultOf(errors, 'takeOut')}
              items={[{ value: 'yes', text: `Yes, take ${things} out of the draft` }]}
            />
          </>
        )}
        <Button text="Take these changes into the draft" preventDoubleClick />
      </OwnForm>
      <OwnForm action={paths.dropImport(draft.id, file)} csrfToken={csrfToken}>
        <Button text="Put the file away" variant="secondary" />
      </OwnForm>
    </>
  )
}

function Named({
  title,
  things,
}: {
  readonly title: string
  readonly things: ImportChanges['added']
}) {
  if (things.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">{title}</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {things.slice(0, most).map(({ name, words }) => (
          <li key={name}>
            <strong>{name}:</strong> {words}
          </li>
        ))}
      </ul>
      <More count={things.length} />
    </>
  )
}

function Changed({ changed }: Pick<ImportChanges, 'changed'>) {
  if (changed.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Changed</h2>
      {changed.slice(0, most).map(({ name, fields }) => (
        <Details key={name} summary={name} open={changed.length <= 20}>
          {fields.map(({ field, before, after }) => (
            <div key={field}>
              <h3 class="nhsuk-heading-xs">{field.charAt(0).toUpperCase() + field.slice(1)}</h3>
              <p>
                <strong>Now:</strong> {before === '' ? 'nothing' : <del>{before}</del>}
              </p>
              <p>
                <strong>In the file:</strong> {after === '' ? 'nothing' : <ins>{after}</ins>}
              </p>
            </div>
          ))}
        </Details>
      ))}
      <More count={changed.length} />
    </>
  )
}

function More({ count }: { readonly count: number }) {
  return count > most ? <p>And {count - most} more.</p> : null
}
