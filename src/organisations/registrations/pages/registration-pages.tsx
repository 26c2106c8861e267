import { describeCheck } from '../../../accounts/model/describe-registration.ts'
import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Select } from '../../../ui/select.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { CheckEntered, RegistrationEntered } from '../model/entered.ts'
import type { ProfessionalRegister } from '../model/professional-register.ts'
import type { OwnRegistration } from '../registrations-store.ts'

export const registrationChanges = {
  recorded: 'Your registration is recorded. Somebody where you work can now check it.',
  ended: 'The registration is taken away. What you signed before keeps what it showed then.',
} as const
export type RegistrationChange = keyof typeof registrationChanges

interface OwnRegistrationPageProps extends OwnPageProps {
  readonly registers: readonly ProfessionalRegister[]
  readonly standing: readonly OwnRegistration[]
  readonly entered: RegistrationEntered
  readonly done?: RegistrationChange | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function OwnRegistrationPage(props: OwnRegistrationPageProps) {
  const { registers, standing, entered, done, errors, account, demo } = props
  const title = 'Professional registration'
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      notInMenu
      back={{ href: paths.account(), text: 'Your account' }}
    >
      {done !== undefined && <DoneBanner title="Done" words={registrationChanges[done]} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        If you are on a professional register, record it here. Colleagues where you work see it, and
        it stands beside what you sign off. Somebody at your employer looks it up on the public
        register; until then it says “not checked”.
      </p>
      {standing.map((registration) => (
        <Standing key={registration.id} {...{ registration, account, registers }} />
      ))}
      <h2 class="nhsuk-heading-m">
        {standing.length === 0 ? 'Record your registration' : 'Record or change a registration'}
      </h2>
      <OwnForm action={paths.ownRegistration()} csrfToken={account.csrfToken}>
        <Select
          name="profession"
          label={{ text: 'Register and profession', size: 's' }}
          errorMessage={faultOf(errors, 'profession')}
          value={entered.profession}
          items={[{ value: '', text: 'Choose' }, ...professionChoices(registers)]}
        />
        <Input
          name="number"
          label={{ text: 'Registration number', size: 's' }}
          hint={`For example ${registers.slice(0, 3).map(exampleOf).join(', ')}. A changed number has to be checked again.`}
          errorMessage={faultOf(errors, 'number')}
          value={entered.number}
          autocomplete="off"
          spellcheck={false}
          width={10}
        />
        <Button text="Save" />
      </OwnForm>
    </OwnLayout>
  )
}

function professionChoices(registers: readonly ProfessionalRegister[]) {
  return registers.flatMap(({ slug, short, professions }) =>
    professions.map((profession) => ({
      value: `${slug}:${profession.slug}`,
      text: `${short}: ${profession.name}`,
    })),
  )
}

function exampleOf({ short, example }: ProfessionalRegister): string {
  return `${example} (${short})`
}

function Standing({
  registration,
  account,
  registers,
}: Pick<OwnRegistrationPageProps, 'account' | 'registers'> & {
  readonly registration: OwnRegistration
}) {
  const { id, regulator, number, profession, recordedAt, checks } = registration
  const register = registers.find((one) => one.regulator === regulator)
  const name = register?.professions.find(({ slug }) => slug === profession)?.name
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Register', value: regulator },
          ...(name === undefined ? [] : [{ key: 'Profession', value: name }]),
          { key: 'Number', value: number },
          { key: 'Recorded', value: plainDate(recordedAt) },
          {
            key: 'Checked',
            value: checks.length === 0 ? 'Nobody has looked it up yet' : <Checks checks={checks} />,
          },
        ]}
      />
      <OwnForm action={paths.endRegistration(id)} csrfToken={account.csrfToken}>
        <Button variant="secondary" small>
          I am not on this register any more
          <span class="nhsuk-u-visually-hidden"> ({regulator})</span>
        </Button>
      </OwnForm>
    </>
  )
}

function Checks({ checks }: Pick<OwnRegistration, 'checks'>) {
  return (
    <>
      {checks.map((check) => (
        <div key={check.by}>{sentence(describeCheck(check))}</div>
      ))}
    </>
  )
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

interface CheckRegistrationPageProps extends OwnPageProps {
  readonly employer: { readonly slug: string; readonly name: string }
  readonly person: { readonly id: string; readonly name: string }
  readonly registration: OwnRegistration
  /** Undefined where the register is none of those that we know. */
  readonly register?: ProfessionalRegister | undefined
  readonly checkId: string
  readonly entered: CheckEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function CheckRegistrationPage(props: CheckRegistrationPageProps) {
  const { employer, person, registration, register, checkId, entered, errors, ...page } = props
  const title = 'Check a registration'
  const { regulator, number } = registration
  return (
    <OwnLayout
      {...{ account: page.account, demo: page.demo, title }}
      errors={atFirstPart(errors, ['on'])}
      team
      back={{ href: paths.registrations(employer.slug), text: 'Registrations' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {person.name}, {employer.name}
        </span>
        {title}
      </h1>
      <ol>
        <li>
          Open{' '}
          {register === undefined ? (
            `the public register of the ${regulator}`
          ) : (
            <a href={register.lookUp} target="_blank" rel="noreferrer">
              the public register of the {regulator} (opens in a new tab)
            </a>
          )}
          .
        </li>
        <li>
          Look up <strong>{number}</strong>.
        </li>
        <li>Compare the name with {person.name}, and read whether the registration is current.</li>
      </ol>
      <p>
        We do not look it up for you, and we do not keep conditions or warnings. If you find any,
        talk to your professional lead.
      </p>
      <OwnForm
        action={paths.checkRegistration(employer.slug, person.id, registration.id)}
        csrfToken={page.account.csrfToken}
      >
        <input type="hidden" name="id" value={checkId} />
        <Radios
          name="outcome"
          fieldset={{ legend: { text: 'What did you find?', size: 'm' } }}
          errorMessage={faultOf(errors, 'outcome')}
          value={entered.outcome}
          items={[
            { value: 'on-register', text: 'This number is theirs, and they are registered now' },
            {
              value: 'not-found',
              text: 'I did not find them, or it is not current',
              hint: `Others will read “not found”. Tell ${person.name}, who can put the number right.`,
            },
          ]}
        />
        <DayQuestion
          field="on"
          legend="When did you look?"
          parts={entered.on}
          errorMessage={faultOf(errors, 'on')}
        />
        <Button text="Save what I found" />
      </OwnForm>
    </OwnLayout>
  )
}
