import { monthInWords, timeInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/details.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { describeViewing, type SeenRecord } from '../model/describe-viewing.ts'

interface WhoLookedPageProps extends OwnPageProps {
  readonly seen: readonly SeenRecord[]
  readonly page: number
  readonly more: boolean
  /** "2 years". */
  readonly kept: string
}

export function WhoLookedPage({ seen, page, more, kept, ...own }: WhoLookedPageProps) {
  const title = 'Who looked at your record'
  return (
    <OwnLayout
      {...own}
      title={title}
      notInMenu
      back={{ href: paths.yourRecord(), text: 'Your record' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Each time somebody else opens something of yours, it is noted here. Nobody but you can read
        this list.
      </p>
      {seen.length === 0 ? <Nobody page={page} /> : <Months seen={seen} />}
      <Steps page={page} more={more} />
      <WhatIsNoted kept={kept} />
    </OwnLayout>
  )
}

function Nobody({ page }: { readonly page: number }) {
  if (page > 1) return <p>There is nothing older.</p>
  return (
    <p>
      <strong>Nobody has looked yet.</strong> When you ask a colleague to sign something off, or
      when somebody opens a link you made, it will show here.
    </p>
  )
}

function Months({ seen }: Pick<WhoLookedPageProps, 'seen'>) {
  const months = Map.groupBy(seen, ({ at }) => monthInWords(at))
  return [...months].map(([month, looks]) => (
    <section key={month}>
      <h2 class="nhsuk-heading-m">{month}</h2>
      <ul class="nhsuk-list">
        {looks.map((look) => (
          <li key={look.id} class="lanyard-waiting">
            <p>
              <strong>{timeInWords(look.at)}</strong>
              <br />
              {describeViewing(look)}.
            </p>
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Steps({ page, more }: Pick<WhoLookedPageProps, 'page' | 'more'>) {
  if (page === 1 && !more) return null
  return (
    <Pagination
      ariaLabel="Newer and older"
      previous={page > 1 ? { href: paths.whoLooked(page - 1), text: 'Newer' } : undefined}
      next={more ? { href: paths.whoLooked(page + 1), text: 'Older' } : undefined}
    />
  )
}

function WhatIsNoted({ kept }: Pick<WhoLookedPageProps, 'kept'>) {
  return (
    <Details summary="What is noted, and what is not">
      <p>
        If the same person opens the same thing again within the hour, it is noted once. It is kept
        for {kept}.
      </p>
      <p>
        When somebody opens a link you made, only the time and the link are noted. We do not keep
        who it was, where they were or what they used, so it may have been you. Some apps open a
        link by themselves to show a preview.
      </p>
      <p>
        If you do not know why somebody looked, ask them, or ask the organisation they work for.
      </p>
    </Details>
  )
}
