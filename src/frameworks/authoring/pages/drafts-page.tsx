import { dayOf } from '../../../language/days.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Table } from '../../../ui/table.tsx'
import { type Draft, refOfDraft } from '../model/draft.ts'
import { stateNames } from '../model/state-names.ts'

interface DraftsPageProps extends OwnPageProps {
  readonly drafts: readonly Draft[]
  readonly mayBegin: boolean
}

export function DraftsPage({ account, demo, drafts, mayBegin }: DraftsPageProps) {
  return (
    <OwnLayout
      {...{ account, demo }}
      title="Drafts"
      team
      back={{ href: paths.team(), text: 'Your team' }}
    >
      <h1 class="nhsuk-heading-l">Drafts of a new edition</h1>
      <p>
        A draft begins with all the words of an edition that is there already. You change what
        should change. Nobody outside sees it until it is published.
      </p>
      {mayBegin && <Button text="Begin a new edition" href={paths.beginDraft()} />}
      <p>
        <a href={paths.stewardsEditions()}>Published editions: withdraw one</a>
      </p>
      {drafts.length === 0 ? (
        <p>There is no draft yet.</p>
      ) : (
        <Table
          caption={{ text: 'Drafts', size: 'm' }}
          responsive
          head={['Draft', 'State', 'Begun from', 'Begun on']}
          rows={drafts.map((draft) => [
            { children: <a href={paths.draft(draft.id)}>{refOfDraft(draft)}</a> },
            draft.state === 'published'
              ? { children: <a href={paths.framework(refOfDraft(draft))}>Published: read it</a> }
              : stateNames[draft.state],
            draft.base ?? 'Nothing',
            dayInWords(dayOf(draft.begunAt)),
          ])}
        />
      )}
    </OwnLayout>
  )
}
