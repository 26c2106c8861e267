import type { Edition } from '../../../frameworks/model/framework.ts'
import { entryKindNames } from '../../../passports/model/entry.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Offer } from '../../goals/model/goal-words.ts'
import { OfferNote } from '../../goals/pages/offer-note.tsx'
import { standingWords } from '../../goals/pages/standing-words.ts'
import type { Route } from '../model/route.ts'
import type { Outcome, Weighed } from '../model/weigh-rules.ts'
import { OldNote } from './old-note.tsx'
import { Around, Gaps, RouteFacts } from './pathway-parts.tsx'
import { readCopies } from './pathways-page.tsx'
import { byProvider, ReadWhere } from './read-where.tsx'

interface OwnPathwayPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly route: Route
  readonly all: readonly Route[]
  readonly weighed: readonly Weighed[]
  readonly offer?: Offer | undefined
}

const outcomeNames: Readonly<Record<Outcome, string>> = {
  met: 'Met',
  'you-say-so': 'You say so',
  'not-yet': 'Not yet',
  ask: 'Ask the provider',
}

export function OwnPathwayPage(props: OwnPathwayPageProps) {
  const { account, demo, edition, route, all, weighed, offer } = props
  const { title, slug } = route
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.ownPathways(), text: 'What would count for me' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">What would count for me</span>
        {title}
      </h1>
      <p>
        <strong>The provider decides who can join, and nobody else.</strong> This page puts what
        each rule asks beside what is in your passport. Only you see it.
      </p>
      <RouteFacts route={route} edition={edition} />
      <OfferNote offer={offer} />
      {weighed.length === 0 && <p>We have read no rules yet. Ask the provider.</p>}
      {byProvider(weighed, ({ rule }) => rule).map(({ provider, those }) => (
        <section key={provider}>
          <h2 class="nhsuk-heading-m">{provider}</h2>
          <ul class="nhsuk-list">
            {those.map((one) => (
              <li key={one.rule.rule} class="lanyard-waiting">
                <RuleBeside weighed={one} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        Is something missing? <a href={paths.addEntry()}>Add it to my passport</a>. You can also{' '}
        <a href={paths.priorLearning()}>write a statement of prior learning</a> for a provider.
      </p>
      <Gaps route={route} />
      <Around route={route} all={all} to={paths.ownPathway} />
      <p>
        <a href={paths.pathway(slug)}>The page of this pathway that everybody sees</a>
      </p>
      <p>{readCopies}</p>
    </OwnLayout>
  )
}

function outcomeOf({ rule, outcome }: Weighed): string {
  if (rule.asksNothing) return 'Nothing is asked'
  return rule.mayCount && outcome === 'not-yet' ? 'Only if you have it' : outcomeNames[outcome]
}

function RuleBeside({ weighed }: { readonly weighed: Weighed }) {
  const { rule, outcome } = weighed
  const caring = rule.counts.some(
    (matcher) => 'experience' in matcher && matcher.experience === 'lived-experience',
  )
  return (
    <>
      {rule.old !== undefined ? (
        <OldNote old={rule.old} />
      ) : (
        <p>
          <Tag colour={outcome === 'met' ? undefined : 'white'} text={outcomeOf(weighed)} />
        </p>
      )}
      <p>{rule.text}</p>
      <Standing weighed={weighed} />
      {rule.partly && outcome === 'ask' && <p>The provider says whether that is enough.</p>}
      {caring && outcome === 'not-yet' && (
        <p>
          <a href={paths.addEntry('lived-experience')}>Say what caring taught you</a>. It stays
          yours alone, unless you choose to show it.
        </p>
      )}
      <p>
        <ReadWhere rule={rule} />
      </p>
    </>
  )
}

/** What in the passport stands for the rule. */
function Standing({ weighed: { entries, statements, employers } }: { readonly weighed: Weighed }) {
  if (entries.length + statements.length + employers.length === 0) return null
  return (
    <>
      <p class="nhsuk-u-margin-bottom-1">What you have:</p>
      <ul>
        {employers.map((employer) => (
          <li key={employer}>Your job: {employer} says that you work there</li>
        ))}
        {entries.map(({ id, brought, kind, title, confirmation, private: own }) => (
          <li key={id}>
            {entryKindNames[kind]}:{' '}
            <a href={brought ? paths.bring() : paths.ownEntry(id)}>{title}</a>
            {confirmation ? `, confirmed by ${confirmation.by}` : ', your own word'}
            {own && '. Only you see this entry'}
          </li>
        ))}
        {statements.map((standing) => (
          <li key={standing.statement.code}>
            Statement {standing.statement.code.replace(/-.*$/, '')}: {standingWords(standing)}
          </li>
        ))}
      </ul>
    </>
  )
}
