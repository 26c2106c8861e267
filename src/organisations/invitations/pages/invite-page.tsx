import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { invitablePermissions } from '../../memberships/model/may-grant.ts'
import { permissionWords } from '../../memberships/model/permission-words.ts'
import { JobFields } from '../../memberships/pages/job-pages.tsx'
import type { Employer } from '../../memberships/people-store.ts'
import type { InviteEntered } from '../model/entered.ts'
import { invitationDays } from '../model/invitation.ts'

interface InvitePageProps extends OwnPageProps {
  readonly employer: Employer
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  /** A new id with every form, so that one sent twice is one invitation. */
  readonly invitationId: string
  readonly entered: InviteEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function InvitePage(props: InvitePageProps) {
  const { employer, teams, invitationId, entered, errors, ...page } = props
  return (
    <OwnLayout
      {...page}
      title="Invite people"
      team
      errors={atFirstPart(errors, ['from'])}
      back={{ href: paths.people(employer.slug), text: 'People' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{employer.name}</span>
        Invite people
      </h1>
      <p>
        <a href={paths.inviteMany(employer.slug)}>Invite many at once with a file (CSV)</a>
      </p>
      <p>
        They decide whether to join. If they have an account already, from another job, they keep
        it.
      </p>
      <h2 class="nhsuk-heading-m">Invite one person</h2>
      <OwnForm action={paths.invite(employer.slug)} csrfToken={page.account.csrfToken}>
        <input type="hidden" name="id" value={invitationId} />
        <Input
          name="name"
          label={{ text: 'Their name', size: 's' }}
          hint="As you know them. They write their own name as they want it."
          errorMessage={faultOf(errors, 'name')}
          value={entered.name}
          autocomplete="off"
        />
        <Way entered={entered} errors={errors} />
        <JobFields {...{ teams, entered, errors }} />
        <DayQuestion
          field="from"
          legend="First day in this job"
          size="s"
          parts={entered.from}
          errorMessage={faultOf(errors, 'from')}
        />
        <Checkboxes
          name="permissions"
          fieldset={{
            legend: {
              text: 'What may they do when they join? (you can leave this empty)',
              size: 's',
            },
          }}
          hint="“Manage people” and “Answer for sign-offs” are given on their page, once they have joined."
          values={entered.permissions}
          items={invitablePermissions.map((permission) => ({
            value: permission,
            text: permissionWords[permission].label,
            hint: permissionWords[permission].lets,
          }))}
        />
        <Button text="Invite" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}

/** Two questions and not one within the other: whoever cannot see hears them in order. */
function Way({ entered, errors }: Pick<InvitePageProps, 'entered' | 'errors'>) {
  return (
    <>
      <Radios
        name="way"
        fieldset={{ legend: { text: 'How do you invite them?', size: 's' } }}
        errorMessage={faultOf(errors, 'way')}
        value={entered.way}
        items={[
          {
            value: 'email',
            text: 'By e-mail',
            hint: `They get a link that works for ${invitationDays} days.`,
          },
          {
            value: 'printed-code',
            text: 'Face to face, with a printed code',
            hint: 'For somebody without e-mail. You print a page and hand it to them.',
          },
        ]}
      />
      <Input
        name="email"
        type="email"
        label={{ text: 'Their e-mail address', size: 's' }}
        hint="Leave this empty for a printed code."
        errorMessage={faultOf(errors, 'email')}
        value={entered.email}
        autocomplete="off"
        spellcheck={false}
      />
    </>
  )
}
