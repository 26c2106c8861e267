import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { type FieldFault, faultOf, OwnForm, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { Draft } from '../../authoring/model/draft.ts'
import { DraftLayout } from '../../authoring/pages/draft-layout.tsx'
import type { PlacesView } from '../model/entered.ts'
import { keepWords } from '../model/occurrence.ts'
import { keyOf, type OccurrenceGroup, type ShownOccurrence } from '../model/show-occurrences.ts'

interface TermPlacesPageProps extends OwnPageProps {
  readonly draft: Draft
  readonly view: PlacesView
  readonly errors?: readonly FieldFault[] | undefined
}

export function TermPlacesPage(props: TermPlacesPageProps) {
  const { account, demo, errors, draft, view } = props
  const [first] = view.words
  const title = `Where "${first?.before}" stands`
  return (
    <DraftLayout
      {...{ account, demo, errors, title, draft }}
      back={{ href: paths.draftTerms(draft.id), text: 'Begin again' }}
    >
      {view.groups.length === 0 ? (
        <p>None of these words stands in the draft. There is nothing to change.</p>
      ) : (
        <Places {...props} />
      )}
    </DraftLayout>
  )
}

function Places(props: TermPlacesPageProps) {
  const { account, draft, view } = props
  const all = view.groups.flatMap(({ occurrences }) => occurrences)
  const kept = all.filter(({ keep }) => keep !== undefined).length
  return (
    <>
      <p>
        {all.length} {all.length === 1 ? 'place' : 'places'}. Those that are ticked change when you
        press the button at the end of the page. Until then nothing has changed.
      </p>
      {kept > 0 && (
        <p>
          <strong>{kept}</strong> of them should probably stay and are not ticked at first: we say
          why beside each. You decide.
        </p>
      )}
      <nav aria-label="Parts of the draft" id="places">
        <ul class="nhsuk-list">
          {view.groups.map(({ key, name, occurrences }) => (
            <li key={key}>
              <a href={`#${key}`}>{name}</a> ({occurrences.length})
            </li>
          ))}
        </ul>
      </nav>
      <OwnForm action={paths.termPlaces(draft.id)} csrfToken={account.csrfToken}>
        {view.words.map(({ before, after }, at) => (
          <>
            <input type="hidden" name={`use-${at}`} value="yes" />
            <input type="hidden" name={`before-${at}`} value={before} />
            <input type="hidden" name={`after-${at}`} value={after} />
          </>
        ))}
        <input type="hidden" name="shown" value={all.map(keyOf).join(' ')} />
        {view.groups.map((group) => (
          <Group key={group.key} {...{ ...props, group }} />
        ))}
        <Entries {...props} />
        <Button text="Change the ticked places" preventDoubleClick />
      </OwnForm>
    </>
  )
}

function Group({
  draft,
  view,
  errors,
  group,
}: TermPlacesPageProps & { readonly group: OccurrenceGroup }) {
  const { key, name, occurrences } = group
  const press = (which: 'all' | 'none', text: string) => (
    <Button
      {...{ text, small: true, variant: 'secondary', name: 'group', value: `${which} ${key}` }}
      ariaLabel={`${text}: ${name}`}
      attributes={{ formaction: paths.termPlaces(draft.id, key) }}
    />
  )
  return (
    <section class="lanyard-term-group">
      <h2 class="nhsuk-heading-m" id={key}>
        {name}
      </h2>
      {occurrences.length > 1 && (
        <div class="nhsuk-button-group">
          {press('all', 'Tick all here')}
          {press('none', 'Tick none here')}
        </div>
      )}
      <Checkboxes
        name="change"
        idPrefix={`change-${key}`}
        small
        fieldset={{ legend: { text: `Change in: ${name}`, classes: 'nhsuk-u-visually-hidden' } }}
        items={occurrences.map((found) => ({
          value: keyOf(found),
          children: <Sentence found={found} />,
          hint: { children: <Where found={found} /> },
        }))}
        values={occurrences.map(keyOf).filter((one) => view.ticked.has(one))}
      />
      <Textarea
        name={`reason-${key}`}
        label="Why what is not ticked here stays (you can leave this empty)"
        rows={2}
        value={view.reasons[key]}
        errorMessage={faultOf(errors, `reason-${key}`)}
      />
    </section>
  )
}

function Sentence({ found }: { readonly found: ShownOccurrence }) {
  return (
    <>
      {found.left}
      <del>
        <span class="nhsuk-u-visually-hidden">old: </span>
        {found.before}
      </del>{' '}
      <ins>
        <span class="nhsuk-u-visually-hidden">new: </span>
        {found.after}
      </ins>
      {found.right}
    </>
  )
}

function Where({ found }: { readonly found: ShownOccurrence }) {
  if (found.keep === undefined) return <>{found.place}</>
  return (
    <>
      {found.place}. <Tag text="Probably keep" colour="yellow" /> {keepWords[found.keep]}.
    </>
  )
}

function Entries({ view, errors }: TermPlacesPageProps) {
  const { glossary, term } = view.proposed
  return (
    <section>
      <h2 class="nhsuk-heading-m">What the framework says about the new term</h2>
      {glossary !== undefined && (
        <Checkboxes
          name="add-glossary"
          idPrefix="add-glossary"
          items={[
            {
              value: 'yes',
              text: `Add "${glossary.term}" to the glossary`,
              conditional: (
                <Textarea
                  name="meaning"
                  label="What it means"
                  rows={3}
                  value={view.entries.meaning}
                  errorMessage={faultOf(errors, 'meaning')}
                />
              ),
            },
          ]}
          values={view.entries.glossary ? ['yes'] : []}
        />
      )}
      <Checkboxes
        name="add-term"
        idPrefix="add-term"
        items={[
          {
            value: 'yes',
            text: `Say that "${term.use}" is used in place of: ${term.insteadOf.join(', ')}`,
            conditional: (
              <Textarea
                name="because"
                label="Why it is used"
                rows={3}
                value={view.entries.because}
                errorMessage={faultOf(errors, 'because')}
              />
            ),
          },
        ]}
        values={view.entries.term ? ['yes'] : []}
      />
    </section>
  )
}
