/** What stands in a list, in its order: to open, move, add to. */
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import type { OwnPageProps } from '../../../ui/own-layout.tsx'
import type { StoredThing } from '../drafts-store.ts'
import { inList } from '../model/change-things.ts'
import { kindOfThing, type ThingKind } from '../model/draft-thing.ts'
import { addWords, isFixedKind, nameOfList, titleOfThing } from '../model/name-thing.ts'
import type { DraftRead } from '../read-draft.ts'
import { DraftLayout, toDraft } from './draft-layout.tsx'
import { above } from './thing-page.tsx'

interface ListPageProps extends OwnPageProps {
  readonly read: DraftRead
  readonly list: string
  readonly kind: ThingKind
  readonly done?: string | undefined
}

export function ListPage({ account, demo, read, list, kind, done }: ListPageProps) {
  const { draft, things, mayWrite } = read
  const holder = things.find(({ thing }) => thing === list)
  const held = inList(things, list)
  const adds = mayWrite && !isFixedKind(kind)
  return (
    <DraftLayout
      {...{ account, demo, draft, done }}
      title={holder === undefined ? nameOfList(list) : holderTitle(holder)}
      back={holder === undefined ? toDraft(draft) : above(draft.id, list)}
    >
      {holder !== undefined && (
        <p>
          <a href={paths.draftThing(draft.id, list)}>{holderLink(list)}</a>
        </p>
      )}
      {held.length === 0 && <p>There is nothing here yet.</p>}
      <ol class="nhsuk-list lanyard-draft-list">
        {held.map((thing, at) => (
          <li key={thing.thing} id={thing.thing}>
            <a href={pageOf(draft.id, thing)}>{titleOfThing(thing)}</a>
            {mayWrite && held.length > 1 && (
              <MoveButtons
                {...{ draft: draft.id, held: thing, csrfToken: account.csrfToken }}
                {...{ title: titleOfThing(thing), first: at === 0, last: at === held.length - 1 }}
              />
            )}
          </li>
        ))}
      </ol>
      {adds && <Button text={addWords[kind]} href={paths.addToDraft(draft.id, list)} />}
    </DraftLayout>
  )
}

function holderTitle(holder: StoredThing): string {
  const title = titleOfThing(holder)
  return holder.thing.startsWith('domain/') ? `Domain ${title.replace(' ', ': ')}` : title
}

function holderLink(list: string): string {
  return kindOfThing(list) === 'domain' ? 'Change its title and purpose' : 'Change its title'
}

/** A section's own page holds its statements. */
function pageOf(draft: string, { thing }: StoredThing): string {
  const kind = kindOfThing(thing)
  const opens = kind === 'section' || kind === 'domain' || kind === 'part'
  return opens ? paths.draftList(draft, thing) : paths.draftThing(draft, thing)
}

export function MoveButtons({
  draft,
  held,
  title,
  csrfToken,
  first,
  last,
}: {
  readonly draft: string
  readonly held: StoredThing
  readonly title: string
  readonly csrfToken: string
  readonly first: boolean
  readonly last: boolean
}) {
  return (
    <form method="post" action={paths.moveInDraft(draft)} class="lanyard-move">
      <input type="hidden" name="_csrf" value={csrfToken} />
      <input type="hidden" name="of" value={held.thing} />
      <input type="hidden" name="at" value={held.position} />
      {!first && <MoveButton way="up" title={title} />}
      {!last && <MoveButton way="down" title={title} />}
    </form>
  )
}

function MoveButton({ way, title }: { readonly way: 'up' | 'down'; readonly title: string }) {
  return (
    <Button
      variant="secondary"
      small
      name="way"
      value={way}
      children={
        <>
          Move {way}
          <span class="nhsuk-u-visually-hidden">: {title}</span>
        </>
      }
    />
  )
}
