import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { listForeignCodes } from '../model/list-codes.ts'
import { type Mapping, statusOf } from '../model/mapping.ts'
import { relationNames, scopeName } from '../model/mapping-names.ts'
import { type FrameworkOwner, mayApprove, mayConfirm, ownsFramework } from '../model/may-answer.ts'
import type { ForeignEdition } from '../read-crosswalk.ts'
import { codeName } from './crosswalk-page.tsx'

interface MappingWorkPageProps extends OwnPageProps {
  readonly duties: {
    readonly steward?: string | undefined
    readonly owners: readonly FrameworkOwner[]
  }
  /** The newest of each line. */
  readonly newest: readonly Mapping[]
  /** From earlier editions of ours: as they stood, and those whose statements changed. */
  readonly carried: readonly Mapping[]
  readonly again: readonly Mapping[]
  readonly frameworks: readonly ForeignEdition[]
  readonly personId: string
}

/** What waits for this person, and everything else below it. */
export function MappingWorkPage(props: MappingWorkPageProps) {
  const { account, demo, duties, newest, frameworks, personId } = props
  const title = 'How frameworks relate: your work'
  const isSteward = duties.steward !== undefined
  const toConfirm = newest.filter((mapping) => mayConfirm(mapping, personId))
  const ofMine = newest.filter(
    (mapping) => statusOf(mapping) === 'decided' && mapping.decided?.by === personId,
  )
  const toApprove = newest.filter(
    (mapping) => mayApprove(mapping, personId) && isOwned(mapping, props),
  )
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.crosswalks(), text: 'How frameworks relate' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {duties.owners.map((owner) => (
        <p key={owner.slug}>
          For {owner.name} you approve what two stewards have agreed about the frameworks that it
          answers for.
        </p>
      ))}
      {isSteward && (
        <>
          <p>
            One steward decides and another confirms. You never confirm what you decided yourself.
          </p>
          <List title="Waiting for you to confirm" mappings={toConfirm} frameworks={frameworks} />
          <List
            title="Decided by you, waiting for another steward"
            mappings={ofMine}
            frameworks={frameworks}
          />
        </>
      )}
      {duties.owners.length > 0 && (
        <List title="Waiting for you to approve" mappings={toApprove} frameworks={frameworks} />
      )}
      {isSteward && <Earlier {...props} />}
      <h2 class="nhsuk-heading-m">By framework</h2>
      {frameworks.map((framework) => (
        <Framework key={framework.ref} {...{ framework, newest, isSteward, frameworks }} />
      ))}
    </OwnLayout>
  )
}

/** What earlier editions of ours hand on to this one. */
function Earlier({ carried, again, frameworks }: MappingWorkPageProps) {
  if (carried.length + again.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">To look at again</h2>
      <p>
        These were decided for an earlier edition. What they rest on became something else since, so
        they do not count for this one until somebody decides anew.
      </p>
      {again.length === 0 ? (
        <p>Nothing.</p>
      ) : (
        <ul class="lanyard-contents-list">
          {again.map(({ id, fromEdition, toEdition, to, from }) => (
            <li key={id}>
              <a href={paths.mapping(id)}>
                {frameworks.find(({ ref }) => ref === toEdition)?.edition.title ?? toEdition}: {to}
              </a>
              <span class="nhsuk-hint">
                Of {from.join(', ')} in {fromEdition}.{' '}
                <a href={paths.beginMapping(toEdition, to)}>Decide for this edition</a>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        {carried.length} more are carried over as they stand: what they rest on is unchanged, or
        only reworded or moved.
      </p>
    </>
  )
}

function isOwned(
  { toEdition }: Mapping,
  { frameworks, duties }: Pick<MappingWorkPageProps, 'frameworks' | 'duties'>,
): boolean {
  const found = frameworks.find(({ ref }) => ref === toEdition)
  return found !== undefined && duties.owners.some((owner) => ownsFramework(owner, found.skeleton))
}

interface ListProps extends Pick<MappingWorkPageProps, 'frameworks'> {
  readonly title: string
  readonly mappings: readonly Mapping[]
}

function List({ title, mappings, frameworks }: ListProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">{title}</h2>
      {mappings.length === 0 ? <p>Nothing.</p> : <Links {...{ mappings, frameworks }} />}
    </>
  )
}

function Links({
  mappings,
  frameworks,
  inFramework,
}: Omit<ListProps, 'title'> & { readonly inFramework?: boolean | undefined }) {
  return (
    <ul class="lanyard-contents-list">
      {mappings.map((mapping) => {
        const framework = frameworks.find(({ ref }) => ref === mapping.toEdition)
        const code =
          framework && listForeignCodes(framework.edition).find((one) => one.code === mapping.to)
        return (
          <li key={mapping.id}>
            <a href={paths.mapping(mapping.id)}>
              {!inFramework && `${framework?.edition.title}: `}
              {code ? codeName(code) : mapping.to}
            </a>
            <span class="nhsuk-hint">{relationNames[mapping.relation]}</span>
          </li>
        )
      })}
    </ul>
  )
}

function Framework({
  framework,
  newest,
  isSteward,
  frameworks,
}: Pick<MappingWorkPageProps, 'newest' | 'frameworks'> & {
  readonly framework: ForeignEdition
  readonly isSteward: boolean
}) {
  const of = newest.filter(({ toEdition }) => toEdition === framework.ref)
  const suggested = of.filter((mapping) => statusOf(mapping) === 'suggested')
  const others = of.filter((mapping) => statusOf(mapping) !== 'suggested')
  return (
    <details class="nhsuk-details nhsuk-expander">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">
          {framework.edition.title}: {suggested.length} suggested, {others.length} looked at
        </span>
      </summary>
      <div class="nhsuk-details__text">
        <p>Only the owner for {scopeName(framework.skeleton)} can approve these.</p>
        {isSteward && (
          <p>
            <a href={paths.beginMapping(framework.ref)}>
              Relate something else to {framework.edition.title}
            </a>
          </p>
        )}
        <h3 class="nhsuk-heading-s">Suggested by our own draft</h3>
        {suggested.length === 0 ? (
          <p>None.</p>
        ) : (
          <Links {...{ mappings: suggested, frameworks }} inFramework />
        )}
        <h3 class="nhsuk-heading-s">Looked at by people</h3>
        {others.length === 0 ? (
          <p>None.</p>
        ) : (
          <Links {...{ mappings: others, frameworks }} inFramework />
        )}
      </div>
    </details>
  )
}
