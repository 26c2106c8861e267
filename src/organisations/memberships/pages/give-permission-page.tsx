import { describeRegistration } from '../../../accounts/model/describe-registration.ts'
import type { Permission } from '../../../actor.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { type FieldFault, faultOf, OwnForm } from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import type { GivenEntered } from '../model/entered.ts'
import { permissionWords } from '../model/permission-words.ts'
import type { RegistrationAt } from '../model/person-at.ts'
import { grantMonths } from '../model/review-grants.ts'
import { type OfPerson, PersonLayout } from './person-layout.tsx'
import { noEffect } from './person-page.tsx'

interface GivePermissionPageProps extends OfPerson {
  readonly offered: readonly Permission[]
  readonly registrations: readonly RegistrationAt[]
  readonly entered: GivenEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function GivePermissionPage(props: GivePermissionPageProps) {
  const { employer, person, offered, entered, errors, ...page } = props
  return (
    <PersonLayout {...{ ...page, employer, person, errors }} title="Give a permission">
      {offered.length === 0 ? (
        <p>{person.name} has every permission that there is here.</p>
      ) : (
        <OwnForm
          action={paths.givePermission(employer.slug, person.id)}
          csrfToken={page.account.csrfToken}
        >
          <Radios
            name="permission"
            fieldset={{ legend: { text: 'What should they be able to do?', size: 'm' } }}
            errorMessage={faultOf(errors, 'permission')}
            value={entered.permission}
            items={offered.map((permission) => ({
              value: permission,
              text: permissionWords[permission].label,
              hint: <About permission={permission} {...props} />,
            }))}
          />
          <Radios
            name="months"
            inline
            fieldset={{ legend: { text: 'For how long?', size: 'm' } }}
            hint="We remind you 60 days before. Somebody then keeps it or lets it end."
            errorMessage={faultOf(errors, 'months')}
            value={entered.months}
            items={grantMonths.map((months) => ({
              value: String(months),
              text: months % 12 === 0 ? yearsOf(months / 12) : `${months} months`,
            }))}
          />
          <Button text="Give this permission" preventDoubleClick />
        </OwnForm>
      )}
    </PersonLayout>
  )
}

function yearsOf(years: number): string {
  return years === 1 ? '1 year' : `${years} years`
}

function About({
  permission,
  employer,
  registrations,
}: GivePermissionPageProps & { readonly permission: Permission }) {
  const { lets, doesNot, whoShould } = permissionWords[permission]
  return (
    <>
      <strong>Lets them:</strong> {lower(lets)} <strong>It does not:</strong> {doesNot}{' '}
      <strong>Who should have it:</strong> {whoShould}
      {permission === 'assess' && (
        <>
          {' '}
          <strong>Their registration:</strong> {describeRegistration(registrations[0])}.
        </>
      )}
      {permission === 'issue' && !employer.mayIssue && (
        <>
          {' '}
          <strong>{noEffect(employer)}</strong>
        </>
      )}
    </>
  )
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
