import { chosenField, type FormResult, textField } from '../../web/posted-form.ts'
import { type Audience, audienceInWords, audiences } from './model/audience.ts'
import { type Depth, depths } from './model/standing-share.ts'

export interface SharingEntered {
  /** 'nobody', 'counts' or 'statements'. */
  readonly seen: string
  readonly ownWords: boolean
}

/** Undefined for nobody. */
type Chosen = { readonly depth: Depth | undefined }

const offered = ['nobody', 'counts', 'statements']

export function sharingForm(body: unknown, audience: Audience): FormResult<Chosen, SharingEntered> {
  const seen = textField(body, 'seen')
  const ownWords = chosenField(body, 'own-words', ['yes']).length > 0
  const entered = { seen, ownWords }
  if (!offered.includes(seen)) {
    const message = `Select what ${audienceInWords(audience, [])} there may see`
    return { ok: false, errors: [{ field: 'seen', message }], entered }
  }
  return { ok: true, value: { depth: depthOf(entered) }, entered }
}

function depthOf({ seen, ownWords }: SharingEntered): Depth | undefined {
  return seen === 'statements' && ownWords ? 'own-words' : readDepth(seen)
}

export function readDepth(value: string | undefined): Depth | undefined {
  return depths.find((depth) => depth === value)
}

/** Where an address does not say for whom, the people who manage a team. */
export function readAudience(value: string | undefined): Audience | undefined {
  return value === undefined ? 'managers' : audiences.find((audience) => audience === value)
}

export function enteredFor(depth: Depth | undefined): SharingEntered {
  if (depth === 'own-words') return { seen: 'statements', ownWords: true }
  return { seen: depth ?? 'nobody', ownWords: false }
}
