/** What stood in one place before, and who changed it when; an earlier wording can be put back. */
import { timeInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { PastChange, StoredThing } from '../drafts-store.ts'
import type { Draft } from '../model/draft.ts'
import type { DraftThing, ThingKind } from '../model/draft-thing.ts'
import { nameOfThing } from '../model/name-thing.ts'
import { compareFields, showFields } from '../model/show-fields.ts'
import { DraftLayout } from './draft-layout.tsx'
import { above } from './thing-page.tsx'
import { TwoWordings } from './two-wordings.tsx'

interface HistoryPageProps extends OwnPageProps {
  readonly draft: Draft
  readonly mayWrite: boolean
  readonly thing: string
  readonly kind: ThingKind
  /** As it stands now; undefined once it was taken out. */
  readonly held?: StoredThing | undefined
  /** The newest first. */
  readonly changes: readonly PastChange[]
  readonly names: ReadonlyMap<string, string>
  readonly done?: string | undefined
}

export function HistoryPage(props: HistoryPageProps) {
  const { account, demo, draft, thing, changes, held, done } = props
  return (
    <DraftLayout
      {...{ account, demo, draft, done }}
      title={`What stood here before: ${nameOfThing(thing)}`}
      back={
        held === undefined
          ? above(draft.id, thing)
          : { href: paths.draftThing(draft.id, thing), text: nameOfThing(thing) }
      }
    >
      {held === undefined && <p>It was taken out, and does not stand in the draft now.</p>}
      {changes.length === 0 && <p>It has not been changed since the draft began.</p>}
      {changes.map((change, at) => (
        <PastChangeCard key={change.number} {...{ ...props, change, after: afterOf(props, at) }} />
      ))}
    </DraftLayout>
  )
}

const actNames = {
  added: 'Added',
  changed: 'Changed',
  moved: 'Moved',
  'taken-out': 'Taken out',
} as const

/** What came of a change: what the next one found, or what stands there now. */
function afterOf({ changes, held }: HistoryPageProps, at: number): DraftThing['value'] | undefined {
  return at === 0 ? held?.value : changes[at - 1]?.before
}

interface PastChangeProps extends HistoryPageProps {
  readonly change: PastChange
  readonly after: DraftThing['value'] | undefined
}

function PastChangeCard({ account, draft, kind, change, after, names, ...rest }: PastChangeProps) {
  const { act, before, by, at, number } = change
  const csrfToken = account.csrfToken
  const differs =
    before !== undefined && after !== undefined ? compareFields(kind, before, after) : []
  return (
    <section>
      <h2 class="nhsuk-heading-s">
        {actNames[act]} by {names.get(by) ?? 'somebody who has left'}, {timeInWords(at)}
      </h2>
      {differs.map(({ label, before, now }) => (
        <div key={label}>
          <p class="nhsuk-u-margin-bottom-1">
            <strong>{label}</strong>
          </p>
          <TwoWordings before={before} now={now} />
        </div>
      ))}
      {act === 'taken-out' && before !== undefined && (
        <p class="lanyard-marked">{showFields(kind, before)[0]?.words}</p>
      )}
      {rest.mayWrite && act === 'changed' && differs.length > 0 && rest.held !== undefined && (
        <OwnForm action={paths.putBackInDraft(draft.id)} csrfToken={csrfToken}>
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="of" value={rest.thing} />
          <Button
            variant="secondary"
            small
            preventDoubleClick
            children={
              <>
                Put back what stood before
                <span class="nhsuk-u-visually-hidden"> this change, {timeInWords(at)}</span>
              </>
            }
          />
        </OwnForm>
      )}
      {rest.mayWrite && act !== 'changed' && change === rest.changes[0] && (
        <OwnForm action={paths.undoInDraft(draft.id)} csrfToken={csrfToken}>
          <input type="hidden" name="number" value={number} />
          <Button text="Undo this" variant="secondary" small preventDoubleClick />
        </OwnForm>
      )}
    </section>
  )
}
