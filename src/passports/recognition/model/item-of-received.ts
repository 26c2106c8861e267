/** What was brought from elsewhere, as a policy looks at it. */
import type { Outcome } from '../../../credentials/model/verdict.ts'
import type { MadeOutTo } from '../../bring/model/compare-subject.ts'
import type { EntryKind } from '../../model/entry.ts'
import { kindOfEntry } from './item-of-passport.ts'
import type { Issuer, RecognitionItem } from './suggest-recognition.ts'

interface LikeReceived {
  readonly kind: EntryKind
  readonly title: string
  readonly from?: string | undefined
}

/** By a look at it, now or the last: valid only where every check holds and it names its holder. */
export function itemOfReceived(
  { kind, title, from }: LikeReceived,
  {
    outcome,
    why,
    madeOutTo,
    issuer,
  }: {
    readonly outcome: Outcome
    /** Of what failed, or could not be checked. */
    readonly why?: string | undefined
    readonly madeOutTo: MadeOutTo
    readonly issuer?: Issuer | undefined
  },
): RecognitionItem {
  const item = { kind: kindOfEntry[kind], title, issuer, on: from }
  if (outcome === 'valid' && madeOutTo === 'holder') return { ...item, verdict: 'valid' }
  if (outcome === 'valid') return { ...item, verdict: 'unknown', verdictWords: notNamed[madeOutTo] }
  const verdictWords = why ?? 'It could not be checked.'
  return { ...item, verdict: outcome, verdictWords }
}

const notNamed: Readonly<Record<MadeOutTo, string>> = {
  holder: '',
  'same-name':
    'All four checks passed. It is made out to the same name, and a name alone proves nothing: ask to see photo ID and the original.',
  'nobody-named':
    'All four checks passed. It does not say whom it is made out to: ask to see the original.',
  // Never in a set: for whoever reads a copy that was shared before it was found out.
  'somebody-else': 'It is made out to somebody else.',
}
