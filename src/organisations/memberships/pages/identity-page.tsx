import { identityCheckWays, identityCheckWords } from '../../../accounts/model/account.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import { type FieldFault, faultOf, OwnForm } from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import type { IdentityEntered } from '../model/entered.ts'
import { type OfPerson, PersonLayout } from './person-layout.tsx'

interface IdentityPageProps extends OfPerson {
  /** A new id with every form, so that one posted twice is one check. */
  readonly checkId: string
  readonly entered: IdentityEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function IdentityPage(props: IdentityPageProps) {
  const { employer, person, checkId, entered, errors, ...page } = props
  return (
    <PersonLayout
      {...{ ...page, employer, person }}
      title="Record an identity check"
      errors={atFirstPart(errors, ['on'])}
    >
      <p>
        Their credentials will say that {employer.name} checked who they are, on which day, and in
        which of these ways. We never keep which document it was, or its number.
      </p>
      <OwnForm
        action={paths.checkIdentity(employer.slug, person.id)}
        csrfToken={page.account.csrfToken}
      >
        <input type="hidden" name="id" value={checkId} />
        <IdentityWays entered={entered.how} errors={errors} legend="How did you check?" />
        <DayQuestion
          field="on"
          legend="When did you check?"
          parts={entered.on}
          errorMessage={faultOf(errors, 'on')}
        />
        <Button text="Save" />
      </OwnForm>
    </PersonLayout>
  )
}

/** Also asked when a printed code is handed over. */
export function IdentityWays({
  entered,
  errors,
  legend,
}: {
  readonly entered: string
  readonly errors: readonly FieldFault[] | undefined
  readonly legend: string
}) {
  return (
    <Radios
      name="how"
      fieldset={{ legend: { text: legend, size: 'm' } }}
      errorMessage={faultOf(errors, 'how')}
      value={entered}
      items={identityCheckWays.map((value) => ({ value, text: identityCheckWords[value] }))}
    />
  )
}
