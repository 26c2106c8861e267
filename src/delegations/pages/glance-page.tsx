import { dayInWords, timeInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../ui/own-layout.tsx'
import { isSigned } from '../model/what-lapsed.ts'
import type { Glance, GlanceTask } from '../read-glance.ts'
import { RegistrantJudges, StandingList, StateTag } from './delegation-parts.tsx'
import { supervisionWords } from './delegation-words.ts'

export function GlancesPage({
  account,
  demo,
  glances,
  at,
}: OwnPageProps & { readonly glances: readonly Glance[]; readonly at: Date }) {
  const title = 'Who does what for me now'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.delegations(), text: 'Delegated tasks' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <Age at={at} />
      {glances.length === 0 && <p>Nobody has taken on a task from you yet.</p>}
      {glances.map(({ workerId, name, tasks }) => (
        <section key={workerId}>
          <h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-1">
            <a href={paths.delegationGlance(workerId)}>{name}</a>
          </h2>
          <ul class="nhsuk-list">
            {tasks.map((task) => (
              <li key={task.delegation.id}>
                {task.delegation.title} <StateTag state={task.state} />
                <br />
                <span class="nhsuk-body-s">{sayCounts(task)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        You can have this without signal on a phone that is yours:{' '}
        <a href={paths.offline()}>keep it with your passport</a>.
      </p>
    </OwnLayout>
  )
}

export function GlancePage({
  account,
  demo,
  glance,
  at,
}: OwnPageProps & { readonly glance: Glance; readonly at: Date }) {
  const title = glance.name
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.delegationGlance(), text: 'Who does what for me now' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Delegated by you now</span>
        {title}
      </h1>
      <Age at={at} />
      {glance.tasks.map((task) => (
        <section key={task.delegation.id}>
          <h2 class="nhsuk-heading-m">
            <a href={paths.delegation(task.delegation.id)}>{task.delegation.title}</a>{' '}
            <StateTag state={task.state} />
          </h2>
          <p>
            {task.delegation.words}
            <br />
            {supervisionWords[task.delegation.supervision]}. Look at it again on{' '}
            {dayInWords(task.reviewOn)}.
          </p>
          <AsOn {...task} />
          <StandingList edition={task.edition} lines={task.lines} />
        </section>
      ))}
      <RegistrantJudges />
    </OwnLayout>
  )
}

function Age({ at }: { readonly at: Date }) {
  return (
    <p>
      <strong>As of {timeInWords(at)}.</strong>
    </p>
  )
}

/** The age of a list that is no longer looked up. */
function AsOn({ asOn }: Pick<GlanceTask, 'asOn'>) {
  return asOn === undefined ? null : <p>As it stood on {dayInWords(asOn)}.</p>
}

function sayCounts({ lines, reviewOn }: GlanceTask): string {
  if (lines.length === 0) return 'The worker has not said yes to you yet.'
  const signed = lines.filter(isSigned).length
  const lapsed = lines.filter(({ state }) => state === 'lapsed').length
  const gone = lapsed === 0 ? '' : ` ${lapsed} lapsed.`
  return `${signed} of ${lines.length} statements signed and in date.${gone} Look at it again on ${dayInWords(reviewOn)}.`
}

/** Along with the passport on a phone of one's own: no link works there. */
export function GlanceCopy({ glances }: { readonly glances: readonly Glance[] }) {
  if (glances.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Delegated by me</h2>
      {glances.map(({ workerId, name, tasks }) => (
        <section key={workerId}>
          <h3 class="nhsuk-heading-s">{name}</h3>
          {tasks.map((task) => (
            <div key={task.delegation.id}>
              <p class="nhsuk-u-margin-bottom-1">
                <strong>{task.delegation.title}</strong> <StateTag state={task.state} />
                <br />
                {task.delegation.words}
                <br />
                {supervisionWords[task.delegation.supervision]}. {sayCounts(task)}
              </p>
              <AsOn {...task} />
              <StandingList edition={task.edition} lines={task.lines} plain />
            </div>
          ))}
        </section>
      ))}
    </>
  )
}
