import type { Edition, LevelSlug } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'

interface ChooseLevelPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly levels: readonly LevelSlug[]
}

export function ChooseLevelPage({ account, demo, edition, levels }: ChooseLevelPageProps) {
  const title = 'Which level would you like to work at?'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.newGoal(), text: 'What is your goal?' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>A level says what a job asks. It says nothing about what a person is worth.</p>
      <ul class="nhsuk-list">
        {levels.map((level) => (
          <li key={level} class="lanyard-waiting">
            <h2 class="nhsuk-heading-s">
              <a href={paths.newGoal('move-level', level)}>{levelName(edition, level)}</a>
            </h2>
            <p>{edition.levels.find(({ slug }) => slug === level)?.summary}</p>
          </li>
        ))}
      </ul>
    </OwnLayout>
  )
}
