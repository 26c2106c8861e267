/** What changes are called, and what each means. */
import type { Edition } from '../../model/framework.ts'
import type { ChangeKind } from './edition-change.ts'
import type { Area } from './passage.ts'

export const changeKindNames: Readonly<Record<ChangeKind, string>> = {
  reworded: 'Reworded',
  details: 'Details changed',
  moved: 'Moved',
  split: 'Split',
  merged: 'Merged',
  added: 'Added',
  retired: 'Taken out',
}

export const changeKindMeanings: Readonly<Record<ChangeKind, string>> = {
  reworded: 'Its words changed.',
  details: 'Its words stayed. To whom, where or how it applies changed.',
  moved: 'It stands under another number. Its words may have changed too.',
  split: 'One seems to have become several. Only the words say so.',
  merged: 'Several seem to have become one. Only the words say so.',
  added: 'It was not there before.',
  retired: 'It is not there any more.',
}

export function areaName(area: Area, editions: readonly Edition[]): string {
  const number = /^domain-(\d+)$/.exec(area)?.[1]
  if (number === undefined) return areaNames.get(area) ?? area
  const domains = editions.flatMap(({ domains }) => domains)
  const title = domains.findLast((domain) => String(domain.number) === number)?.title ?? ''
  return `Domain ${number}: ${title}`
}

const areaNames: ReadonlyMap<Area, string> = new Map([
  ['about', 'The framework'],
  ['parts', 'Parts to read'],
  ['levels', 'Levels'],
  ['pillars', 'Pillars'],
  ['roles', 'Roles'],
  ['glossary', 'Glossary'],
  ['terms', 'One word for one thing'],
])
