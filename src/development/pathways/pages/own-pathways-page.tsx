import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Route } from '../model/route.ts'
import { RouteList } from './route-list.tsx'

interface OwnPathwaysPageProps extends OwnPageProps {
  /** For the holder's profession, and for every profession. */
  readonly near: readonly Route[]
  readonly others: readonly Route[]
  readonly all: readonly Route[]
}

export function OwnPathwaysPage({ account, demo, near, others, all }: OwnPathwaysPageProps) {
  const title = 'What would count for me'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.development(), text: 'My development' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Choose a pathway. You see each rule beside what is in your passport: qualifications,
        training, jobs, and what caring taught you. Only you see it.
      </p>
      <h2 class="nhsuk-heading-m">In my profession, or in any</h2>
      <RouteList routes={near} all={all} to={paths.ownPathway} />
      {others.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">In other professions</h2>
          <RouteList routes={others} all={all} to={paths.ownPathway} />
        </>
      )}
      <Button href={paths.newGoal()} text="Set a goal" variant="secondary" />
    </OwnLayout>
  )
}
