import { paths } from '../../../paths.ts'
import { ActionLink } from '../../../ui/action-link.tsx'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type Entry, entryKindNames, entryKinds } from '../../model/entry.ts'
import { countsWords, daysOf, isOver, refreshWords } from './entry-words.ts'

interface EntriesPageProps extends OwnPageProps {
  readonly entries: readonly Entry[]
  readonly today: string
  readonly takenOut: boolean
}

export function EntriesPage({ account, demo, entries, today, takenOut }: EntriesPageProps) {
  const title = 'My learning and experience'
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: paths.passport(), text: 'My passport' }}>
      {takenOut && (
        <DoneBanner title="Taken out" words="The entry is no longer in your passport." />
      )}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Training, qualifications, jobs, volunteering, and what life has taught you. You put these in
        yourself, and they stay yours when you change jobs.
      </p>
      {entries.length === 0 && (
        <>
          <p>
            <strong>Nothing here yet.</strong> You do not need to have had a job. Caring for
            somebody counts.
          </p>
          <ActionLink
            text="Start with lived and caring experience"
            href={paths.addEntry('lived-experience')}
          />
        </>
      )}
      <Button text="Add to my passport" href={paths.addEntry()} />
      {entryKinds.map((kind) => {
        const those = entries.filter((entry) => entry.kind === kind)
        return those.length === 0 ? null : (
          <section key={kind}>
            <h2 class="nhsuk-heading-m">{entryKindNames[kind]}</h2>
            <ul class="nhsuk-list">
              {those.map((entry) => (
                <EntryLine key={entry.id} {...{ entry, today }} />
              ))}
            </ul>
          </section>
        )
      })}
    </OwnLayout>
  )
}

function EntryLine({ entry, today }: { readonly entry: Entry; readonly today: string }) {
  const facts = [daysOf(entry), refreshWords(entry, today), countsWords(entry)].filter(Boolean)
  return (
    <li class="nhsuk-u-margin-bottom-4">
      <a href={paths.ownEntry(entry.id)}>{entry.title}</a>{' '}
      {entry.private && <Tag text="Only you" colour="white" />}
      {isOver(entry, today) && <Tag text="Refresh was due" colour="orange" />}
      <br />
      <span class="nhsuk-u-secondary-text-colour">{facts.join('. ')}</span>
    </li>
  )
}
