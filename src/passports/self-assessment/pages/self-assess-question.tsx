import type { Statement } from '../../../frameworks/model/framework.ts'
import { Example, HigherRisk, RequiresLine } from '../../../frameworks/pages/statement-parts.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { type Answer, answers, answerWords } from '../../model/answer.ts'

interface SelfAssessQuestionProps {
  readonly statement: Statement
  readonly chosen: Answer | undefined
  readonly errorMessage: string | undefined
}

const hints: Partial<Record<Answer, string>> = {
  'not-yet': 'I would like to learn this',
  'not-now': 'I have chosen to leave this for another time',
  'not-my-role': 'My job does not ask for this',
}

/** One statement and the five answers to it. What it asks stands before the answers. */
export function SelfAssessQuestion({ statement, chosen, errorMessage }: SelfAssessQuestionProps) {
  const { code, text } = statement
  const name = `answer-${code}`
  const about = <AboutStatement statement={statement} />
  return (
    <div class="lanyard-question">
      <Radios
        name={name}
        idPrefix={name}
        errorMessage={errorMessage}
        fieldset={{ legend: { text, size: 's' } }}
        hint={saysMore(statement) ? { children: about } : undefined}
        value={chosen}
        items={answers.map((answer) => ({
          value: answer,
          text: answerWords[answer],
          hint: hints[answer],
        }))}
      />
    </div>
  )
}

function saysMore({ highRisk, requires, example }: Statement): boolean {
  return highRisk || requires !== undefined || example !== undefined
}

function AboutStatement({ statement }: { readonly statement: Statement }) {
  const { highRisk, requires, example } = statement
  return (
    <>
      {highRisk && <HigherRisk />}
      {requires && <RequiresLine requires={requires} />}
      {example && <Example text={example} />}
    </>
  )
}
