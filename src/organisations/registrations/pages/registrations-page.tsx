import { describeCheck } from '../../../accounts/model/describe-registration.ts'
import { addMonths } from '../../../language/days.ts'
import { paths } from '../../../paths.ts'
import { DoneBanner, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Table } from '../../../ui/table.tsx'
import { checkAgainMonths } from '../model/professional-register.ts'
import type { Assessor, OwnRegistration } from '../registrations-store.ts'

interface RegistrationsPageProps extends OwnPageProps {
  readonly employer: { readonly slug: string; readonly name: string }
  readonly assessors: readonly Assessor[]
  readonly checkerId: string
  /** ISO date. */
  readonly today: string
  readonly done: boolean
}

/** Whose number others are shown beside a sign-off, and whether anybody looked it up. */
export function RegistrationsPage(props: RegistrationsPageProps) {
  const { employer, assessors, done, account, demo } = props
  const title = 'Registrations of those who sign off'
  return (
    <OwnLayout {...{ account, demo, title }} team back={{ href: paths.team(), text: 'Your team' }}>
      {done && <DoneBanner title="Done" words="What you found on the register is recorded." />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{employer.name}</span>
        {title}
      </h1>
      <p>
        What somebody signs off shows their registration, and whether {employer.name} has looked it
        up. A number that nobody looked up is shown as “not checked”. Look again at least once a
        year.
      </p>
      {assessors.length === 0 ? (
        <p>Nobody signs off here yet.</p>
      ) : (
        <Table responsive head={['Name', 'Registration', 'What to do']} rows={rowsOf(props)} />
      )}
    </OwnLayout>
  )
}

function rowsOf(props: RegistrationsPageProps) {
  return props.assessors.flatMap(({ id, name, registrations }) => {
    if (registrations.length === 0) {
      return [[name, 'Not on a professional register, or not recorded', 'Nothing']]
    }
    return registrations.map((registration) => [
      name,
      {
        children: (
          <>
            {registration.regulator} {registration.number}, {describeCheck(registration.checks[0])}
          </>
        ),
      },
      actionCell(props, { personId: id, name, registration }),
    ])
  })
}

function actionCell(
  { employer, checkerId, today }: RegistrationsPageProps,
  of: {
    readonly personId: string
    readonly name: string
    readonly registration: OwnRegistration
  },
) {
  const { personId, name, registration } = of
  if (personId === checkerId) return 'It is yours. A colleague checks it.'
  const href = paths.checkRegistration(employer.slug, personId, registration.id)
  return { text: whatToDo(registration, today), visuallyHiddenText: `: ${name}`, href }
}

function whatToDo({ checks: [check] }: OwnRegistration, today: string): string {
  if (check === undefined) return 'Look it up'
  if (check.outcome === 'not-found') return 'Look it up again'
  const old = addMonths(check.on, checkAgainMonths) <= today
  return old ? 'Look it up again: it is over a year ago' : 'Look it up again, if you want'
}
