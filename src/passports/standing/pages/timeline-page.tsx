import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { TimelineItem } from '../../model/build-timeline.ts'

export interface TimelinePageProps extends OwnPageProps {
  readonly years: ReadonlyMap<string, readonly TimelineItem[]>
}

export function TimelinePage({ account, demo, years }: TimelinePageProps) {
  return (
    <OwnLayout
      {...{ account, demo }}
      title="My timeline"
      back={{ href: paths.passport(), text: 'My passport' }}
    >
      <h1 class="nhsuk-heading-l">My timeline</h1>
      {years.size === 0 ? <Nothing /> : <p>What you did, the latest first.</p>}
      {[...years].map(([year, items]) => (
        <section key={year}>
          <h2 class="nhsuk-heading-m">{year}</h2>
          <ol class="lanyard-timeline">
            {items.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </ol>
        </section>
      ))}
    </OwnLayout>
  )
}

function Nothing() {
  return (
    <p>
      Nothing yet. Sign-offs, training, jobs and experience stand here in order, as soon as you have
      one. <a href={paths.passport()}>Go to my passport</a> for what to do first.
    </p>
  )
}

function hrefOf({ of }: TimelineItem): string | undefined {
  if (of === undefined) return undefined
  if ('credential' in of) return paths.entry(of.credential)
  return 'brought' in of ? paths.received(of.brought) : paths.ownEntry(of.entry)
}

function Item({ item }: { readonly item: TimelineItem }) {
  const { kind, title, on, to, by, paused } = item
  const href = hrefOf(item)
  return (
    <li
      class={`lanyard-timeline__item${kind === 'Signed off' && !paused ? ' lanyard-timeline__item--signed' : ''}`}
    >
      <p class="lanyard-meta nhsuk-u-margin-bottom-0">
        {kind}, {to === undefined ? dayInWords(on) : `${dayInWords(on)} to ${dayInWords(to)}`}
      </p>
      <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-0">
        {href === undefined ? title : <a href={href}>{title}</a>}
      </h3>
      {by && <p class="nhsuk-u-margin-bottom-0">{by}</p>}
      {paused && <p class="nhsuk-u-margin-bottom-0">{paused}.</p>}
      {item.private && <p class="nhsuk-u-margin-bottom-0">Only you see this.</p>}
    </li>
  )
}
