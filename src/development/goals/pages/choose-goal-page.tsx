import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import type { GoalWords } from '../model/goal-words.ts'

interface ChooseGoalPageProps extends OwnPageProps {
  readonly words: GoalWords
  readonly errors?: readonly FieldFault[] | undefined
}

/** The four alike, in one order that says nothing, and none of them chosen. */
export function ChooseGoalPage({ account, demo, words, errors }: ChooseGoalPageProps) {
  const title = 'What is your goal?'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{ href: paths.development(), text: 'My development' }}
    >
      <OwnForm action={paths.newGoal()} csrfToken={account.csrfToken}>
        <Radios
          name="kind"
          fieldset={{ legend: { text: title, size: 'l', isPageHeading: true } }}
          hint={words.order}
          errorMessage={faultOf(errors, 'kind')}
          items={words.kinds.map(({ kind, name, about, example }) => ({
            value: kind,
            text: name,
            hint: `${about} ${example}`,
          }))}
        />
        <Button text="Continue" />
      </OwnForm>
    </OwnLayout>
  )
}
