import { CharacterCount } from '../../../ui/character-count.tsx'
import { type DayParts, DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
import { type FieldFault, faultOf } from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Select } from '../../../ui/select.tsx'
import { type DayField, type Question, wordsLimit } from '../model/entry-questions.ts'

interface EntryQuestionProps {
  readonly question: Question
  readonly entered: {
    readonly texts: Readonly<Record<string, string>>
    readonly days: Readonly<Partial<Record<DayField, DayParts>>>
  }
  readonly errors?: readonly FieldFault[] | undefined
}

const noDay: DayParts = { day: '', month: '', year: '' }

export function EntryQuestion({ question, entered, errors }: EntryQuestionProps) {
  const { field, label, hint } = question
  const errorMessage = faultOf(errors, field)
  const value = entered.texts[field] ?? ''
  const shared = { id: field, name: field, hint, errorMessage, value }
  switch (question.asks) {
    case 'line':
      return <Input {...shared} label={{ text: label, size: 'm' }} />
    case 'words':
      return (
        <CharacterCount
          {...shared}
          label={{ text: label, size: 's' }}
          rows={4}
          maxlength={wordsLimit}
        />
      )
    case 'select':
      return (
        <Select
          {...shared}
          label={{ text: label, size: 'm' }}
          items={[{ value: '', text: 'Choose' }, ...question.options]}
        />
      )
    case 'choice':
      return (
        <Radios
          {...{ name: field, hint, errorMessage, value }}
          fieldset={{ legend: { text: label, size: 'm' } }}
          items={question.options}
        />
      )
    case 'day':
      return (
        <DayQuestion
          {...{ field, hint, errorMessage }}
          legend={label}
          parts={entered.days[question.field] ?? noDay}
        />
      )
  }
}
