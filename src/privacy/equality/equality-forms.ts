import { textField } from '../../web/posted-form.ts'
import {
  type EqualityAnswers,
  type EqualityQuestions,
  type Nation,
  preferNotToSay,
  questionsFor,
} from './model/question.ts'

/** Whatever was not offered counts as left out: nobody has to answer anything. */
export function equalityForm(
  body: unknown,
  all: EqualityQuestions,
  nation: Nation,
): EqualityAnswers {
  const answers = questionsFor(all, nation).flatMap(({ id, options }) => {
    const value = textField(body, id)
    const offered = value === preferNotToSay || options.some((option) => option.value === value)
    return offered ? [[id, value] as const] : []
  })
  return { edition: all.edition, nation, answers: Object.fromEntries(answers) }
}
