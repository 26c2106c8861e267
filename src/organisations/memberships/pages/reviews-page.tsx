import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { ReviewedGrant } from '../grants-store.ts'
import { permissionWords } from '../model/permission-words.ts'
import { reviewDays } from '../model/review-grants.ts'
import type { Employer } from '../people-store.ts'
import { untilWords } from './person-page.tsx'

export const reviewChanges = {
  kept: 'The permission is kept for another year.',
  ended: 'The permission is ended. It stopped working at once.',
  'given-back': 'The permission is given again, for a year.',
} as const
export type ReviewChange = keyof typeof reviewChanges

interface ReviewsPageProps extends OwnPageProps {
  readonly employer: Employer
  readonly due: readonly ReviewedGrant[]
  /** Today, the latest of each person and permission. */
  readonly decided: readonly ReviewedGrant[]
  readonly managerId: string
  readonly done?: ReviewChange | undefined
}

export function ReviewsPage(props: ReviewsPageProps) {
  const { account, demo, employer, due, decided, done } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      title="Review permissions"
      team
      back={{ href: paths.people(employer.slug), text: 'People' }}
    >
      {done !== undefined && <DoneBanner title="Done" words={reviewChanges[done]} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{employer.name}</span>
        Review permissions
      </h1>
      <p>
        These end within {reviewDays} days, or have no end date. Does the person still do this job,
        and still need it? Keep it for another year, or end it. What nobody keeps ends by itself.
      </p>
      <h2 class="nhsuk-heading-m">To look at: {due.length}</h2>
      {due.length === 0 && <p>Nothing needs you now. We write to you when something is due.</p>}
      <ul class="nhsuk-list">
        {due.map((grant) => (
          <Due key={grant.id} {...props} grant={grant} />
        ))}
      </ul>
      {decided.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Decided today</h2>
          <ul class="nhsuk-list">
            {decided.map((grant) => (
              <Decided key={grant.id} {...props} grant={grant} />
            ))}
          </ul>
        </>
      )}
    </OwnLayout>
  )
}

type OneProps = ReviewsPageProps & { readonly grant: ReviewedGrant }

function Heading({ employer, grant }: OneProps) {
  return (
    <>
      <a href={paths.person(employer.slug, grant.personId)}>{grant.personName}</a>:{' '}
      <strong>{permissionWords[grant.permission].label}</strong>
    </>
  )
}

function Due(props: OneProps) {
  const { employer, grant, account, managerId } = props
  const own = grant.personId === managerId
  const about = `${grant.personName}: ${permissionWords[grant.permission].label}`
  const to = (decision: 'keep' | 'end') => paths.reviewPermission(employer.slug, grant.id, decision)
  return (
    <li class="lanyard-waiting">
      <p>
        <Heading {...props} />
        <br />
        {untilWords(grant)}
      </p>
      {own ? (
        <p>This is yours. Another manager must look at it.</p>
      ) : (
        <div class="lanyard-actions">
          <Press action={to('keep')} text="Keep for a year" {...{ account, about }} />
          <Press action={to('end')} text="End" {...{ account, about }} />
        </div>
      )}
    </li>
  )
}

function Decided(props: OneProps) {
  const { employer, grant, account, managerId } = props
  const about = `${grant.personName}: ${permissionWords[grant.permission].label}`
  const own = grant.personId === managerId
  const end = paths.reviewPermission(employer.slug, grant.id, 'end')
  return (
    <li class="lanyard-waiting">
      <p>
        <Heading {...props} />
        <br />
        {grant.endedOn === undefined ? `Kept until ${dayInWords(grant.expiresOn ?? '')}` : 'Ended'}
      </p>
      {!own && grant.endedOn === undefined && (
        <Press action={end} text="End after all" {...{ account, about }} />
      )}
      {!own && grant.endedOn !== undefined && (
        <Press
          action={paths.giveBackPermission(employer.slug)}
          text="Give it back for a year"
          fields={{ person: grant.personId, permission: grant.permission }}
          {...{ account, about }}
        />
      )}
    </li>
  )
}

function Press({
  action,
  text,
  about,
  account,
  fields = {},
}: Pick<OwnPageProps, 'account'> & {
  readonly action: string
  readonly text: string
  readonly about: string
  readonly fields?: Readonly<Record<string, string>>
}) {
  return (
    <OwnForm action={action} csrfToken={account.csrfToken}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant="secondary" small>
        {text}
        <span class="nhsuk-u-visually-hidden"> ({about})</span>
      </Button>
    </OwnForm>
  )
}
