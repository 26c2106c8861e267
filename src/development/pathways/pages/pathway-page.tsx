import type { Edition } from '../../../frameworks/model/framework.ts'
import { paths } from '../../../paths.ts'
import { PageLayout } from '../../../ui/page-layout.tsx'
import type { Offer } from '../../goals/model/goal-words.ts'
import type { Route } from '../model/route.ts'
import { OldNote } from './old-note.tsx'
import { Around, Gaps, RouteFacts } from './pathway-parts.tsx'
import { readCopies } from './pathways-page.tsx'
import { byProvider, ReadWhere } from './read-where.tsx'

interface PathwayPageProps {
  readonly edition: Edition
  readonly route: Route
  readonly all: readonly Route[]
  readonly offer?: Offer | undefined
  readonly demo: boolean
}

export function PathwayPage({ edition, route, all, offer, demo }: PathwayPageProps) {
  const { title, slug } = route
  return (
    <PageLayout title={title} demo={demo} back={{ href: paths.pathways(), text: 'Pathways' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <RouteFacts route={route} edition={edition} />
      {offer && (
        <p>
          Whatever somebody wants to do next, their employer should offer it to them at that level
          of work: {offer.words} <a href={offer.page}>{offer.says}</a>.
        </p>
      )}
      <p>
        <a href={paths.ownPathway(slug)}>See what would count for you</a>. You sign in first, and
        only you see it.
      </p>
      <h2 class="nhsuk-heading-m">What is asked</h2>
      {route.rules.length === 0 && <p>We have read no rules yet. Ask the provider.</p>}
      {byProvider(route.rules, (rule) => rule).map(({ provider, those }) => (
        <section key={provider}>
          <h3 class="nhsuk-heading-s">{provider}</h3>
          <ul>
            {those.map((rule) => (
              <li key={rule.rule}>
                <OldNote old={rule.old} />
                {rule.text} <ReadWhere rule={rule} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Gaps route={route} />
      <Around route={route} all={all} to={paths.pathway} />
      <p>{readCopies}</p>
    </PageLayout>
  )
}
