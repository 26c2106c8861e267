import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/details.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { type Act, type ActKey, formatKey } from '../model/act.ts'
import { ActList } from './act-list.tsx'

export interface ActivityPageProps extends OwnPageProps {
  readonly acts: readonly Act[]
  readonly next: ActKey | undefined
  readonly before: ActKey | undefined
  readonly reader: string
}

export function ActivityPage({ acts, next, before, reader, ...own }: ActivityPageProps) {
  const title = 'What was done with your record'
  return (
    <OwnLayout {...own} title={title}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        This is everything that you and other people changed in your account and your passport, the
        latest first. Nobody can take a line out.
      </p>
      {acts.length === 0 ? (
        <p>{before ? 'There is nothing earlier.' : 'Nothing has been done yet.'}</p>
      ) : (
        <ActList acts={acts} reader={reader} caption="Each change" whose={false} />
      )}
      {(next || before) && (
        <Pagination
          ariaLabel="Earlier and later"
          previous={before && { href: paths.activity(), text: 'Back to the latest' }}
          next={next && { href: paths.activity(formatKey(next)), text: 'Earlier' }}
        />
      )}
      <Details summary="Something here is not right">
        <p>
          If you did not do something that stands beside “You”, somebody else may be using your
          account. Sign out everywhere, then tell the person who manages your team.
        </p>
        <p>
          If somebody else did something that they should not have done, tell them first, or the
          person who manages your team.
        </p>
      </Details>
    </OwnLayout>
  )
}
