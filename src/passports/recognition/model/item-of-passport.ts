/** What a passport holds, as a policy looks at it. */
import { dayInWords } from '../../../language/plain-dates.ts'
import type { Confirmation, EntryKind } from '../../model/entry.ts'
import { isPaused, pausedWords } from '../../model/pause.ts'
import { currentCredential, isReviewDue, type Signing } from '../../model/signing.ts'
import type { ItemKind } from './acceptance-policy.ts'
import type { Issuer, RecognitionItem } from './suggest-recognition.ts'

export const kindOfEntry: Readonly<Record<EntryKind, ItemKind>> = {
  training: 'training',
  qualification: 'qualification',
  apprenticeship: 'qualification',
  employment: 'experience',
  volunteering: 'experience',
  placement: 'experience',
  'supporting-learners': 'experience',
  'lived-experience': 'experience',
}

interface LikeEntry {
  readonly kind: EntryKind
  readonly title: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly validUntil?: string | undefined
  readonly confirmation?: Confirmation | undefined
}

export function itemOfEntry(entry: LikeEntry, today: string): RecognitionItem {
  const { title, from, to } = entry
  return { kind: kindOfEntry[entry.kind], title, on: to ?? from, ...proofOf(entry, today) }
}

/** What a holder says of themselves is not checked, whatever it says. */
function proofOf({ validUntil, confirmation }: LikeEntry, today: string) {
  const until = confirmation?.until ?? validUntil
  if (until !== undefined && until < today) {
    const verdictWords = `It was to be refreshed by ${dayInWords(until)}.`
    return { verdict: 'invalid' as const, verdictWords }
  }
  if (confirmation === undefined) {
    const verdictWords = 'The person says so themselves. Nobody has checked it.'
    return { verdict: 'unknown' as const, verdictWords }
  }
  if (confirmation.how === 'credential-verified') return { verdict: 'valid' as const }
  const verdictWords = `${confirmation.by} saw the original on ${dayInWords(confirmation.on)}.`
  return { verdict: 'seen' as const, verdictWords }
}

/** As the holder has it, without checking its signature: whoever receives it checks that. */
export function itemOfSigning(
  signing: Signing,
  {
    title,
    issuer,
    today,
  }: { readonly title: string; readonly issuer?: Issuer | undefined; readonly today: string },
): RecognitionItem {
  const { section, level, assessedOn: on } = signing
  const item = { kind: 'sign-off' as const, title, section, level, issuer, on }
  if (currentCredential(signing) === undefined) {
    return { ...item, verdict: 'invalid', verdictWords: 'It was withdrawn.' }
  }
  if (signing.pause && isPaused(signing, today)) {
    return { ...item, verdict: 'invalid', verdictWords: `${pausedWords(signing.pause)}.` }
  }
  if (isReviewDue(signing, today)) {
    const verdictWords = `Its review was due on ${dayInWords(signing.reviewOn ?? today)}.`
    return { ...item, verdict: 'invalid', verdictWords }
  }
  return { ...item, verdict: 'valid' }
}
