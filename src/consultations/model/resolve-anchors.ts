/** Ties references to the consulted edition, and says honestly where that is not possible. */
import { type Target, targetSlug } from '../../frameworks/model/amendment.ts'
import { type Edition, type LevelSlug, levelOf } from '../../frameworks/model/framework.ts'
import { locateTarget } from '../../frameworks/model/locate-target.ts'
import { matchQuotation, matchWords } from './match-quotation.ts'
import { type PlacedText, placeTexts } from './place-texts.ts'
import type { QuestionScope } from './questionnaire.ts'
import type {
  GlossaryReference,
  LevelReference,
  PageReference,
  QuotationReference,
  Reference,
} from './reference.ts'

export type AnchorState = 'exact' | 'edited' | 'ambiguous' | 'not-found' | 'other-document'

export interface Anchor {
  readonly quote: string
  readonly kind: Reference['kind']
  /** The place, or the first of a page's or a section's; null where none is certain. */
  readonly target: Target | null
  readonly state: AnchorState
  /** Every place of a page or of a section at a level, or every candidate of an ambiguous reference. */
  readonly targets: readonly Target[]
  readonly paragraph: number
  readonly start: number
  readonly end: number
}

/** What stands on each page of the consulted layout, which dies with the next one. */
export interface PageContent {
  readonly page: number
  readonly targets: readonly Target[]
}

export function resolveAnchors(
  references: readonly Reference[],
  edition: Edition,
  pages: readonly PageContent[],
  scope: QuestionScope,
): Anchor[] {
  const consulted = { edition, pages, texts: placeTexts(edition) }
  return references.map((reference) => {
    const { quote, kind, paragraph, start, end } = reference
    return { quote, kind, ...resolve(reference, consulted, scope), paragraph, start, end }
  })
}

interface Consulted {
  readonly edition: Edition
  readonly pages: readonly PageContent[]
  readonly texts: readonly PlacedText[]
}

type Resolution = Pick<Anchor, 'target' | 'state' | 'targets'>

function resolve(reference: Reference, consulted: Consulted, scope: QuestionScope): Resolution {
  const { edition, pages } = consulted
  switch (reference.kind) {
    case 'page':
      return reference.otherDocument ? unresolved('other-document') : pageNamed(reference, pages)
    case 'section':
      return reference.level === undefined
        ? oneOf(edition, [`section/${reference.section}`])
        : sectionAtLevel(edition, reference.section, reference.level)
    case 'domain':
      return oneOf(edition, [`domain/${reference.domain}`])
    case 'part':
      return oneOf(edition, [`part/${reference.part}`])
    case 'level':
      return levelIn(reference, edition, scope)
    case 'glossary':
      return inGlossary(reference, edition)
    case 'quotation':
      return quoted(reference, consulted, scope)
  }
}

/** Where the paragraph names one thing of the page, such as a profession, that thing is meant. */
function pageNamed(
  { from, to, context }: PageReference,
  pages: readonly PageContent[],
): Resolution {
  const resolution = onPages(pages, from, to)
  const named = resolution.targets.filter((target) => isNamedIn(target, context))
  return named.length === 1 ? { ...resolution, target: named[0] ?? null } : resolution
}

/** True where every longer word of the target's name begins a word of the context. */
function isNamedIn(target: Target, context: string): boolean {
  const words = context.toLowerCase().split(/[^a-z]+/)
  const name = (target.split('/')[1] ?? '').split('-').filter((word) => word.length > 2)
  return (
    name.length > 0 && name.every((part) => words.some((word) => word.startsWith(part.slice(0, 6))))
  )
}

function onPages(pages: readonly PageContent[], from: number, to: number): Resolution {
  const targets = pages
    .filter(({ page }) => page >= from && page <= to)
    .flatMap((one) => one.targets)
  const [target] = targets
  return target === undefined ? unresolved('not-found') : { target, state: 'exact', targets }
}

function oneOf(edition: Edition, candidates: readonly Target[]): Resolution {
  const targets = candidates.filter((target) => locateTarget(edition, target) !== undefined)
  const [target] = targets
  if (target === undefined) return unresolved('not-found')
  return targets.length === 1
    ? { target, state: 'exact', targets }
    : { target: null, state: 'ambiguous', targets }
}

/** A section at a level is one place, although several capabilities may stand in it. */
function sectionAtLevel(edition: Edition, code: string, level: LevelSlug): Resolution {
  const section = edition.domains
    .flatMap(({ sections }) => sections)
    .find((candidate) => candidate.code === code)
  const targets = (section?.statements ?? [])
    .filter((statement) => levelOf(statement.code) === level)
    .map((statement): Target => `statement/${statement.code}`)
  const [target] = targets
  return target === undefined ? unresolved('not-found') : { target, state: 'exact', targets }
}

/** A level named after a section means the section's wording at that level. */
function levelIn(reference: LevelReference, edition: Edition, scope: QuestionScope): Resolution {
  const { near, level } = reference
  if (near.section === undefined || scope.part !== undefined)
    return oneOf(edition, [`level/${level}`])
  return sectionAtLevel(edition, near.section, level)
}

function inGlossary({ words }: GlossaryReference, edition: Edition): Resolution {
  const terms = words.flatMap((word) => termTargets(edition, word))
  if (terms.length > 0) return oneOf(edition, [...new Set(terms)])
  return words.length === 0 ? oneOf(edition, ['edition/glossary']) : unresolved('not-found')
}

function termTargets(edition: Edition, word: string): Target[] {
  const named = targetSlug(word)
  return edition.glossary
    .filter(({ term, forms }) => [term, ...forms].some((form) => targetSlug(form) === named))
    .map(({ term }): Target => `glossary/${targetSlug(term)}`)
}

/** Nearest first: the section named beside it, the domain, the pages asked about, exact words anywhere. */
function quoted(
  reference: QuotationReference,
  consulted: Consulted,
  scope: QuestionScope,
): Resolution {
  if (reference.otherDocument) return unresolved('other-document')
  const { edition, texts } = consulted
  const within = textsInScope(reference, consulted, scope)
  // Looking like a text somewhere in the document, or like a wish, is no reference to it.
  if (within === undefined || reference.proposed) {
    const match = matchWords(reference.text, within ?? texts)
    if (match.state === 'exact') return match
    const terms = termTargets(edition, reference.text)
    if (terms.length > 0) return oneOf(edition, terms)
    return match.exact ? match : unresolved('not-found')
  }
  return matchQuotation(reference.text, within)
}

function textsInScope(
  { near }: QuotationReference,
  { texts, pages }: Consulted,
  scope: QuestionScope,
): readonly PlacedText[] | undefined {
  if (near.section !== undefined) {
    const inSection = texts.filter(({ section }) => section === near.section)
    const atLevel = inSection.filter(
      ({ level }) => near.level !== undefined && level === near.level,
    )
    return atLevel.length > 0 ? atLevel : inSection
  }
  if (near.pages !== undefined) return textsOn(near.pages, texts, pages)
  const domain = near.domain ?? scope.domain
  if (domain !== undefined) return texts.filter((text) => text.domain === domain)
  const [from] = scope.pages ?? []
  const to = scope.pages?.at(-1)
  return from === undefined || to === undefined ? undefined : textsOn({ from, to }, texts, pages)
}

function textsOn(
  { from, to }: { readonly from: number; readonly to: number },
  texts: readonly PlacedText[],
  pages: readonly PageContent[],
): PlacedText[] {
  const { targets } = onPages(pages, from, to)
  return texts.filter(({ target, section, domain }) =>
    targets.some(
      (held) =>
        target === held ||
        target.startsWith(`${held}/`) ||
        held === `section/${section}` ||
        held === `domain/${domain}`,
    ),
  )
}

function unresolved(state: 'not-found' | 'other-document'): Resolution {
  return { target: null, state, targets: [] }
}
