import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { DayQuestion } from '../../../ui/day-question.tsx'
import { Details } from '../../../ui/details.tsx'
import { ConfirmNoPatient, type FieldFault, faultOf, noPatients } from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { NotYetEntered } from '../model/entered.ts'
import type { NotYetWords } from '../model/not-yet.ts'

interface NotYetQuestionsProps {
  readonly ready: NotYetWords
  readonly entered: NotYetEntered
  readonly errors?: readonly FieldFault[] | undefined
}

/** Why, what exactly, and the next chance: for the worker to read. */
export function NotYetQuestions({ ready, entered, errors }: NotYetQuestionsProps) {
  return (
    <>
      <Radios
        name="reason"
        fieldset={{ legend: { text: 'What do you want to say?', size: 'm' } }}
        errorMessage={faultOf(errors, 'reason')}
        value={entered.reason}
        items={[
          ...ready.kinds.map(({ kind, opening }) => ({ value: kind, text: opening })),
          { divider: 'or' },
          { value: 'own-words', text: 'Only my own words' },
        ]}
      />
      <Details summary={{ text: 'Say more exactly' }} open={entered.phrases.length > 0}>
        {ready.kinds.map(({ kind, opening, phrases }) => (
          <Checkboxes
            key={kind}
            name="phrases"
            idPrefix={`phrases-${kind}`}
            small
            fieldset={{ legend: { text: opening, size: 's' } }}
            values={entered.phrases}
            items={phrases.map(({ id, text }) => ({ value: id, text }))}
          />
        ))}
      </Details>
      <Textarea
        name="words"
        label={{ text: 'Your own words (you can leave this empty)', size: 's' }}
        hint={`They are sent after what you ticked. ${noPatients}`}
        errorMessage={faultOf(errors, 'words')}
        rows={3}
        value={entered.words}
      />
      <ConfirmNoPatient findings={entered.findings} />
      <Radios
        name="occasion"
        fieldset={{ legend: { text: 'When is the next chance?', size: 'm' } }}
        hint="You can leave this empty. A next chance makes a “not yet” easier to hear."
        value={entered.occasion}
        items={ready.occasions.map(({ id, text }) => ({ value: id, text }))}
      />
      <DayQuestion
        field="next"
        size="s"
        errorMessage={faultOf(errors, 'next')}
        parts={entered.next}
        legend="A day, if you have agreed one"
        hint="For example, 27 3 2027"
      />
    </>
  )
}
