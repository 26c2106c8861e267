import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { ToDo } from '../model/recognition-decision.ts'

export interface StillToDoPageProps extends OwnPageProps {
  readonly slug: string
  readonly shareId: string
  readonly name: string
  readonly toDo: ToDo
}

/** For the team that somebody joins: this, and nothing that was accepted. */
export function StillToDoPage({ account, demo, slug, shareId, name, toDo }: StillToDoPageProps) {
  const title = `Still to do for ${name}`
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.recognition(slug, shareId), text: name }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>What was accepted is not here: nobody need do it again.</p>
      <h2 class="nhsuk-heading-m">Always done here</h2>
      <List of={toDo.local} />
      <h2 class="nhsuk-heading-m">Top-ups</h2>
      {toDo.topUps.length === 0 && <p>None.</p>}
      <List of={toDo.topUps.map(({ title, topUp }) => `${topUp} (for ${title})`)} />
      <h2 class="nhsuk-heading-m">Not accepted</h2>
      {toDo.notAccepted.length === 0 && <p>Nothing.</p>}
      <List of={toDo.notAccepted.map(({ title, reason }) => `${title}. ${reason}.`)} />
      {toDo.undecided.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Nobody has decided yet</h2>
          <List of={toDo.undecided} />
        </>
      )}
    </OwnLayout>
  )
}

function List({ of }: { readonly of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {of.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}
