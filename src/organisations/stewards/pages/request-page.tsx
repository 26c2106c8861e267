import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { nameOf, type RegisterWords } from '../../model/kinds.ts'
import type { OrganisationRequest } from '../../model/organisation-request.ts'

export interface RequestPageProps extends OwnPageProps {
  readonly request: OrganisationRequest
  readonly words: RegisterWords
  readonly reason: string
  readonly errors?: readonly FieldFault[] | undefined
}

/** What somebody asked of the stewards. */
export function OrganisationRequestPage(props: RequestPageProps) {
  const { request, account, demo, errors } = props
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title={`Request: ${request.name}`}
      team
      back={{ href: paths.stewardsOrganisations(), text: 'Organisations: what needs doing' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {request.organisation === undefined ? 'Asked to add' : 'Asked to verify'}
        </span>
        {request.name}
      </h1>
      <SummaryList rows={rowsOf(props)} />
      {request.answer === undefined ? <Open {...props} /> : <Answered {...props} />}
    </OwnLayout>
  )
}

function rowsOf({ request, words }: RequestPageProps) {
  const { wanted, register, number, domain, note, askedAt } = request
  const rows: (readonly [string, string | undefined])[] = [
    ['Kind', wanted && nameOf(words.kinds, wanted.kind)],
    ['Nation', wanted && nameOf(words.nations, wanted.nation)],
    ['Sector', wanted && nameOf(words.sectors, wanted.sector)],
    ['Register', register && `${nameOf(words.registers, register)}, ${number ?? ''}`],
    ['Web address', domain],
    ['What they write', note],
    ['Asked on', plainDate(askedAt)],
  ]
  return rows.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]))
}

function Open({ request, reason, errors, account }: RequestPageProps) {
  const { id, organisation } = request
  return (
    <>
      {organisation === undefined ? (
        <Button text="Add it to the register" href={paths.stewardsAddOrganisation(id)} />
      ) : (
        <Button text="Propose to verify it" href={paths.proposeVerification(organisation, id)} />
      )}
      <h2 class="nhsuk-heading-m">Or refuse</h2>
      <OwnForm action={paths.organisationRequest(id)} csrfToken={account.csrfToken}>
        <Textarea
          name="reason"
          label="Why?"
          hint="The person who asked reads this. Say what they can do now."
          errorMessage={faultOf(errors, 'reason')}
          rows={3}
          value={reason}
        />
        <Button text="Refuse" variant="secondary" preventDoubleClick />
      </OwnForm>
    </>
  )
}

function Answered({ request }: RequestPageProps) {
  const { answer, id } = request
  if (answer === undefined) return null
  const { outcome, at, reason, organisation } = answer
  return (
    <>
      <p>
        {outcome === 'done' ? 'Taken up' : 'Refused'} on {plainDate(at)}.
        {reason !== undefined && ` Why: ${reason}`}
      </p>
      {organisation !== undefined && (
        <p>
          <a href={paths.stewardsOrganisation(organisation)}>See the organisation</a>, or{' '}
          <a href={paths.proposeVerification(organisation, id)}>propose to verify it</a>.
        </p>
      )}
    </>
  )
}
