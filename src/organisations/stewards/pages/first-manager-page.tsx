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
import { Radios } from '../../../ui/radios.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { namingShownBy, namingWords } from '../../model/manager-naming.ts'
import type { InvitedManager } from '../first-manager-store.ts'

export interface FirstManagerEntered {
  readonly name: string
  readonly email: string
  readonly jobTitle: string
}

export interface NamingEntered {
  readonly shownBy: string
  readonly reason: string
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
  /** What was said of one of them, where something is to be mended. */
  readonly naming?: (NamingEntered & { readonly invitation: string }) | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

/** Two steps: a letter that gives nothing, and the permission once they have joined. */
export function FirstManagerPage(props: FirstManagerPageProps) {
  const { slug, name, invited, sent, errors, account, demo } = props
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title="Name a manager"
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
        Name a manager
      </h1>
      <p>
        Nobody manages people there now. Until somebody does, nobody can be invited or given a
        permission.
      </p>
      <ol>
        <li>You invite somebody by e-mail. The letter alone gives them nothing.</li>
        <li>They say yes. Whoever works there already keeps their job as it is.</li>
        <li>You come back here and make them the manager.</li>
      </ol>
      {invited.length > 0 && <Invited {...props} />}
      <InviteForm {...props} />
    </OwnLayout>
  )
}

function Invited(props: FirstManagerPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Whom you have invited</h2>
      {props.invited.map((one) => (
        <div key={one.id}>
          <p>
            <strong>{one.name ?? 'Somebody'}</strong>, on {plainDate(one.invitedAt)}.{' '}
            {stateOf(one, props.now)}
          </p>
          {one.worksThere && <NamingForm {...props} one={one} />}
        </div>
      ))}
    </>
  )
}

/** Each form has ids of its own: several may have joined. */
function NamingForm({
  slug,
  one,
  naming,
  errors,
  account,
}: FirstManagerPageProps & { readonly one: InvitedManager }) {
  const who = one.name ?? 'them'
  const entered = naming?.invitation === one.id ? naming : undefined
  const shownBy = `shown-by-${one.id}`
  const reason = `reason-${one.id}`
  return (
    <OwnForm action={paths.makeFirstManager(slug, one.id)} csrfToken={account.csrfToken}>
      <Radios
        name="shown-by"
        idPrefix={shownBy}
        fieldset={{ legend: { text: `What shows that it wants ${who}?`, size: 's' } }}
        errorMessage={faultOf(errors, shownBy)}
        value={entered?.shownBy}
        items={namingShownBy.map((value) => ({ value, text: namingWords[value] }))}
      />
      <Textarea
        name="reason"
        id={reason}
        label={{ text: 'Why does it need a manager?', size: 's' }}
        hint="For example: the last manager has left. Do not name people. Stewards and its managers can read this."
        errorMessage={faultOf(errors, reason)}
        rows={3}
        value={entered?.reason}
      />
      <Button text={`Make ${who} a manager there`} preventDoubleClick />
    </OwnForm>
  )
}

function stateOf(invited: InvitedManager, now: Date): string {
  const { personId, worksThere, declined, expiresAt } = invited
  if (worksThere) return 'They have joined.'
  if (personId !== undefined) return 'They have left since.'
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
