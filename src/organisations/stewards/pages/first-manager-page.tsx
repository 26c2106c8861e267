import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import type { InvitedManager } from '../first-manager-store.ts'

export interface FirstManagerEntered {
  readonly name: string
  readonly email: string
  readonly jobTitle: string
}

export interface FirstManagerPageProps extends OwnPageProps {
  readonly slug: string
  readonly name: string
  /** Whom this steward invited there. */
  readonly invited: readonly InvitedManager[]
  /** A new id with every form, so that one sent twice is one invitation. */
  readonly invitationId: string
  readonly now: Date
  readonly sent: boolean
  readonly entered: FirstManagerEntered
  readonly errors?: readonly FieldFault[] | undefined
}

/** Two steps: a letter that gives nothing, and the permission once they have joined. */
export function FirstManagerPage(props: FirstManagerPageProps) {
  const { slug, name, invited, sent, errors, account, demo } = props
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title="Name its first manager"
      team
      back={{ href: paths.stewardsOrganisation(slug), text: name }}
    >
      {sent && (
        <DoneBanner
          title="Invited"
          words="We have sent the letter. Once they have joined, come back here."
        />
      )}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{name}</span>
        Name its first manager
      </h1>
      <p>
        Somebody must manage people there before anybody else can be invited. First you invite them
        by e-mail. Once they have joined, you make them the manager here.
      </p>
      {invited.length > 0 && <Invited {...props} />}
      <InviteForm {...props} />
    </OwnLayout>
  )
}

function Invited({ slug, invited, now, account }: FirstManagerPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Whom you have invited</h2>
      <ul class="nhsuk-list">
        {invited.map((one) => (
          <li key={one.id}>
            <strong>{one.name ?? 'Somebody'}</strong>, on {plainDate(one.invitedAt)}.{' '}
            {stateOf(one, now)}
            {one.personId !== undefined && (
              <OwnForm action={paths.makeFirstManager(slug, one.id)} csrfToken={account.csrfToken}>
                <Button text={`Make ${one.name ?? 'them'} the first manager`} preventDoubleClick />
              </OwnForm>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function stateOf({ personId, declined, expiresAt }: InvitedManager, now: Date): string {
  if (personId !== undefined) return 'They have joined.'
  if (declined) return 'They said no.'
  if (expiresAt <= now) return 'The letter works no more. You can invite them again.'
  return `They have not answered yet. The letter works until ${plainDate(expiresAt)}.`
}

function InviteForm({
  slug,
  invited,
  invitationId,
  entered,
  errors,
  account,
}: FirstManagerPageProps) {
  return (
    <OwnForm action={paths.firstManager(slug)} csrfToken={account.csrfToken}>
      <h2 class="nhsuk-heading-m">{invited.length > 0 ? 'Invite somebody else' : 'Invite them'}</h2>
      <input type="hidden" name="id" value={invitationId} />
      <Input
        name="name"
        label={{ text: 'Their name', size: 's' }}
        errorMessage={faultOf(errors, 'name')}
        value={entered.name}
        autocomplete="off"
      />
      <Input
        name="email"
        label={{ text: 'Their e-mail address', size: 's' }}
        hint="An address of the organisation, if it has one. Check it with care: the letter goes there."
        errorMessage={faultOf(errors, 'email')}
        value={entered.email}
        type="email"
        autocomplete="off"
        spellcheck={false}
      />
      <Input
        name="job-title"
        label={{ text: 'Their job title', size: 's' }}
        errorMessage={faultOf(errors, 'job-title')}
        value={entered.jobTitle}
        autocomplete="off"
      />
      <Button text="Send the letter" preventDoubleClick />
    </OwnForm>
  )
}
