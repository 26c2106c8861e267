import { dayInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { PageLayout } from '../../ui/page-layout.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { RecordedEvent } from '../events-store.ts'
import { becameWords } from '../model/became-words.ts'
import { nameOf, type RegisterWords } from '../model/kinds.ts'
import type { IssueJudgement } from '../model/may-issue.ts'
import type { AreaSpan, OrganisationHistory, VerifiedSpan } from '../model/organisation-history.ts'
import type { OrganisationOn } from '../model/organisation-on.ts'
import { EventList } from './event-list.tsx'
import { NameHistory } from './name-history.tsx'

export interface OrganisationPageProps {
  readonly history: OrganisationHistory
  readonly now: OrganisationOn
  readonly judgement: IssueJudgement
  readonly events: readonly RecordedEvent[]
  /** Names of the stewards' organisations, by slug. */
  readonly stewards: ReadonlyMap<string, string>
  readonly words: RegisterWords
  /** Undefined until it has issued something. */
  readonly did?: string | undefined
  /** YYYY-MM-DD. */
  readonly today: string
  readonly demo: boolean
}

/** One organisation of the public register, as it is and as it was. */
export function OrganisationPage(props: OrganisationPageProps) {
  const { now, history, today, demo } = props
  return (
    <PageLayout
      title={now.name}
      demo={demo}
      back={{ href: paths.organisations(), text: 'Register of organisations' }}
    >
      <h1 class="nhsuk-heading-l">
        {now.name} <Standing {...props} />
      </h1>
      <Became {...props} />
      <p>
        When a credential says that it was issued here, <a href={paths.verify()}>check it</a>: the
        name alone shows nothing.
      </p>
      <SummaryList rows={rowsOf(props)} />
      <p>
        <a href={paths.accepts(history.slug)}>What it accepts from other employers</a>
      </p>
      <NameHistory history={history} today={today} />
      <EventList events={props.events} slug={history.slug} />
      <Verifications {...props} />
    </PageLayout>
  )
}

function Standing({ judgement, history, today }: OrganisationPageProps) {
  if (history.ending !== undefined && history.ending.on <= today) {
    return <Tag colour="grey" text="Ended" />
  }
  if (judgement.may) return <Tag colour="green" text="Verified" />
  return <Tag colour="white" text="Cannot issue" />
}

function Became({ now }: OrganisationPageProps) {
  if (now.became.length === 0) return null
  return (
    <>
      {now.became.map((step) => (
        <p key={step.slug}>
          <strong>{becameWords(step)}</strong>{' '}
          {step.into.map(({ slug, name }) => (
            <>
              <a href={paths.organisation(slug)}>See {name}</a>.{' '}
            </>
          ))}
        </p>
      ))}
      <p>What it issued before that day still counts, and can still be checked.</p>
    </>
  )
}

function rowsOf(props: OrganisationPageProps) {
  const { history, words, now } = props
  return [
    { key: 'Kind', value: nameOf(words.kinds, history.kind) },
    { key: 'Nation', value: nameOf(words.nations, history.nation) },
    { key: 'Sector', value: nameOf(words.sectors, history.sector) },
    ...(history.areas.length === 0 ? [] : [areaRow(now.areas, history.areas)]),
    { key: 'Can it issue?', value: issueWords(props) },
    { key: 'Identifier', value: { children: <Identifier {...props} /> } },
  ]
}

function areaRow(present: readonly AreaSpan[], all: readonly AreaSpan[]) {
  const earlier = all.filter((span) => !present.includes(span))
  return {
    key: 'Area',
    value: {
      children: (
        <>
          {present.map((span) => (
            <AreaLine key={span.area} span={span} />
          ))}
          {earlier.map((span) => (
            <AreaLine key={span.area} span={span} />
          ))}
        </>
      ),
    },
  }
}

function AreaLine({ span }: { readonly span: AreaSpan }) {
  const since = span.from === undefined ? '' : ` from ${dayInWords(span.from)}`
  const until = span.to === undefined ? '' : ` until ${dayInWords(span.to)}`
  return (
    <p class="nhsuk-u-margin-bottom-1">
      <a href={paths.organisation(span.area)}>{span.name}</a>
      {`${since}${until}`}
    </p>
  )
}

function issueWords({ judgement, stewards }: OrganisationPageProps): string {
  if (judgement.may) return `Yes. ${verifiedWords(judgement.verified, stewards)}`
  const day = judgement.since === undefined ? '' : dayInWords(judgement.since)
  switch (judgement.why) {
    case 'not-there':
      return day === '' ? 'Not yet: it has not opened.' : `No. It ended on ${day}.`
    case 'never-verified':
      return 'No. Nobody has verified who this is.'
    case 'lapsed':
      return `No. It was to be checked again by ${day}, and was not. What it issued until then still counts.`
    case 'withdrawn':
      return `No. Its verification was withdrawn from ${day} on.`
  }
}

function verifiedWords(
  { from, checkAgainOn, steward }: VerifiedSpan,
  stewards: OrganisationPageProps['stewards'],
): string {
  const by =
    steward === undefined ? 'Verified' : `Verified by two stewards of ${stewards.get(steward)}`
  return `${by} on ${dayInWords(from)}. It is checked again by ${dayInWords(checkAgainOn)}.`
}

function Verifications({ history, stewards, judgement }: OrganisationPageProps) {
  const present = judgement.may ? judgement.verified.id : undefined
  const earlier = history.verified.filter(({ id }) => id !== present)
  if (earlier.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">When it was verified before</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {earlier.toReversed().map((span) => (
          <li key={span.id}>{pastWords(span, stewards)}</li>
        ))}
      </ul>
    </>
  )
}

function pastWords(span: VerifiedSpan, stewards: OrganisationPageProps['stewards']): string {
  const { from, checkAgainOn, steward, withdrawn } = span
  const by = steward === undefined ? '' : `, by two stewards of ${stewards.get(steward)}`
  const until = `From ${dayInWords(from)} to ${dayInWords(checkAgainOn)}${by}.`
  if (withdrawn === undefined) return until
  return `${until} Withdrawn from ${dayInWords(withdrawn.from)} on: ${withdrawn.reason}`
}

function Identifier({ history, did }: OrganisationPageProps) {
  if (did === undefined) return <>It has issued no credential yet, so it has none.</>
  return (
    <>
      <span class="lanyard-address">{did}</span>
      <br />
      <a href={paths.organisationDid(history.slug)}>Its public keys, for machines</a>
    </>
  )
}
