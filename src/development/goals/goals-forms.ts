/** Reads the forms of goals and their steps. */
import { addYears } from '../../language/days.ts'
import {
  chosenField,
  type DateParts,
  dateField,
  dayOfParts,
  type FieldError,
  type FormResult,
  findingErrors,
  isBlankDate,
  partsOfDay,
  patientFindings,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import type { StepDraft } from './goal-steps-store.ts'
import type { GoalEntered, StepEntered } from './model/entered.ts'
import type { Goal } from './model/goal.ts'
import type { GoalWords, SuggestedStep } from './model/goal-words.ts'

const wordsLimit = 500
const stepLimit = 300
/** Nobody plans further than this. */
const yearsAhead = 5

export interface GoalSaid {
  readonly words?: string | undefined
  readonly codes: readonly string[]
  readonly lookAgainOn?: string | undefined
  readonly shared: boolean
}

export interface GoalAsked {
  /** The codes that can be chosen. */
  readonly offered: readonly string[]
  /** YYYY-MM-DD */
  readonly today: string
  /** The day that is kept already: it may be past by now, and that is no fault. */
  readonly kept?: string | undefined
}

const noDate: DateParts = { day: '', month: '', year: '' }

export const emptyGoal: GoalEntered = {
  ...{ words: '', codes: [], lookAgain: noDate, shared: false, findings: [] },
}

export function enteredOfGoal({ words = '', codes, lookAgainOn, shared }: Goal): GoalEntered {
  const lookAgain = lookAgainOn === undefined ? noDate : partsOfDay(lookAgainOn)
  return { words, codes, lookAgain, shared, findings: [] }
}

export function goalForm(body: unknown, asked: GoalAsked): FormResult<GoalSaid, GoalEntered> {
  const words = textField(body, 'words')
  const entered: GoalEntered = {
    words,
    codes: chosenField(body, 'codes', asked.offered),
    lookAgain: dateField(body, 'look-again'),
    shared: textField(body, 'shared') === 'yes',
    findings: patientFindings(body, { words }),
  }
  const errors = [
    ...tooLong(words, wordsLimit, 'words', 'Your words'),
    ...dayFaults(entered.lookAgain, asked),
    ...findingErrors(entered.findings),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  const { codes, shared, lookAgain } = entered
  const value = {
    ...{ words: words === '' ? undefined : words, codes, shared },
    lookAgainOn: isBlankDate(lookAgain) ? undefined : dayOfParts(lookAgain),
  }
  return { ok: true, value, entered }
}

function dayFaults(parts: DateParts, { today, kept }: GoalAsked): FieldError[] {
  if (isBlankDate(parts)) return []
  const fault = (message: string) => [{ field: 'look-again', message }]
  const day = dayOfParts(parts)
  if (day === undefined) return fault('Enter a real day, for example 14 3 2027')
  if (day === kept) return []
  if (day < today) return fault('The day must be today or later')
  if (day > addYears(today, yearsAhead)) return fault(`The day must be within ${yearsAhead} years`)
  return []
}

export const emptyStep: StepEntered = { words: '', helper: '', chosen: [], findings: [] }

/** One step in the holder's own words. */
export function stepForm(
  body: unknown,
  words: Pick<GoalWords, 'helpers'>,
): FormResult<Pick<StepDraft, 'words' | 'helper'>, StepEntered> {
  const entered = stepEntered(body, words, [])
  const errors = ownStepFaults(entered, true)
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { words: entered.words, helper: entered.helper }, entered }
}

/** Steps ticked from the suggestions, and one in the holder's own words; either may be left out. */
export function stepsForm(
  body: unknown,
  words: Pick<GoalWords, 'helpers'>,
  suggested: readonly SuggestedStep[],
): FormResult<readonly StepDraft[], StepEntered> {
  const entered = stepEntered(body, words, suggested)
  const nothing = entered.words === '' && entered.chosen.length === 0
  const errors = nothing
    ? [{ field: 'chosen', message: 'Select a step, or write one of your own' }]
    : ownStepFaults(entered, entered.words !== '')
  if (errors.length > 0) return { ok: false, errors, entered }
  const ticked = suggested
    .filter(({ step }) => entered.chosen.includes(step))
    .map(({ step, words, helper }) => ({ suggestion: step, words, helper }))
  const own = entered.words === '' ? [] : [{ words: entered.words, helper: entered.helper }]
  return { ok: true, value: [...ticked, ...own], entered }
}

function stepEntered(
  body: unknown,
  { helpers }: Pick<GoalWords, 'helpers'>,
  suggested: readonly SuggestedStep[],
): StepEntered {
  const words = textField(body, 'words')
  const offered = helpers.map(({ helper }) => helper)
  return {
    words,
    helper: chosenField(body, 'helper', offered)[0] ?? '',
    chosen: chosenField(
      body,
      'chosen',
      suggested.map(({ step }) => step),
    ),
    findings: patientFindings(body, { words }),
  }
}

function ownStepFaults({ words, helper, findings }: StepEntered, asked: boolean): FieldError[] {
  if (!asked) return []
  return [
    ...(words === '' ? [{ field: 'words', message: 'Enter what you will do' }] : []),
    ...tooLong(words, stepLimit, 'words', 'Your step'),
    ...(helper === '' ? [{ field: 'helper', message: 'Select who can help' }] : []),
    ...findingErrors(findings),
  ]
}

export const tooManyGoals = {
  field: 'maincontent',
  message: 'You have 20 goals that you are on with. Complete one or set one aside first',
}
