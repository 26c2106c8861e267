/** Those I supervise: the next session, and whose turn it is. In order of names, never ranked. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { findNext, type Session } from '../model/session.ts'
import { type Supervising, sideOf, stateOf } from '../model/supervising.ts'
import type { WithoutSupervisor } from '../supervising-store.ts'
import { AskedOne } from './supervision-list-page.tsx'
import { dayOfSession, tagOf } from './supervision-words.ts'

export interface TeamSupervisionProps extends OwnPageProps {
  readonly personId: string
  readonly supervisings: readonly Supervising[]
  /** What the reader asked others to agree to. */
  readonly askedForOthers: readonly Supervising[]
  readonly sessions: readonly Session[]
  /** Where the reader manages people: those whose supervisor left. */
  readonly without: readonly {
    readonly name: string
    readonly workers: readonly WithoutSupervisor[]
  }[]
  readonly today: string
  readonly done?: string | undefined
}

const dones: Readonly<Record<string, string>> = {
  asked: 'You have asked. We sent a letter. It begins when everybody has said yes.',
  'handed-over': 'Your colleague and the worker are told. It changes when your colleague says yes.',
  ended: 'That supervision has ended.',
}

export function TeamSupervisionPage(props: TeamSupervisionProps) {
  const { account, demo, personId, supervisings, askedForOthers, done = '' } = props
  const mine = supervisings.filter((one) => sideOf(one, personId) === 'supervisor')
  const title = 'Supervision'
  return (
    <OwnLayout {...{ account, demo, title }} team back={{ href: paths.team(), text: 'Your team' }}>
      {dones[done] && <DoneBanner title="Done" words={dones[done]} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      {mine
        .filter((one) => stateOf(one) === 'asked')
        .map((one) => (
          <AskedOne key={one.id} {...props} supervising={one} />
        ))}
      <Supervised {...props} mine={mine.filter((one) => stateOf(one) === 'begun')} />
      <Button text="Begin a supervision" href={paths.offerSupervision()} variant="secondary" />
      {askedForOthers.length > 0 && <AskedForOthers {...props} />}
      {props.without.map((place) => (
        <Without key={place.name} {...place} />
      ))}
      <h2 class="nhsuk-heading-m">More</h2>
      <ul class="nhsuk-list">
        <li>
          <a href={paths.appraisals()}>Appraisals and development plans</a>
        </li>
        <li>
          <a href={paths.supervisionRecord()}>My hours of supervision</a>: for your own record of
          learning
        </li>
      </ul>
    </OwnLayout>
  )
}

function Supervised({
  mine,
  sessions,
  today,
}: TeamSupervisionProps & { readonly mine: readonly Supervising[] }) {
  if (mine.length === 0) return <p>You supervise nobody here yet.</p>
  const byName = [...mine].sort((one, other) => one.workerName.localeCompare(other.workerName))
  return (
    <Table
      responsive
      caption={{ text: 'Those you supervise', size: 'm' }}
      head={['Name', 'Next or last time', 'Where it stands']}
      rows={byName.map((one) => {
        const session =
          findNext(sessions, one.id, today) ??
          sessions.find(({ supervisingId }) => supervisingId === one.id)
        return [
          { text: one.workerName, href: paths.supervising(one.id) },
          session
            ? { text: dayOfSession(session), href: paths.supervisionSession(session.id) }
            : 'Nothing is planned',
          session
            ? { children: <Tag {...tagOf(session, 'supervisor', today)} /> }
            : `Since ${dayInWords(one.beganOn ?? today)}`,
        ]
      })}
    />
  )
}

function AskedForOthers({ askedForOthers, account }: TeamSupervisionProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">You asked for these</h2>
      {askedForOthers.map((one) => (
        <section key={one.id} class="lanyard-waiting">
          <p>
            {one.supervisorName} would supervise {one.workerName}. They have not both said yes yet.
          </p>
          <OwnForm action={paths.endSupervising(one.id)} csrfToken={account.csrfToken}>
            <Button text="Take it back" variant="secondary" small />
          </OwnForm>
        </section>
      ))}
    </>
  )
}

function Without({ name, workers }: TeamSupervisionProps['without'][number]) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Without a supervisor at {name}</h2>
      {workers.length === 0 ? (
        <p>Nobody: everybody whose supervisor left has another.</p>
      ) : (
        <>
          <p>
            Their supervisor left or stopped. You see their names, and nothing of what was written.
          </p>
          <ul class="nhsuk-list">
            {workers.map(({ former, workerName, supervisorName, proposedTo }) => (
              <li key={former} class="nhsuk-u-margin-bottom-3">
                {workerName}, before with {supervisorName}.{' '}
                {proposedTo === undefined ? (
                  <a href={paths.handOverSupervising(former)}>
                    Ask a colleague
                    <span class="nhsuk-u-visually-hidden"> to supervise {workerName}</span>
                  </a>
                ) : (
                  `${proposedTo} is asked and has not answered yet.`
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
