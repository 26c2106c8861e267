import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/details.tsx'
import { csvFile, FileOrText } from '../../../ui/file-or-text.tsx'
import { type FieldFault, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { invitablePermissions } from '../../memberships/model/may-grant.ts'
import { permissionWords } from '../../memberships/model/permission-words.ts'
import type { Employer } from '../../memberships/people-store.ts'

interface InviteManyPageProps extends OwnPageProps {
  readonly employer: Employer
  readonly teams: readonly { readonly name: string }[]
  readonly pasted: string
  readonly errors?: readonly FieldFault[] | undefined
}

export function InviteManyPage(props: InviteManyPageProps) {
  const { employer, teams, pasted, errors, account, demo } = props
  const title = 'Invite many people with a file'
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      team
      back={{ href: paths.invite(employer.slug), text: 'Invite people' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{employer.name}</span>
        {title}
      </h1>
      <p>
        You see what will happen to every row first. <strong>Nothing is sent</strong> until you
        press “Invite” on the next page.
      </p>
      <p>
        <a href={paths.inviteTemplate(employer.slug)} download>
          Download the template (CSV)
        </a>
        , fill it in and save it as CSV. It can have up to 5,000 people and 1 MB.
      </p>
      <Details summary="What goes into the columns">
        <ul>
          <li>Name: as you know them.</li>
          <li>E-mail: their address, or “no e-mail”. Then you print a code and hand it over.</li>
          <li>Job title.</li>
          <li>
            Team:{' '}
            {teams.length === 0
              ? 'leave it empty. You have no teams here yet.'
              : `empty, or ${teams.map(({ name }) => `“${name}”`).join(', ')}.`}
          </li>
          <li>
            Permissions: empty, or{' '}
            {invitablePermissions.map((one) => `“${permissionWords[one].label}”`).join(', ')}. More
            than one is separated by a comma.
          </li>
          <li>Starts on: empty for today, or a date such as 31/1/2027.</li>
        </ul>
      </Details>
      <FileOrText
        action={paths.inviteMany(employer.slug)}
        csrfToken={account.csrfToken}
        file={{ label: 'CSV file', accept: csvFile }}
        text={{
          name: 'people',
          label: 'Or paste the rows, with the row that names the columns',
          value: pasted,
        }}
        button="Look at the rows"
        errors={errors}
      />
    </OwnLayout>
  )
}
