import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { IdentityEntered } from '../../memberships/model/entered.ts'
import { permissionWords } from '../../memberships/model/permission-words.ts'
import { IdentityWays } from '../../memberships/pages/identity-page.tsx'
import type { Employer } from '../../memberships/people-store.ts'
import {
  type Invitation,
  type InvitationState,
  invitationDays,
  isUnanswered,
} from '../model/invitation.ts'
import { nameOf, stateWords } from './invitation-words.ts'

export const invitationChanges = {
  sent: 'The invitation is on its way by e-mail.',
  enrolled: 'They are enrolled. Now print their code.',
  'sent-again': 'A new link is on its way. The link before it stopped working.',
  cancelled: 'The invitation is taken back. Its link or code opens nothing any more.',
  'handed-over': 'The identity check is kept. It is recorded when they join.',
} as const
export type InvitationChange = keyof typeof invitationChanges

interface InvitationPageProps extends OwnPageProps {
  readonly employer: Employer
  readonly invitation: Invitation
  readonly state: InvitationState
  /** Who joined with it, as they call themselves. */
  readonly joined?: { readonly id: string; readonly name: string } | undefined
  readonly entered: IdentityEntered
  readonly done?: InvitationChange | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function InvitationPage(props: InvitationPageProps) {
  const { employer, invitation, state, joined, done, errors, account, demo } = props
  const name = nameOf(invitation)
  return (
    <OwnLayout
      {...{ account, demo }}
      title={`Invitation: ${name}`}
      team
      errors={atFirstPart(errors, ['on'])}
      back={{ href: paths.invitations(employer.slug), text: 'Invitations' }}
    >
      {done !== undefined && <DoneBanner title="Done" words={invitationChanges[done]} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Invitation to {employer.name}</span>
        {name}
      </h1>
      <SummaryList rows={rowsOf(props)} />
      {joined !== undefined && <Joined employer={employer} joined={joined} />}
      {isUnanswered(state) && <WhatToDo {...props} />}
    </OwnLayout>
  )
}

function rowsOf({ invitation, state }: InvitationPageProps) {
  const { email, jobTitle, startsOn, permissions } = invitation
  const may = permissions.map((permission) => permissionWords[permission].label).join(', ')
  return [
    { key: 'Where it stands', value: stateWords(invitation, state) },
    ...(email === undefined
      ? []
      : [{ key: 'E-mail', value: <span class="lanyard-breaks">{email}</span> }]),
    { key: 'Job', value: jobTitle },
    { key: 'First day', value: dayInWords(startsOn) },
    { key: 'May here', value: may === '' ? 'Nothing more' : may },
  ]
}

function Joined({
  employer,
  joined,
}: {
  readonly employer: Employer
  readonly joined: { readonly id: string; readonly name: string }
}) {
  return (
    <>
      <p>
        They joined as <a href={paths.person(employer.slug, joined.id)}>{joined.name}</a>.
      </p>
      <p>
        Is this somebody else? Then the link or the code came into the wrong hands. Open their page
        and end the job at once.
      </p>
    </>
  )
}

function WhatToDo(props: InvitationPageProps) {
  const { employer, invitation, account } = props
  const { csrfToken } = account
  return (
    <>
      {invitation.way === 'email' ? (
        <OwnForm
          action={paths.sendInvitationAgain(employer.slug, invitation.id)}
          csrfToken={csrfToken}
        >
          <Button text="Send it again" variant="secondary" preventDoubleClick />
        </OwnForm>
      ) : (
        <FaceToFace {...props} />
      )}
      <OwnForm action={paths.cancelInvitation(employer.slug, invitation.id)} csrfToken={csrfToken}>
        <Button text="Take the invitation back" variant="secondary" />
      </OwnForm>
    </>
  )
}

function FaceToFace(props: InvitationPageProps) {
  const { employer, invitation, entered, errors, account } = props
  return (
    <>
      <h2 class="nhsuk-heading-m">1. Print the code</h2>
      <p>
        The page says what to do, where, and the code. It works once, for {invitationDays} days. We
        show the code only on paper: if the page is lost, print another, and the one before it stops
        working.
      </p>
      <OwnForm
        action={paths.printInvitation(employer.slug, invitation.id)}
        csrfToken={account.csrfToken}
      >
        <Button
          text={invitation.hasSecret ? 'Print another code' : 'Make and print the code'}
          preventDoubleClick
        />
      </OwnForm>
      <h2 class="nhsuk-heading-m">2. Hand it over, and say how you know who they are</h2>
      {invitation.identityChecked && <p>You have said so already. You can say it again.</p>}
      <p>You can leave this, and record an identity check on their page later.</p>
      <OwnForm
        action={paths.handOverInvitation(employer.slug, invitation.id)}
        csrfToken={account.csrfToken}
      >
        <IdentityWays entered={entered.how} errors={errors} legend="How did you check?" />
        <DayQuestion
          field="on"
          legend="When did you check?"
          size="s"
          parts={entered.on}
          errorMessage={faultOf(errors, 'on')}
        />
        <Button text="Save the check" variant="secondary" />
      </OwnForm>
    </>
  )
}
