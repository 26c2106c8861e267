import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import {
  type EqualityQuestion,
  type Nation,
  nationNames,
  preferNotToSay,
} from '../model/question.ts'

interface EqualityQuestionsPageProps extends OwnPageProps {
  readonly nation: Nation
  readonly questions: readonly EqualityQuestion[]
  /** By the question's id. */
  readonly held: Readonly<Record<string, string>>
}

export function EqualityQuestionsPage(props: EqualityQuestionsPageProps) {
  const { account, demo, nation, questions, held } = props
  const title = `Equality questions for ${nationNames[nation]}`
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.equality(), text: 'Equality questions' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Answer as many or as few as you like. Leave out any that you do not want to answer: nothing
        is kept for it.
      </p>
      <OwnForm action={paths.equalityQuestions(nation)} csrfToken={account.csrfToken}>
        {questions.map((question) => (
          <Question key={question.id} question={question} held={held[question.id]} />
        ))}
        <Button text="Save my answers" />
      </OwnForm>
    </OwnLayout>
  )
}

function Question({
  question: { id, asks, hint, options },
  held,
}: {
  readonly question: EqualityQuestion
  readonly held: string | undefined
}) {
  return (
    <Radios
      name={id}
      small
      fieldset={{ legend: { text: asks, size: 'm' } }}
      hint={hint}
      value={held}
      items={[
        ...options,
        { divider: 'or' },
        { value: preferNotToSay, text: 'Prefer not to say' },
        // A radio cannot be unchosen without script.
        ...(held === undefined ? [] : [{ value: 'take-out', text: 'Take my answer out' }]),
      ]}
    />
  )
}
