/** What may stand in a text that comes in a file: words, and not too many. */
import type { Finding } from '../../../finding.ts'
import type { Edition } from '../../model/framework.ts'
import { listTexts } from '../../model/list-texts.ts'

/** In characters: four times the longest that the guide to writing allows, and far from a page. */
const mostInStatement = 1_000
const mostInText = 5_000

/** What is wrong with one text, in words; undefined where nothing is. */
export function faultOfText(text: string, isStatement: boolean): string | undefined {
  const most = isStatement ? mostInStatement : mostInText
  if (text.length > most) {
    return `The text is ${text.length} characters long: write ${most} or fewer`
  }
  if (hidden.test(text)) return 'It holds a character that cannot be seen: type the words again'
  if (script.test(text) || (isStatement && link.test(text))) {
    return 'It holds a link: take it out, a text here is words alone'
  }
  return undefined
}

/** Control characters but for a new line and a tab, and marks that turn the line round. */
const hidden = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/u
const script = /\b(?:javascript|vbscript)\s*:|\bdata:[a-z]+\/|<\s*(?:a|script|iframe)\b/i
const link = /\b(?:https?|ftp|mailto):|\bwww\.\w/i

export function checkTexts(edition: Edition): Finding[] {
  return listTexts(edition).flatMap(({ target, text }) => {
    const fault = faultOfText(text, target.startsWith('statement/'))
    return fault === undefined ? [] : [{ code: 'text-refused', at: target, message: fault }]
  })
}
