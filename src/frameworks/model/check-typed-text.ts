/** What may stand in a text that somebody writes, whichever way it comes: by a form or in a file. */

interface TextRule {
  /** In characters. */
  readonly most: number
  /** False where the words must stand alone, on paper too. */
  readonly mayLink: boolean
}

export const textRules = {
  heading: { most: 60, mayLink: false },
  name: { most: 100, mayLink: false },
  line: { most: 200, mayLink: true },
  /** Four times the longest that the guide to writing allows. */
  statement: { most: 1_000, mayLink: false },
  note: { most: 1_000, mayLink: true },
  summary: { most: 2_000, mayLink: true },
  text: { most: 5_000, mayLink: true },
  /** Several texts, one after the other. */
  texts: { most: 20_000, mayLink: true },
} as const satisfies Readonly<Record<string, TextRule>>

export type TextKind = keyof typeof textRules

/** Control characters but for a new line and a tab, and marks that turn the line round. */
const hidden = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/u
const html = /<\/?[a-z!][^<>]*>|<\s*\/?\s*(?:script|iframe)\b/i
/** Data with the kind of thing that a link holds: “keeps data: names and dates” is plain words. */
const script = /\b(?:javascript|vbscript)\s*:|\bdata:[a-z]+\//i
const link = /\b(?:https?|ftp|mailto):|\bwww\.\w/i
const http = /\bhttp:\/\//i

/** What to write instead, to stand after the name of the text; undefined where nothing is wrong. */
export function checkTypedText(text: string, kind: TextKind): string | undefined {
  const { most, mayLink } = textRules[kind]
  if (text.length > most) {
    return `must be ${inFigures(most)} characters or fewer, and has ${inFigures(text.length)}: make it shorter`
  }
  if (hidden.test(text)) {
    return 'must not hold a character that cannot be seen: look at the words, or type them again'
  }
  if (html.test(text)) return 'must not hold HTML, such as <b> or <script>: write the words alone'
  if (script.test(text)) {
    return 'must not hold a link that runs something, such as javascript: links. Write the words alone'
  }
  if (!mayLink && link.test(text)) {
    return 'must not hold a web or email address: name what you mean in words'
  }
  if (http.test(text)) {
    return 'must not hold an address of http: write the one that begins with https://'
  }
  return undefined
}

function inFigures(count: number): string {
  return count.toLocaleString('en-GB')
}
