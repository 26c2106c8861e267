/** Two wordings as one, with what went and what came marked. */
import { markWords } from '../../versions/model/mark-words.ts'
import { Marked } from '../../versions/pages/marked-text.tsx'

export function TwoWordings({ before, now }: { readonly before: string; readonly now: string }) {
  return (
    <p class="lanyard-marked">
      <Marked words={markWords(before, now)} />
    </p>
  )
}
