import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import type { StoredThing } from '../drafts-store.ts'
import { titleOfThing } from '../model/name-thing.ts'
import type { DraftRead } from '../read-draft.ts'
import { DraftLayout } from './draft-layout.tsx'

interface TakeOutPageProps extends OwnPageProps {
  readonly read: DraftRead
  readonly held: StoredThing
  /** What stands below it and goes with it. */
  readonly below: number
  /** The statements of its capability, itself among them, where it has any. */
  readonly levels: number
}

export function TakeOutPage({ account, demo, read, held, below, levels }: TakeOutPageProps) {
  const { draft } = read
  return (
    <DraftLayout
      {...{ account, demo, draft }}
      title={`Take out: ${titleOfThing(held)}`}
      back={{ href: paths.draftThing(draft.id, held.thing), text: 'Back' }}
    >
      {below > 0 && (
        <p>{below === 1 ? 'One thing' : `${below} things`} in it will be taken out with it.</p>
      )}
      <p>The words stay in the history of this draft. You can undo this.</p>
      <OwnForm action={paths.takeOutOfDraft(draft.id, held.thing)} csrfToken={account.csrfToken}>
        {levels > 1 && (
          <Radios
            name="which"
            fieldset={{ legend: { text: 'What do you want to take out?', size: 's' } }}
            value="all"
            items={[
              {
                ...{ value: 'all', text: `The capability at all ${levels} levels` },
                hint: 'What stands at one level should stand at every level.',
              },
              { value: 'one', text: 'This level alone' },
            ]}
          />
        )}
        <Button text="Take it out" variant="warning" preventDoubleClick />
      </OwnForm>
    </DraftLayout>
  )
}
