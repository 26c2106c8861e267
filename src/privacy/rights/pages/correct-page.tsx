import { paths } from '../../../paths.ts'
import type { Correctable } from '../../../personal-record.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Select } from '../../../ui/select.tsx'
import type { OfferedRoles, OwnDetails } from '../model/own-details.ts'

interface CorrectPageProps extends OwnPageProps {
  readonly details: OwnDetails
  readonly roles: OfferedRoles
  readonly correctable: readonly Correctable[]
  /** They were changed just now. */
  readonly done: boolean
  readonly errors?: readonly FieldFault[] | undefined
}

export function CorrectPage(props: CorrectPageProps) {
  const { account, demo, errors, done } = props
  const title = 'Put something right'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      notInMenu
      back={{ href: paths.yourRecord(), text: 'Your record' }}
    >
      {done && <DoneBanner title="Saved" words="Your details are changed." />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <h2 class="nhsuk-heading-m">Your own details</h2>
      <p>You can change these yourself, at once.</p>
      <OwnDetailsForm {...props} />
      <h2 class="nhsuk-heading-m">What others recorded about you</h2>
      <OthersRecords {...props} />
    </OwnLayout>
  )
}

function OwnDetailsForm({ account, details, roles, errors }: CorrectPageProps) {
  const none = { value: '', text: 'Not said' }
  return (
    <OwnForm action={paths.correct()} csrfToken={account.csrfToken}>
      <Input
        name="name"
        label={{ text: 'Your name', size: 's' }}
        autocomplete="name"
        spellcheck={false}
        value={details.name}
        errorMessage={faultOf(errors, 'name')}
      />
      <InsetText>
        <p>
          What was issued before keeps the name of its day. If somebody has checked who you are, ask
          them to look again after you change your name: until then new sign-offs say that your
          identity is not checked.
        </p>
      </InsetText>
      <Select
        name="level"
        label={{ text: 'The level you work at', size: 's' }}
        items={[none, ...roles.levels]}
        value={details.level}
      />
      <Select
        name="profession"
        label={{ text: 'The profession you work in', size: 's' }}
        items={[none, ...roles.professions]}
        value={details.profession}
      />
      <Button text="Save my details" />
    </OwnForm>
  )
}

function OthersRecords({ correctable }: CorrectPageProps) {
  if (correctable.length === 0) {
    return <p>Nobody has recorded anything about you yet, so there is nothing to put right.</p>
  }
  return (
    <>
      <p>
        An organisation answers for these, so you ask it to put them right. It must answer within
        one calendar month.
      </p>
      <ul class="nhsuk-list">
        {correctable.map(({ ref, words, organisationName }) => (
          <li key={ref} class="lanyard-waiting">
            <p>
              {words}
              <br />
              <a href={paths.askCorrection(ref)}>
                Ask {organisationName} to put it right
                <span class="nhsuk-u-visually-hidden">: {words}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
