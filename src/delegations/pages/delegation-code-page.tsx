import type { Membership } from '../../accounts/model/account.ts'
import { timeInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../ui/own-layout.tsx'
import { Radios } from '../../ui/radios.tsx'
import type { Opening } from '../openings-store.ts'

export interface DelegationCodePageProps extends OwnPageProps {
  readonly jobs: readonly Membership[]
  readonly openings: readonly Opening[]
  /** Made just now, and shown this once. */
  readonly code?: string | undefined
  readonly ownEmployer: string
  readonly now: Date
  readonly errors?: readonly FieldFault[] | undefined
}

export function DelegationCodePage(props: DelegationCodePageProps) {
  const { account, demo, jobs, openings, code, ownEmployer, now, errors } = props
  const title = 'Let somebody from another employer ask you'
  const live = openings.filter((one) => one.endedAt === undefined && one.expiresAt > now)
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      back={{ href: paths.delegations(), text: 'Delegated tasks' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {code !== undefined && <Made code={code} />}
      <p>
        You are a care worker or a personal assistant, and a therapist of another employer wants to
        ask you to take on a task? Give them a code. It shows them your name, your job and your
        employer, and nothing of your passport. It works for one registered professional, for seven
        days.
      </p>
      <OwnForm action={paths.delegationCode()} csrfToken={account.csrfToken}>
        <Radios
          name="employer"
          fieldset={{ legend: { text: 'Who employs you for this work?', size: 'm' } }}
          hint="If you say yes they are asked too, before anything starts. If you say no they learn nothing."
          errorMessage={faultOf(errors, 'employer')}
          items={[
            ...jobs.map(({ organisation: value, organisationName: text }) => ({ value, text })),
            {
              value: ownEmployer,
              text: 'The person whom I support',
              hint: 'Nobody writes down who that is.',
            },
          ]}
        />
        <Button text="Make a code" variant={code === undefined ? undefined : 'secondary'} />
      </OwnForm>
      {live.length > 0 && <h2 class="nhsuk-heading-m">Codes that work now</h2>}
      {live.map((one) => (
        <Live key={one.id} {...{ account, one, jobs }} />
      ))}
    </OwnLayout>
  )
}

function Made({ code }: { readonly code: string }) {
  return (
    <section role="status">
      <h2 class="nhsuk-heading-m">Your code</h2>
      <p class="nhsuk-heading-l" data-code>{`${code.slice(0, 5)} ${code.slice(5)}`}</p>
      <p>Say it or write it down now. It is not shown again.</p>
    </section>
  )
}

function Live({
  account,
  one,
  jobs,
}: Pick<DelegationCodePageProps, 'account' | 'jobs'> & { readonly one: Opening }) {
  const job = jobs.find(({ organisation }) => organisation === one.workerAt)
  return (
    <section>
      <p>
        Made on {timeInWords(one.madeAt)} for work at{' '}
        {one.workerAt === undefined ? 'the person you support' : job?.organisationName}.{' '}
        {one.openedAt === undefined ? 'Nobody has used it.' : 'It was used.'} It ends on{' '}
        {timeInWords(one.expiresAt)}.
      </p>
      <OwnForm action={paths.endDelegationCode(one.id)} csrfToken={account.csrfToken}>
        <Button text="End this code" variant="secondary" />
      </OwnForm>
    </section>
  )
}
