import type { TextRange } from '../../model/wording-finding.ts'

/** As much of a long text as is needed to know the place. */
const around = 300

/** The text with the words in the range marked, in words too for whoever does not see the mark. */
export function FoundText({
  text,
  range,
}: {
  readonly text: string
  readonly range?: TextRange | undefined
}) {
  if (range === undefined || range.end > text.length || range.start >= range.end) {
    return <p class="lanyard-words">{clip(text, 2 * around)}</p>
  }
  const before = text.slice(0, range.start)
  const after = text.slice(range.end)
  return (
    <p class="lanyard-words">
      {before.length > around ? `… ${before.slice(-around)}` : before}
      <mark class="lanyard-found">
        <span class="nhsuk-u-visually-hidden">[found: </span>
        {text.slice(range.start, range.end)}
        <span class="nhsuk-u-visually-hidden"> end of what was found]</span>
      </mark>
      {clip(after, around)}
    </p>
  )
}

function clip(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)} …` : text
}
