import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { TagProps } from '../../../ui/tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { evidenceWords } from '../../model/evidence.ts'
import type { OrganisationRequest } from '../../model/organisation-request.ts'
import { daysBeforeRecheck, type Proposal } from '../../model/verification.ts'
import type { FoundOrganisation, NamedOrganisation } from '../../register-search-store.ts'
import type { DueRecheck } from '../../verifications-store.ts'

export interface StewardsPageProps extends OwnPageProps {
  /** Who is looking. */
  readonly person: string
  readonly proposals: readonly Proposal[]
  readonly requests: readonly OrganisationRequest[]
  readonly due: readonly DueRecheck[]
  readonly lapsed: readonly DueRecheck[]
  /** They can issue, and nobody manages people there. */
  readonly unmanaged: readonly NamedOrganisation[]
  readonly neverVerified: readonly NamedOrganisation[]
  /** Names of colleagues, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly name: string
  readonly found: readonly FoundOrganisation[]
}

/** Everything of the register that waits for a steward. */
export function StewardsPage(props: StewardsPageProps) {
  const { account, demo, proposals, requests, due, lapsed, unmanaged, neverVerified } = props
  return (
    <OwnLayout {...{ account, demo }} title="Organisations: what needs doing" team>
      <h1 class="nhsuk-heading-l">Organisations: what needs doing</h1>
      <p>
        Two stewards check each organisation before it can issue. One proposes, another confirms.
      </p>
      <Part
        title="Waiting for a second steward"
        empty="Nothing waits for a second steward."
        items={proposals.map((proposal) => proposalTask(proposal, props))}
      />
      <Part
        title="People have asked"
        empty="Nobody has asked for anything."
        items={requests.map(requestTask)}
      />
      <Part
        title={`To check again in the next ${daysBeforeRecheck} days`}
        empty="Nothing is to be checked again soon."
        items={due.map((one) => recheckTask(one, { text: 'Due', colour: 'yellow' }))}
      />
      <Part
        title="Not checked again in time"
        empty="None. Everything was checked again in time."
        hint="These cannot issue now. What they issued before still counts."
        items={lapsed.map((one) => recheckTask(one, { text: 'Lapsed', colour: 'red' }))}
      />
      <Part
        title="Nobody manages people"
        empty="None. Each that can issue has somebody who manages people."
        hint="Nobody can be invited there or given a permission until you name a manager."
        items={unmanaged.map(({ slug, name }) => ({
          heading: name,
          href: paths.stewardsOrganisation(slug),
          status: { tag: { text: 'No manager', colour: 'red' } },
        }))}
      />
      <Part
        title="Never verified"
        empty="None."
        items={neverVerified.map(({ slug, name }) => ({
          heading: name,
          href: paths.stewardsOrganisation(slug),
          status: { tag: { text: 'Not verified', colour: 'white' } },
        }))}
      />
      <FindForm {...props} />
      <h2 class="nhsuk-heading-m">Is it not in the register?</h2>
      <Button
        text="Add an organisation"
        variant="secondary"
        href={paths.stewardsAddOrganisation()}
      />
    </OwnLayout>
  )
}

interface TaskOf {
  readonly heading: string
  readonly hint?: string
  readonly href: string
  readonly status: { readonly tag: TagProps }
}

function Part({
  title,
  empty,
  hint,
  items,
}: {
  readonly title: string
  readonly empty: string
  readonly hint?: string
  readonly items: readonly TaskOf[]
}) {
  return (
    <>
      <h2 class="nhsuk-heading-m">{title}</h2>
      {items.length > 0 && hint !== undefined && <p>{hint}</p>}
      {items.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <TaskList items={items} idPrefix={title.toLowerCase().replaceAll(' ', '-')} />
      )}
    </>
  )
}

function proposalTask(proposal: Proposal, { person, names }: StewardsPageProps): TaskOf {
  const { id, organisation, organisationName, proposedBy, proposedOn, evidence } = proposal
  const isOwn = proposedBy === person
  const by = isOwn ? 'you' : (names.get(proposedBy ?? '') ?? 'another steward')
  const shown = evidence.map(({ kind }) => evidenceWords[kind].toLowerCase()).join(', ')
  return {
    heading: organisationName,
    hint: `Proposed by ${by} on ${dayInWords(proposedOn)}. Shown: ${shown}.`,
    href: paths.verificationProposal(organisation, id),
    status: {
      tag: isOwn ? { text: 'Waiting', colour: 'white' } : { text: 'Needs you', colour: 'blue' },
    },
  }
}

function requestTask({ id, name, organisation, askedAt }: OrganisationRequest): TaskOf {
  const what = organisation === undefined ? 'Add it to the register' : 'Verify it'
  return {
    heading: name,
    hint: `${what}. Asked on ${plainDate(askedAt)}.`,
    href: paths.organisationRequest(id),
    status: { tag: { text: 'New', colour: 'blue' } },
  }
}

function recheckTask({ organisation, organisationName, checkAgainOn }: DueRecheck, tag: TagProps) {
  return {
    heading: organisationName,
    hint: `To be checked again by ${dayInWords(checkAgainOn)}.`,
    href: paths.stewardsOrganisation(organisation),
    status: { tag },
  }
}

function FindForm({ name, found }: StewardsPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m" id="find">
        Find an organisation
      </h2>
      <form method="get" action={`${paths.stewardsOrganisations()}#find`}>
        <Input name="name" label="Its name, or a part of it" value={name} autocomplete="off" />
        <Button text="Find" variant="secondary" />
      </form>
      {name !== '' && found.length === 0 && <p>Nothing was found. Use fewer words.</p>}
      <ul class="nhsuk-list">
        {found.map(({ slug, name }) => (
          <li key={slug}>
            <a href={paths.stewardsOrganisation(slug)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
