/** Two people changed the same thing: the later one sees both and chooses. */
import { plainTime } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import type { OwnPageProps } from '../../../ui/own-layout.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import type { ThingKind } from '../model/draft-thing.ts'
import { type Entered, enteredOf } from '../model/entered-thing.ts'
import { titleOfThing } from '../model/name-thing.ts'
import { compareFields } from '../model/show-fields.ts'
import { thingFields } from '../model/thing-fields.ts'
import type { DraftRead } from '../read-draft.ts'
import type { Overtaken } from '../save-thing.ts'
import { DraftLayout } from './draft-layout.tsx'
import { ThingFields } from './thing-fields.tsx'
import { ThingForm } from './thing-form.tsx'
import { above } from './thing-page.tsx'
import { TwoWordings } from './two-wordings.tsx'

interface OvertakenPageProps extends OwnPageProps {
  readonly read: DraftRead
  readonly kind: ThingKind
  readonly overtaken: Overtaken
  /** Person's id. */
  readonly reader: string
}

export function OvertakenPage({
  account,
  demo,
  read,
  kind,
  overtaken,
  reader,
}: OvertakenPageProps) {
  const { draft, edition } = read
  const { theirs, merged } = overtaken
  const entered = enteredOf(kind, merged)
  const form = {
    ...{ draft: draft.id, thing: theirs.thing, revision: theirs.revision, byButton: true },
    csrfToken: account.csrfToken,
  }
  return (
    <DraftLayout
      {...{ account, demo, draft }}
      title={`Which words should stand? ${titleOfThing(theirs)}`}
      back={above(draft.id, theirs.thing)}
    >
      <WarningCallout heading={{ text: 'Your words are not saved yet', level: 2 }}>
        <p>{whoWasQuicker(overtaken, reader)} Nothing is lost. Choose which words should stand.</p>
      </WarningCallout>
      {compareFields(kind, theirs.value, merged).map(({ label, before, now }) => (
        <section key={label}>
          <h2 class="nhsuk-heading-m">{label}</h2>
          <h3 class="nhsuk-heading-s">What stands there now</h3>
          <p>{before || 'Nothing'}</p>
          <h3 class="nhsuk-heading-s">What you wrote</h3>
          <p>{now || 'Nothing'}</p>
          <h3 class="nhsuk-heading-s">From theirs to yours</h3>
          <TwoWordings before={before} now={now} />
        </section>
      ))}
      <h2 class="nhsuk-heading-m">Choose</h2>
      <p>
        <Button
          text="Keep what stands there now"
          variant="secondary"
          href={paths.draftThing(draft.id, theirs.thing)}
        />
      </p>
      <ThingForm {...form} save="Use what I wrote" secondary>
        <Hidden entered={entered} />
      </ThingForm>
      <h2 class="nhsuk-heading-m">Or write it anew from both</h2>
      <ThingForm {...form} save="Save these words">
        <ThingFields {...{ fields: thingFields[kind], entered, edition }} />
      </ThingForm>
    </DraftLayout>
  )
}

function whoWasQuicker({ last, lastBy }: Overtaken, reader: string): string {
  if (last === undefined) return 'Somebody else changed this while you were writing.'
  const who = last.by === reader ? 'You' : (lastBy ?? 'Somebody else')
  const where = last.by === reader ? ', on another page' : ''
  return `${who} changed this at ${plainTime(last.at)}${where}.`
}

function Hidden({ entered }: { readonly entered: Entered }) {
  return (
    <>
      {Object.entries(entered).flatMap(([name, value]) =>
        [value]
          .flat()
          .map((one) => <input type="hidden" key={`${name} ${one}`} {...{ name, value: one }} />),
      )}
    </>
  )
}
