import { dayInWords } from '../../../language/plain-dates.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import type { Offer } from '../model/goal-words.ts'

/** For the worker to know and to use: never a mark against them, and the same for every goal. */
export function OfferNote({ offer }: { readonly offer: Offer | undefined }) {
  if (offer === undefined) return null
  return (
    <InsetText>
      <h2 class="nhsuk-heading-s">Your employer should offer you this</h2>
      <p>{offer.words} It is the same whatever your goal is.</p>
      <p>
        Who says so: <a href={offer.page}>{offer.says}</a>. {offer.also}
        {offer.alsoSource && offer.checkedOn && (
          <>
            {' '}
            (<a href={offer.alsoSource}>Where we read it</a>, on {dayInWords(offer.checkedOn)}.)
          </>
        )}
      </p>
    </InsetText>
  )
}
