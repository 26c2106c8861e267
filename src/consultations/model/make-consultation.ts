import type { Target } from '../../frameworks/model/amendment.ts'
import type { Derivation } from '../../frameworks/model/derivation.ts'
import type { Edition } from '../../frameworks/model/framework.ts'
import type { Consultation } from './consultation.ts'
import type { Questionnaire } from './questionnaire.ts'

/** Ties a questionnaire to the edition that it asks about. */
export function makeConsultation(
  questionnaire: Questionnaire,
  {
    edition,
    derivation,
  }: { readonly edition: Edition; readonly derivation?: Derivation | undefined },
): Consultation {
  const pages = (derivation?.pages ?? []).map(({ page, targets }) => ({
    page,
    // The content was checked to hold targets.
    targets: targets.map((target) => target as Target),
  }))
  return { questionnaire, edition, pages }
}
