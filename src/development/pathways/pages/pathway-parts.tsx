/** What the public page of a route and the holder's own share. */
import type { Edition } from '../../../frameworks/model/framework.ts'
import { professionName, settingNames } from '../../../frameworks/model/names.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { type Route, wayNames } from '../model/route.ts'
import { OldNote } from './old-note.tsx'
import { PathwayMap } from './pathway-map.tsx'
import { nationsOf, titleOf } from './route-list.tsx'

export function RouteFacts({
  route,
  edition,
}: {
  readonly route: Route
  readonly edition: Edition
}) {
  const { professions, settings } = route
  const rows = [
    [
      'What it is',
      route.preRegistration ? `${wayNames[route.way]}, pre-registration` : wayNames[route.way],
    ],
    ['Level', route.level.words],
    ['Where', nationsOf(route)],
    ...(route.reference ? [['Reference', route.reference]] : []),
    ...(professions.length === 0
      ? []
      : [['Profession', professions.map((one) => professionName(edition, one)).join(', ')]]),
    ...(settings.length === 0
      ? []
      : [['Setting', settings.map((one) => settingNames[one]).join(', ')]]),
  ]
  return (
    <>
      <p>{route.about}</p>
      <OldNote old={route.old} />
      <SummaryList rows={rows.map(([key = '', value = '']) => ({ key, value }))} />
      {route.standard && (
        <p class="lanyard-meta">
          <a href={route.standard.source}>Where we read about it</a>, checked on{' '}
          {dayInWords(route.standard.checkedOn)}
        </p>
      )}
    </>
  )
}

/** What it may follow, and what may follow it, in words and drawn. */
export function Around({
  route,
  all,
  to,
}: {
  readonly route: Route
  readonly all: readonly Route[]
  readonly to: (slug: string) => string
}) {
  const before = all.filter(({ leadsTo }) => leadsTo.includes(route.slug))
  const after = all.filter(({ slug }) => route.leadsTo.includes(slug))
  if (before.length + after.length === 0) return null
  const near = all.filter((one) => one === route || before.includes(one) || after.includes(one))
  return (
    <>
      <h2 class="nhsuk-heading-m">Before and after</h2>
      <PathwayMap routes={near} current={route.slug} to={to} />
      <ul>
        {before.map(({ slug }) => (
          <li key={slug}>
            People may come from: <a href={to(slug)}>{titleOf(all, slug)}</a>
          </li>
        ))}
        {after.map(({ slug }) => (
          <li key={slug}>
            It may lead to: <a href={to(slug)}>{titleOf(all, slug)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

export function Gaps({ route }: { readonly route: Route }) {
  return (
    <>
      <h2 class="nhsuk-heading-m">What to ask the provider</h2>
      <ul>
        {route.gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
      {route.career && (
        <p>
          {route.career.text} <a href={route.career.page}>Four pillars beside our levels</a>
        </p>
      )}
    </>
  )
}
