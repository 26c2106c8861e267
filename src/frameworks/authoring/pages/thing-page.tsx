import { paths } from '../../../paths.ts'
import type { FieldFault, OwnPageProps } from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { StoredThing } from '../drafts-store.ts'
import { listOfThing, type ThingKind } from '../model/draft-thing.ts'
import type { Entered } from '../model/entered-thing.ts'
import { isFixedKind, nameOfList, titleOfThing } from '../model/name-thing.ts'
import { showFields } from '../model/show-fields.ts'
import { thingFields } from '../model/thing-fields.ts'
import type { DraftRead } from '../read-draft.ts'
import { DraftLayout, toDraft } from './draft-layout.tsx'
import { ThingFields } from './thing-fields.tsx'
import { ThingForm } from './thing-form.tsx'

interface ThingPageProps extends OwnPageProps {
  readonly read: DraftRead
  readonly kind: ThingKind
  readonly held: StoredThing
  readonly revision: number
  readonly entered: Entered
  readonly errors?: readonly FieldFault[] | undefined
  readonly done?: string | undefined
}

/** One thing by itself. */
export function ThingPage(props: ThingPageProps) {
  const { account, demo, read, kind, held, errors, done } = props
  const { draft, edition, mayWrite } = read
  return (
    <DraftLayout
      {...{ account, demo, draft, errors, done }}
      title={titleOfThing(held)}
      back={above(draft.id, held.thing)}
    >
      {mayWrite ? (
        <ThingForm
          {...{ draft: draft.id, thing: held.thing, revision: props.revision }}
          csrfToken={account.csrfToken}
        >
          <ThingFields
            {...{ fields: thingFields[kind], entered: props.entered, edition, errors }}
          />
        </ThingForm>
      ) : (
        <SummaryList
          rows={showFields(kind, held.value).map(({ label, words }) => ({
            ...{ key: label, value: words || 'Nothing' },
          }))}
        />
      )}
      <ThingLinks draft={draft.id} {...{ kind, thing: held.thing, mayWrite }} />
    </DraftLayout>
  )
}

export function ThingLinks({
  draft,
  thing,
  kind,
  mayWrite,
}: {
  readonly draft: string
  readonly thing: string
  readonly kind: ThingKind
  readonly mayWrite: boolean
}) {
  const isNumbered = kind === 'section' || kind === 'statement'
  return (
    <ul class="nhsuk-list">
      <li>
        <a href={paths.draftHistory(draft, thing)}>What stood here before</a>
      </li>
      {mayWrite && isNumbered && (
        <li>
          <a href={paths.renumberInDraft(draft, thing)}>
            {kind === 'section' ? 'Give it another number' : 'Move it to another section'}
          </a>
        </li>
      )}
      {mayWrite && !isFixedKind(kind) && (
        <li>
          <a href={paths.takeOutOfDraft(draft, thing)}>Take it out</a>
        </li>
      )}
    </ul>
  )
}

/** The page of the list that it stands in. */
export function above(draft: string, thing: string) {
  const list = listOfThing(thing)
  if (list === 'edition') return toDraft({ id: draft })
  return { href: paths.draftList(draft, list), text: nameOfList(list) }
}
