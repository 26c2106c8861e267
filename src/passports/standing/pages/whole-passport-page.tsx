/** All of a passport at a level on one page: to read through, or to print. */
import type { Edition } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { LevelEvaluation } from '../../model/evaluate-passport.ts'
import { PassportCounts } from './passport-counts.tsx'
import { StandingList } from './standing-list.tsx'
import { HowToTell } from './standing-page.tsx'

export interface WholePassportPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly evaluation: LevelEvaluation
  readonly today: string
}

export function WholePassportPage(props: WholePassportPageProps) {
  const { account, demo, edition, evaluation, today } = props
  const level = levelName(edition, evaluation.level)
  return (
    <OwnLayout
      {...{ account, demo }}
      title={`All of my passport: ${level}`}
      back={{ href: paths.passport(evaluation.level), text: 'My passport' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{account.name}</span>
        My passport, {level.toLowerCase()} level
      </h1>
      <p>
        As it stood on {dayInWords(today)}, against {edition.title}, {edition.version}. On paper it
        is a copy for you: an employer can only check a credential or a link.
      </p>
      <Button
        type="button"
        text="Print this page"
        variant="secondary"
        attributes={{ 'data-print': '', hidden: true }}
      />
      <PassportCounts evaluation={evaluation} />
      <HowToTell />
      {evaluation.domains.map(({ domain, sections }) => (
        <section key={domain.number}>
          <h2 class="nhsuk-heading-m">
            {domain.number}. {domain.title}
          </h2>
          <StandingList sections={sections} level={evaluation.level} heading="h3" plain />
        </section>
      ))}
    </OwnLayout>
  )
}
