import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
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
import { Tag } from '../../../ui/tag.tsx'
import { type Contact, contactPurposes, isOverdue, purposeNames } from '../model/contact.ts'
import type { ContactEntered } from '../model/entered.ts'

interface Local {
  readonly slug: string
  readonly name: string
}

interface ContactsPageProps extends OwnPageProps {
  readonly local: Local
  readonly contacts: readonly Contact[]
  readonly today: string
  readonly done?: string | undefined
}

export function ContactsPage({ account, demo, local, contacts, today, done }: ContactsPageProps) {
  const title = 'Where to turn'
  return (
    <OwnLayout {...{ account, demo, title }} team back={{ href: paths.team(), text: 'Your team' }}>
      {done === 'saved' && <DoneBanner title="Saved" words="Everybody can see it now." />}
      {done === 'removed' && <DoneBanner title="Removed" words="It is no longer shown." />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{local.name}</span>
        {title}
      </h1>
      <p>
        Anybody can read these, on <a href={paths.speakingUpAt(local.slug)}>Speaking up</a> and{' '}
        <a href={paths.signpostsAt(local.slug)}>Who else can help</a>. Nobody sees who read them,
        and no concern is kept here.
      </p>
      <Button text="Add where to turn" href={paths.addContact(local.slug)} />
      {contacts.length === 0 && <p>Nothing is added yet.</p>}
      <ul class="nhsuk-list">
        {contacts.map((contact) => (
          <li key={contact.id}>
            <a href={paths.changeContact(local.slug, contact.id)}>{contact.role}</a>{' '}
            {isOverdue(contact, today) && <Tag colour="yellow" text="Check it again" />}
            <br />
            {purposeNames[contact.purpose]}. Checked on {dayInWords(contact.checked_on)}.
          </li>
        ))}
      </ul>
    </OwnLayout>
  )
}

export interface ContactFormPageProps extends OwnPageProps {
  readonly local: Local
  /** Of what is changed; a new one has none. */
  readonly contact?: string | undefined
  /** For the form; sending it twice adds one. */
  readonly id: string
  readonly entered: ContactEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function ContactFormPage(props: ContactFormPageProps) {
  const { account, demo, local, contact, id, entered, errors } = props
  const title = contact === undefined ? 'Add where to turn' : 'Change where to turn'
  const action =
    contact === undefined ? paths.addContact(local.slug) : paths.changeContact(local.slug, contact)
  const line = (
    name: Exclude<keyof ContactEntered, 'isDoubtful'>,
    label: string,
    hint?: string,
  ) => (
    <Input
      name={name}
      label={{ text: label, size: 's' }}
      hint={hint}
      errorMessage={faultOf(errors, name)}
      value={entered[name]}
      autocomplete="off"
    />
  )
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      team
      back={{ href: paths.contacts(local.slug), text: 'Where to turn' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{local.name}</span>
        {title}
      </h1>
      <InsetText text="Everybody can read this, also outside your organisation. Enter roles and work addresses only: no person’s name, and nothing private of anybody." />
      <OwnForm action={action} csrfToken={account.csrfToken}>
        <input type="hidden" name="id" value={id} />
        <Select
          name="purpose"
          label={{ text: 'What is it for?', size: 's' }}
          errorMessage={faultOf(errors, 'purpose')}
          value={entered.purpose}
          items={[
            { value: '', text: 'Choose' },
            ...contactPurposes.map((value) => ({ value, text: purposeNames[value] })),
          ]}
        />
        {line(
          'role',
          'Role or service',
          'Not the name of a person: people move. Such as: Safeguarding lead.',
        )}
        {line('phone', 'Phone (optional)')}
        {line(
          'email',
          'E-mail (optional)',
          'A work address, best a shared mailbox. Never somebody’s private one.',
        )}
        {line('web', 'Web address (optional)', 'It begins with https://')}
        {line('hours', 'When is it open? (optional)', 'Such as: Monday to Friday, 9 to 5.')}
        {entered.isDoubtful && (
          <Checkboxes
            name="public"
            idPrefix="public"
            fieldset={{ legend: { text: 'May everybody read this?', size: 's' } }}
            hint="Change it above, or tick the box and save again."
            items={[{ value: 'yes', text: 'I have checked. It is a role and a work address.' }]}
          />
        )}
        <p>
          Try it before you save: saving says that you checked it today. You are asked to check it
          again in 6 months.
        </p>
        <Button text="I checked it: save" preventDoubleClick />
      </OwnForm>
      {contact !== undefined && (
        <OwnForm action={paths.removeContact(local.slug, contact)} csrfToken={account.csrfToken}>
          <Button text="Remove it" variant="secondary" />
        </OwnForm>
      )}
    </OwnLayout>
  )
}
