/** Words that are refused wherever they are typed, each with what to write in their place. */
import type { FieldError } from '../../web/posted-form.ts'
import type { ThingField } from './model/thing-fields.ts'

interface Typed {
  readonly field: string
  readonly label: string
  /** As it was sent. */
  readonly text: string
}

export function checkWords(
  { field, label, text }: Typed,
  { limit, wordsAlone }: Pick<ThingField, 'limit' | 'wordsAlone'>,
): FieldError[] {
  const say = (message: string) => [{ field, message: `${label} ${message}` }]
  if (text.length > limit) {
    return say(
      `must be ${inFigures(limit)} characters or fewer. You typed ${inFigures(text.length)}: nothing is lost, so make it shorter and save again`,
    )
  }
  if (/(?![\n\r\t])\p{Cc}/u.test(text)) {
    return say(
      'held a character that cannot be read. It is left out now: look at your words and save again',
    )
  }
  if (/<\/?[a-z!][^>]*>/i.test(text)) {
    return say('must not hold HTML, such as <b> or <script>. Write the words alone')
  }
  if (/\b(javascript|vbscript|data)\s*:/i.test(text)) {
    return say(
      'must not hold a link that runs something, such as javascript: links. Write the words alone',
    )
  }
  if (wordsAlone && /\bhttps?:\/\/|\bwww\./i.test(text)) {
    return say('must not hold a web address. Name what you mean in words')
  }
  if (/\bhttp:\/\//i.test(text))
    return say('must not hold an address of http. Write the one that begins with https://')
  return []
}

function inFigures(count: number): string {
  return count.toLocaleString('en-GB')
}
