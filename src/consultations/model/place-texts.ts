/** The texts of an edition with the place of each, made ready for looking up quotations. */
import type { Edition, LevelSlug } from '../../frameworks/model/framework.ts'
import { levelOf } from '../../frameworks/model/framework.ts'
import { listTexts, type TargetText } from '../../frameworks/model/list-texts.ts'

export interface PlacedText extends TargetText {
  /** The text as `normaliseWords` gives it. */
  readonly words: string
  readonly domain?: number | undefined
  readonly section?: string | undefined
  readonly level?: LevelSlug | undefined
}

/** Leaves out examples and variants, which repeat the words of their statement. */
export function placeTexts(edition: Edition): PlacedText[] {
  return listTexts(edition)
    .filter(({ target }) => !/^statement\/[^/]+\/(?:example|variants)/.test(target))
    .map(({ target, text }) => ({ target, text, words: normaliseWords(text), ...placeOf(target) }))
}

function placeOf(target: string): Pick<PlacedText, 'domain' | 'section' | 'level'> {
  const [, kind, name = ''] = /^(domain|section|statement)\/([^/]+)/.exec(target) ?? []
  if (kind === undefined) return {}
  if (kind === 'domain') return { domain: Number(name) }
  const section = /^\d+\.\d+/.exec(name)?.[0]
  return { domain: Number.parseInt(name, 10), section, level: levelOf(name) }
}

/** Letters and digits in lower case, one space between words. */
export function normaliseWords(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
