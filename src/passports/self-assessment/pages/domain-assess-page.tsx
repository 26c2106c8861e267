import type { Edition } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import type { Answer } from '../../model/answer.ts'
import type { DomainStanding, LevelEvaluation } from '../../model/evaluate-passport.ts'
import { NoWrongAnswers, SavedBanner } from '../../pages/own-answers.tsx'
import { SelfAssessQuestion } from './self-assess-question.tsx'

interface DomainAssessPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly evaluation: LevelEvaluation
  readonly standing: DomainStanding
  readonly answers: ReadonlyMap<string, Answer>
  /** What was saved just now, before this domain. */
  readonly saved?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

/** Everything of a domain at a level in one form. */
export function DomainAssessPage(props: DomainAssessPageProps) {
  const { edition, evaluation, standing, errors, account, demo, saved } = props
  const { domain, sections } = standing
  const level = levelName(edition, evaluation.level)
  const title = `All of domain ${domain.number}: ${domain.title}`
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{
        href: paths.selfAssessLevel(evaluation.level),
        text: `All sections, ${level.toLowerCase()}`,
      }}
    >
      {saved && <SavedBanner saved={saved} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Where I stand: {level}</span>
        {title}
      </h1>
      <Progress {...props} />
      <NoWrongAnswers />
      <OwnForm
        action={paths.selfAssessDomain(domain.number, evaluation.level)}
        csrfToken={account.csrfToken}
      >
        {sections.map(({ section, standings }) => (
          <div key={section.code}>
            <h2 class="nhsuk-heading-m">
              {section.code} {section.title}
            </h2>
            {standings.map(({ statement }) => (
              <SelfAssessQuestion
                key={statement.code}
                statement={statement}
                chosen={props.answers.get(statement.code)}
                errorMessage={faultOf(errors, `answer-${statement.code}`)}
              />
            ))}
          </div>
        ))}
        <p>You can leave some empty and come back. Private notes are kept section by section.</p>
        <Button text="Save and carry on" />
      </OwnForm>
    </OwnLayout>
  )
}

function Progress({
  evaluation: { domains },
  standing: { domain, sections },
}: DomainAssessPageProps) {
  const at = domains.findIndex((one) => one.domain.number === domain.number)
  const standings = sections.flatMap(({ standings }) => standings)
  const answered = standings.filter(({ answer }) => answer !== undefined).length
  return (
    <p>
      Domain {at + 1} of {domains.length}. You have answered {answered} of {standings.length}{' '}
      statements here.
    </p>
  )
}
