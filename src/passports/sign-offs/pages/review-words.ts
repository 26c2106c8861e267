import { dayInWords } from '../../../language/plain-dates.ts'
import type { Assessment } from '../../model/signing.ts'

/** Every new sign-off has a review date. */
export function reviewWords({ reviewOn }: Pick<Assessment, 'reviewOn'>): string {
  return reviewOn === undefined ? 'No review date given' : dayInWords(reviewOn)
}
