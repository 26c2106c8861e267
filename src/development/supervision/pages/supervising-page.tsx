/** One supervision: when we meet, what is open, and how it ends. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { type DayParts, DayQuestion } from '../../../ui/day-question.tsx'
import { Details } from '../../../ui/details.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import type { ShownGoal } from '../model/agenda.ts'
import type { AgreedAction, Session } from '../model/session.ts'
import { otherName, type Side, type Supervising, stateOf } from '../model/supervising.ts'
import { ActionList } from './action-list.tsx'
import { AskedOne, SessionList } from './supervision-list-page.tsx'

export interface SupervisingPageProps extends OwnPageProps {
  readonly supervising: Supervising
  readonly side: Side
  /** The worker shows the one who looks where they stand. */
  readonly showsStanding: boolean
  readonly personId: string
  readonly sessions: readonly Session[]
  /** Of the supervisor before, where the worker shows them. */
  readonly earlier: readonly Session[]
  readonly actions: readonly AgreedAction[]
  /** For the supervisor: what the worker shows. */
  readonly goals: readonly ShownGoal[]
  readonly today: string
  readonly plan: { readonly id: string; readonly planned: DayParts }
  readonly errors?: readonly FieldFault[] | undefined
  readonly done?: string | undefined
}

const dones: Readonly<Record<string, string>> = {
  agreed: 'You said yes. Plan when you meet.',
  'agreed-waiting': 'You said yes. It begins when the other has said yes too.',
  'handed-over': 'You asked your colleague to take over. It changes when they say yes.',
  shown: 'Your supervisor can read the earlier notes now.',
  hidden: 'The earlier notes are closed to your supervisor.',
  action: 'The action is saved.',
}

export function SupervisingPage(props: SupervisingPageProps) {
  const { account, demo, supervising, side, errors, done = '' } = props
  const other = otherName(supervising, side)
  const state = stateOf(supervising)
  const team = side === 'supervisor'
  const title = side === 'worker' ? `Supervision with ${other}` : `Supervision of ${other}`
  return (
    <OwnLayout
      {...{ account, demo, errors, title, team }}
      back={{ href: team ? paths.teamSupervision() : paths.supervision(), text: 'Supervision' }}
    >
      {dones[done] && <DoneBanner title="Done" words={dones[done]} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      {state === 'asked' && <AskedOne {...props} />}
      {state === 'ended' && (
        <p>
          This supervision has ended
          {supervising.endedOn && ` on ${dayInWords(supervising.endedOn)}`}.{' '}
          {side === 'worker'
            ? 'What was written stays yours to read.'
            : 'You keep the dates and hours in your own record, and what you wrote yourself.'}
        </p>
      )}
      {state === 'begun' && <Begun {...props} />}
      {state === 'ended' && props.actions.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Actions</h2>
          <ActionList actions={props.actions} names={supervising} />
        </>
      )}
      <SessionList
        sessions={props.sessions}
        {...{ personId: props.personId, today: props.today }}
      />
      {props.earlier.length > 0 && <Earlier {...props} />}
    </OwnLayout>
  )
}

function GoalsShown({ goals }: Pick<SupervisingPageProps, 'goals'>) {
  if (goals.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Goals they show you</h2>
      <ul class="nhsuk-list">
        {goals.map(({ id, name, words, steps }) => (
          <li key={id} class="lanyard-waiting">
            <h3 class="nhsuk-heading-s">{name}</h3>
            {words && <p>{words}</p>}
            {steps.length > 0 && (
              <ul class="nhsuk-list nhsuk-list--bullet">
                {steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Begun(props: SupervisingPageProps) {
  const { account, supervising, actions, plan, errors, side } = props
  return (
    <>
      <OwnForm action={paths.planSession(supervising.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="id" value={plan.id} />
        <DayQuestion
          field="planned"
          parts={plan.planned}
          legend="When do you meet?"
          hint="For example, 14 3 2027. If you have met already, enter that day."
          errorMessage={faultOf(errors, 'planned-day')}
        />
        <Button text="Plan it" preventDoubleClick />
      </OwnForm>
      {side === 'supervisor' && <GoalsShown {...props} />}
      <WhereTheyStand {...props} />
      <h2 class="nhsuk-heading-m">Actions</h2>
      {actions.length === 0 ? (
        <p>None yet. You agree on them when you meet.</p>
      ) : (
        <ActionList actions={actions} names={supervising} />
      )}
      {side === 'worker' && supervising.follows !== undefined && <ShowEarlier {...props} />}
      <Details
        summary={side === 'worker' ? 'End this supervision' : 'End or hand over this supervision'}
      >
        {side === 'supervisor' && (
          <p>
            Leaving, or no longer the right person?{' '}
            <a href={paths.handOverSupervising(supervising.id)}>Hand over to a colleague</a>. Open
            actions go along.
          </p>
        )}
        <p>
          It ends at once, and nobody has to say why. It ends by itself when one of you no longer
          works here.
        </p>
        <OwnForm action={paths.endSupervising(supervising.id)} csrfToken={account.csrfToken}>
          <Button text="End this supervision" variant="secondary" small />
        </OwnForm>
      </Details>
    </>
  )
}

function WhereTheyStand({ supervising, side, showsStanding }: SupervisingPageProps) {
  const { workerId, workerName, supervisorName, organisation } = supervising
  if (side === 'worker') {
    return (
      <>
        <h2 class="nhsuk-heading-m">Where you stand</h2>
        <p>
          You can let {supervisorName} see some of where you stand.{' '}
          <a href={paths.standingShares()}>Choose who sees where you stand</a>
        </p>
      </>
    )
  }
  if (!showsStanding) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Where they stand</h2>
      <p>
        {workerName} shares some of it with you.{' '}
        <a href={paths.personStanding(workerId, organisation)}>See where {workerName} stands</a>
      </p>
    </>
  )
}

function ShowEarlier({ supervising, account }: SupervisingPageProps) {
  const { id, supervisorName, showsEarlier } = supervising
  return (
    <>
      <h2 class="nhsuk-heading-m">Notes with your supervisor before</h2>
      <p>
        {showsEarlier
          ? `${supervisorName} can read them.`
          : `They are closed to ${supervisorName}. It is up to you.`}
      </p>
      <OwnForm action={paths.showEarlierNotes(id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="shown" value={showsEarlier ? 'no' : 'yes'} />
        <Button
          variant="secondary"
          small
          text={showsEarlier ? 'Close them again' : `Let ${supervisorName} read them`}
        />
      </OwnForm>
    </>
  )
}

function Earlier({ earlier }: SupervisingPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Written with the supervisor before</h2>
      <ul class="nhsuk-list">
        {earlier.map(({ id, happenedOn, plannedOn }) => (
          <li key={id}>
            <a href={paths.supervisionSession(id)}>{dayInWords(happenedOn ?? plannedOn)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
