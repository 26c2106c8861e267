/** An agreement with another organisation, as a manager proposes it. */
import { addYears } from '../../language/days.ts'
import {
  chosenField,
  dateField,
  dayOfParts,
  type FormResult,
  readId,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import { dayErrors, monthErrors, oneLine } from './acceptance-fields.ts'
import { type AcceptanceRule, itemKinds } from './model/acceptance-policy.ts'
import type { AgreementEntered, AgreementTerms } from './model/policy-entered.ts'

export interface AgreementDraft {
  readonly id: string
  /** A name or a slug, to be found in the register. */
  readonly other: string
  readonly takes: AgreementTerms
  readonly gives: AgreementTerms
  readonly fromOn: string
  readonly reviewOn: string
}

export function agreementForm(
  body: unknown,
  today: string,
): FormResult<AgreementDraft, AgreementEntered> {
  const terms = (name: string): AgreementTerms => ({
    kinds: chosenField(body, `${name}-kinds`, itemKinds),
    months: textField(body, `${name}-months`),
    topUp: oneLine(textField(body, `${name}-top-up`)),
  })
  const entered = {
    ...{ id: textField(body, 'id'), other: oneLine(textField(body, 'other')) },
    ...{ takes: terms('takes'), gives: terms('gives') },
    ...{ from: dateField(body, 'from'), review: dateField(body, 'review') },
  }
  const { takes, gives, other } = entered
  const [fromOn, reviewOn] = [dayOfParts(entered.from), dayOfParts(entered.review)]
  const id = readId(entered.id)
  const errors = [
    ...(other === '' ? [{ field: 'other', message: 'Enter the other organisation' }] : []),
    ...termErrors('takes', takes, 'you accept'),
    ...termErrors('gives', gives, 'they accept'),
    ...dayErrors('from', entered.from, { first: today, last: addYears(today, 1) }),
    ...dayErrors('review', entered.review, { first: fromOn ?? today, last: addYears(today, 3) }),
    ...(fromOn !== undefined && fromOn === reviewOn
      ? [{ field: 'review', message: 'The review must be after the day that it begins' }]
      : []),
  ]
  if (id === undefined || fromOn === undefined || reviewOn === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  return { ok: true, value: { id, other, takes, gives, fromOn, reviewOn }, entered }
}

function termErrors(name: string, { kinds, months, topUp }: AgreementTerms, what: string) {
  return [
    ...(kinds.length === 0
      ? [{ field: `${name}-kinds`, message: `Select at least one thing that ${what}` }]
      : []),
    ...monthErrors(`${name}-months`, months),
    ...tooLong(topUp, 200, `${name}-top-up`, 'The top-up'),
  ]
}

/** What one accepts from the other: verified alone, since the other issues where it can be. */
export function rulesOfTerms(
  { kinds, months, topUp }: AgreementTerms,
  from: string,
): AcceptanceRule[] {
  return itemKinds
    .filter((kind) => kinds.includes(kind))
    .map((kind) => ({
      ...{ id: `agreed-${kind}`, kind, sections: [], levels: [], subjects: [] },
      ...{ organisations: [from], issuerKinds: [], sectors: [], nations: [] },
      ...(months === '' ? {} : { withinMonths: Number(months) }),
      seenIsEnough: false,
      outcome: topUp === '' ? ('accept' as const) : ('accept-with-top-up' as const),
      ...(topUp === '' ? {} : { topUp }),
    }))
}
