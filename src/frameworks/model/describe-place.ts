/** A place of the consulted text as people read of it: its name, its page, and what stands there. */

import { paths } from '../../paths.ts'
import { type Target, targetSlug } from './amendment.ts'
import { type Edition, editionRef, levelOf, levelSlugs } from './framework.ts'
import { listTexts } from './list-texts.ts'
import { locateTarget, valueAt } from './locate-target.ts'
import { levelName, pillarName, professionName } from './names.ts'

export interface PlaceText {
  /** Where the place holds several texts: which of them this is. */
  readonly name?: string | undefined
  readonly text: string
}

export interface Place {
  readonly name: string
  /** Absent where no page of the edition shows it. */
  readonly href?: string | undefined
  readonly texts: readonly PlaceText[]
}

/** Undefined where nothing stands at the target (any more). */
export function describePlace(edition: Edition, target: Target): Place | undefined {
  const path = locateTarget(edition, target)
  if (path === undefined) return undefined
  const value = valueAt(edition, path)
  const texts = typeof value === 'string' ? [{ text: value }] : textsAt(edition, target)
  return { ...nameAndPage(edition, target), texts }
}

/** Its name alone, whether anything stands there or not. */
export function placeName(edition: Edition, target: Target): string {
  return nameAndPage(edition, target).name
}

function nameAndPage(edition: Edition, target: Target): Omit<Place, 'texts'> {
  const ref = editionRef(edition)
  const [kind, name = ''] = target.split('/')
  switch (kind) {
    case 'level':
      return levelPlace(edition, name)
    case 'part':
      return partPlace(edition, name)
    case 'domain':
      return domainPlace(edition, name)
    case 'section':
      return { name: sectionName(edition, name), href: paths.section(ref, name) }
    case 'statement':
      return statementPlace(edition, name)
    case 'glossary': {
      const term = edition.glossary.find((entry) => targetSlug(entry.term) === name)?.term ?? name
      return { name: `Glossary: ${term}`, href: paths.glossary(ref, term) }
    }
    case 'term': {
      const use = edition.terms.find((term) => targetSlug(term.use) === name)?.use ?? name
      return { name: `One word for one thing: ${use}`, href: paths.glossary(ref, use) }
    }
    case 'pillar':
      return { name: `Pillar: ${pillarName(edition, name)}` }
    case 'role':
      return { name: `Examples of roles: ${professionName(edition, name)}` }
    default:
      return editionPlace(ref, name)
  }
}

function editionPlace(ref: string, field: string): Omit<Place, 'texts'> {
  if (field === 'glossary') return { name: 'The glossary', href: paths.glossary(ref) }
  const names = new Map([
    ['title', 'The title'],
    ['summary', 'The summary'],
    ['notice', 'Whose framework it is'],
    ['steward', 'Who looks after it'],
  ])
  return { name: names.get(field) ?? 'The framework', href: paths.framework(ref) }
}

function levelPlace(edition: Edition, slug: string): Omit<Place, 'texts'> {
  const level = levelSlugs.find((known) => known === slug)
  const name = level === undefined ? slug : levelName(edition, level)
  return { name: `Level: ${name}`, href: `${paths.levels(editionRef(edition))}#${slug}` }
}

function partPlace(edition: Edition, name: string): Omit<Place, 'texts'> {
  const ref = editionRef(edition)
  for (const { number, title, sections } of edition.parts) {
    if (String(number) === name) {
      return { name: `Part ${number}: ${title}`, href: paths.part(ref, number) }
    }
    const section = sections.find(({ id }) => id === name)
    if (section === undefined) continue
    return {
      name: `Part ${number}: ${section.heading}`,
      href: `${paths.part(ref, number)}#${name}`,
    }
  }
  return { name }
}

function domainPlace(edition: Edition, name: string): Omit<Place, 'texts'> {
  const title = edition.domains.find(({ number }) => String(number) === name)?.title ?? ''
  return { name: `Domain ${name}: ${title}`, href: paths.domain(editionRef(edition), Number(name)) }
}

function statementPlace(edition: Edition, code: string): Omit<Place, 'texts'> {
  const level = levelOf(code)
  const section = sectionName(edition, /^\d+\.\d+/.exec(code)?.[0] ?? '')
  const at = level === undefined ? '' : `, at ${levelName(edition, level).toLowerCase()} level`
  return { name: `${section}${at}`, href: paths.statement(editionRef(edition), code) }
}

function sectionName(edition: Edition, code: string): string {
  const section = edition.domains
    .flatMap(({ sections }) => sections)
    .find((candidate) => candidate.code === code)
  return section === undefined ? code : `${code} ${section.title}`
}

function textsAt(edition: Edition, target: Target): PlaceText[] {
  const [kind, name = ''] = target.split('/')
  switch (kind) {
    case 'part':
      return /^\d+$/.test(name)
        ? partHeadings(edition, name)
        : textsBelow(edition, target, 'heading')
    case 'domain':
      return [...textsBelow(edition, target, 'title'), ...sectionTitles(edition, name)]
    case 'section':
      return [...textsBelow(edition, target, 'title'), ...statementTexts(edition, name)]
    case 'statement':
      return /\/variants\/\d+$/.test(target)
        ? textsAs(edition, target)
        : textsBelow(edition, target).slice(0, 1)
    case 'term':
      return edition.terms
        .filter(({ use }) => targetSlug(use) === name)
        .map(({ insteadOf, because }) => ({
          text: `In place of: ${insteadOf.join(', ')}. ${because}`,
        }))
    default:
      return textsBelow(edition, target)
  }
}

function textsAs(edition: Edition, target: Target): PlaceText[] {
  return listTexts(edition)
    .filter((held) => held.target === target)
    .map(({ text }) => ({ text }))
}

function textsBelow(edition: Edition, target: Target, except?: string): PlaceText[] {
  return listTexts(edition)
    .filter((held) => held.target.startsWith(`${target}/`) && held.target !== `${target}/${except}`)
    .map(({ text }) => ({ text }))
}

function partHeadings(edition: Edition, name: string): PlaceText[] {
  const part = edition.parts.find(({ number }) => String(number) === name)
  return (part?.sections ?? []).map(({ heading }) => ({ text: heading }))
}

function sectionTitles(edition: Edition, name: string): PlaceText[] {
  const domain = edition.domains.find(({ number }) => String(number) === name)
  return (domain?.sections ?? []).map(({ code, title }) => ({ text: `${code} ${title}` }))
}

function statementTexts(edition: Edition, code: string): PlaceText[] {
  const section = edition.domains
    .flatMap(({ sections }) => sections)
    .find((candidate) => candidate.code === code)
  return (section?.statements ?? []).map((statement) => {
    const level = levelOf(statement.code)
    return { name: level && levelName(edition, level), text: statement.text }
  })
}
