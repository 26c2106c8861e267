import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Employer } from '../../memberships/people-store.ts'
import { type Invitation, invitationState } from '../model/invitation.ts'
import { nameOf, stateWords } from './invitation-words.ts'

interface InvitationsPageProps extends OwnPageProps {
  readonly employer: Employer
  readonly invitations: readonly Invitation[]
  readonly count: number
  readonly pages: number
  readonly page: number
  /** Those that were answered or taken back, or those that wait. */
  readonly over: boolean
  readonly now: Date
}

export function InvitationsPage(props: InvitationsPageProps) {
  const { employer, invitations, count, over, account, demo } = props
  const other = over
    ? { href: paths.invitations(employer.slug), text: 'Show those that wait for an answer' }
    : { href: paths.invitations(employer.slug, { show: 'over' }), text: 'Show those that are over' }
  return (
    <OwnLayout
      {...{ account, demo }}
      title="Invitations"
      team
      back={{ href: paths.people(employer.slug), text: 'People' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{employer.name}</span>
        Invitations
      </h1>
      <div class="lanyard-actions">
        <Button text="Invite people" href={paths.invite(employer.slug)} />
        <a href={other.href}>{other.text}</a>
      </div>
      <h2 class="nhsuk-heading-m">
        {over ? 'Over' : 'Waiting for an answer'}: {count.toLocaleString('en-GB')}
      </h2>
      {invitations.length === 0 ? (
        <p>{over ? 'None yet.' : 'None. Whoever you invite stands here until they answer.'}</p>
      ) : (
        <Found {...props} />
      )}
      {over && (
        <p class="lanyard-meta">
          Thirty days after an invitation is over we forget the name and the e-mail address.
        </p>
      )}
      <Pages {...props} />
    </OwnLayout>
  )
}

function Found({ employer, invitations, now }: InvitationsPageProps) {
  return (
    <Table
      responsive
      head={['Name', 'Job', 'Invited', 'Where it stands']}
      rows={invitations.map((invitation) => [
        { text: nameOf(invitation), href: paths.invitation(employer.slug, invitation.id) },
        invitation.jobTitle,
        plainDate(invitation.invitedAt),
        stateWords(invitation, invitationState(invitation, now)),
      ])}
    />
  )
}

function Pages({ employer, pages, page, over }: InvitationsPageProps) {
  if (pages < 2) return null
  const show = over ? 'over' : undefined
  const at = (number: number) => paths.invitations(employer.slug, { show, page: String(number) })
  return (
    <Pagination
      ariaLabel="Pages of invitations"
      previous={page > 1 ? { href: at(page - 1), label: `${page - 1} of ${pages}` } : undefined}
      next={page < pages ? { href: at(page + 1), label: `${page + 1} of ${pages}` } : undefined}
    />
  )
}
