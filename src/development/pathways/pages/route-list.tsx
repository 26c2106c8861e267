import { paths } from '../../../paths.ts'
import { type Route, wayNames } from '../model/route.ts'

/** What the map shows, in words. */
export function RouteList({
  routes,
  all,
  to = paths.pathway,
}: {
  readonly routes: readonly Route[]
  /** Also those that are not shown, whose names are known. */
  readonly all: readonly Route[]
  readonly to?: ((slug: string) => string) | undefined
}) {
  if (routes.length === 0) return <p>We know of none. Ask an employer or a university near you.</p>
  return (
    <ul class="nhsuk-list">
      {routes.map((route) => (
        <li key={route.slug} class="lanyard-waiting">
          <h3 class="nhsuk-heading-s">
            <a href={to(route.slug)}>{route.title}</a>
          </h3>
          <p>
            {wayNames[route.way]}. {route.level.words}
            {route.reference && `, ${route.reference}`}. {nationsOf(route)}.
          </p>
          {route.leadsTo.length > 0 && (
            <p>May lead to: {route.leadsTo.map((slug) => titleOf(all, slug)).join('; ')}.</p>
          )}
        </li>
      ))}
    </ul>
  )
}

export function titleOf(all: readonly Route[], slug: string): string {
  return all.find((route) => route.slug === slug)?.title ?? slug
}

const names = {
  england: 'England',
  scotland: 'Scotland',
  wales: 'Wales',
  'northern-ireland': 'Northern Ireland',
} as const

export const nationNames: Readonly<Record<keyof typeof names | 'all', string>> = {
  ...names,
  all: 'All nations',
}

export function nationsOf({ nations }: Pick<Route, 'nations'>): string {
  return nations.map((nation) => nationNames[nation]).join(', ')
}
