import { ConfirmNoPatient, type FieldFault, faultOf, noPatients } from '../../../ui/own-layout.tsx'
import { Select } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { StepEntered } from '../model/entered.ts'
import type { GoalWords } from '../model/goal-words.ts'

export function OwnStepQuestions({
  words,
  entered,
  errors,
}: {
  readonly words: GoalWords
  readonly entered: StepEntered
  readonly errors?: readonly FieldFault[] | undefined
}) {
  return (
    <>
      <Textarea
        name="words"
        label={{ text: 'What will you do?', size: 's' }}
        hint={noPatients}
        rows={2}
        value={entered.words}
        errorMessage={faultOf(errors, 'words')}
      />
      <ConfirmNoPatient findings={entered.findings} />
      <Select
        name="helper"
        label={{ text: 'Who can help?', size: 's' }}
        value={entered.helper}
        errorMessage={faultOf(errors, 'helper')}
        items={[
          { value: '', text: 'Choose' },
          ...words.helpers.map(({ helper, name }) => ({ value: helper, text: name })),
        ]}
      />
    </>
  )
}
