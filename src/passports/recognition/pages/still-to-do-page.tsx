import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { ToDo } from '../model/recognition-decision.ts'
import { doneWords } from './suggestion-words.tsx'

export interface StillToDoPageProps extends OwnPageProps {
  readonly slug: string
  readonly shareId: string
  readonly name: string
  readonly toDo: ToDo
  /** The id of whoever reads it: a slip of one's own can be taken back. */
  readonly viewer: string
  readonly done?: string | undefined
}

const dones: Readonly<Record<string, string>> = {
  'top-up': 'It is recorded. The person sees it now.',
  back: 'It is taken back. That you had recorded it stays in the record.',
}

/** For the team that somebody joins: this, and nothing that was accepted. */
export function StillToDoPage(props: StillToDoPageProps) {
  const { account, demo, slug, shareId, name, toDo, done = '' } = props
  const title = `Still to do for ${name}`
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.recognition(slug, shareId), text: name }}
    >
      {dones[done] !== undefined && <DoneBanner title="Done" words={dones[done]} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>What was accepted is not here: nobody need do it again.</p>
      <TopUps {...props} />
      <h2 class="nhsuk-heading-m">Not accepted</h2>
      {toDo.notAccepted.length === 0 && <p>Nothing.</p>}
      <List of={toDo.notAccepted.map(({ title, reason }) => `${title}. ${reason}.`)} />
      {toDo.undecided.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Nobody has decided yet</h2>
          <List of={toDo.undecided} />
        </>
      )}
      <h2 class="nhsuk-heading-m">Always done here</h2>
      <List of={toDo.local} />
    </OwnLayout>
  )
}

function TopUps({ slug, shareId, toDo: { topUps, topUpsDone }, ...props }: StillToDoPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Top-ups</h2>
      {topUps.length === 0 && <p>{topUpsDone.length === 0 ? 'None.' : 'All are done.'}</p>}
      <ul class="nhsuk-list">
        {topUps.map(({ decisionId, title, topUp }) => (
          <li key={decisionId} class="lanyard-waiting">
            <p>
              {topUp} (for {title})
            </p>
            <p>
              <a href={paths.topUp(slug, shareId, decisionId)}>
                Record that it was done
                <span class="nhsuk-u-visually-hidden">: {topUp}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
      {topUpsDone.length > 0 && <h2 class="nhsuk-heading-m">Top-ups that were done</h2>}
      <ul class="nhsuk-list">
        {topUpsDone.map((one) => (
          <li key={one.decisionId} class="lanyard-waiting">
            <p>
              {one.topUp} (for {one.title})
              <br />
              {doneWords(one.done)}
            </p>
            {one.done.recordedBy === props.viewer && (
              <OwnForm
                action={paths.takeBackTopUp(slug, shareId, one.decisionId)}
                csrfToken={props.account.csrfToken}
              >
                <input type="hidden" name="id" value={one.done.id} />
                <Button variant="secondary" small text="A slip: take it back" />
              </OwnForm>
            )}
          </li>
        ))}
      </ul>
    </>
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
