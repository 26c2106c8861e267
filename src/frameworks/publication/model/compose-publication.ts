/** An edition becomes chapters. What is in it decides which there are. */
import { dayInWords } from '../../../language/plain-dates.ts'
import {
  type Edition,
  type EditionStatus,
  type GlossaryEntry,
  type Level,
  type Part,
  statementsOf,
} from '../../model/framework.ts'
import { composeDomain } from './compose-domain.ts'
import { composeRoles } from './compose-roles.ts'
import { type Block, type Cell, type Chapter, cellOf, type Publication } from './publication.ts'

export interface ToPublish {
  readonly edition: Edition
  readonly status: EditionStatus | 'withdrawn'
  readonly address: string
}

export function composePublication({ edition, status, address }: ToPublish): Publication {
  const { title, steward, notice, summary, published } = edition
  return {
    ...{ title, steward, notice, summary, address },
    edition: `Edition ${edition.version.replaceAll('-', ' ')}`,
    published: published === undefined ? undefined : dayInWords(published),
    standing: standingOf(edition, status),
    chapters: [
      aboutChapter(edition),
      ...edition.parts.map(partChapter),
      ...levelsChapter(edition),
      ...pillarsChapter(edition),
      ...edition.domains.map((domain) => composeDomain(edition, domain)),
      ...composeRoles(edition),
      ...glossaryChapter(edition),
      ...termsChapter(edition),
    ],
  }
}

const standings = {
  withdrawn: 'Withdrawn. This edition stays here to be read.',
  draft: 'Draft. It is being written and is not for use.',
  'in-consultation': 'Draft in consultation. It is not for use.',
  published: undefined,
}

function standingOf({ label }: Edition, status: ToPublish['status']): string | undefined {
  const words = [standings[status], label].filter((text) => text !== undefined)
  return words.length === 0 ? undefined : words.join(' ')
}

function aboutChapter(edition: Edition): Chapter {
  const { skeleton } = edition
  return {
    id: 'about',
    title: 'About this document',
    blocks: [
      { kind: 'words', text: edition.summary, lead: true },
      { kind: 'words', text: holds(edition) },
      ...(statementsOf(edition).length === 0 ? [] : howToRead),
      ...(skeleton === undefined
        ? []
        : Object.entries({
            'Whose framework it is': skeleton.owner,
            'Which edition was listed': skeleton.edition,
            'Where we read it': skeleton.source,
            'Checked on': dayInWords(skeleton.checkedOn),
            Licence: skeleton.licence,
            Codes: skeleton.codes,
          }).map(([label, text]) => ({ kind: 'fact' as const, label, text }))),
    ],
  }
}

const howToRead: readonly Block[] = [
  { kind: 'heading', level: 2, text: 'How to read the tables' },
  {
    kind: 'points',
    items: [
      'Each table is one capability, with its wording at the three levels side by side.',
      'Each wording has a code, such as 3.9-entry. The code is the way to speak of it: in a plan, in a sign-off or on the website.',
      'Under each table stand its pillars and whom it is about. Where these differ from level to level, they stand in the table.',
      'Where no profession or setting is named, it is for all of them.',
      'Words that mean something particular here are explained at the end.',
    ],
  },
]

function holds(edition: Edition): string {
  const { domains, skeleton } = edition
  const sections = domains.flatMap((domain) => domain.sections).length
  const statements = statementsOf(edition).length
  const parts = `${domains.length} ${skeleton?.divisions ?? 'domains'} and ${sections} sections`
  if (statements === 0) return `It has ${parts}. Their wording is not here: codes and titles only.`
  return `It has ${parts}, with ${statements} statements in all.`
}

function partChapter({ number, title, sections }: Part): Chapter {
  return {
    id: `part-${number}`,
    title: `Part ${number}: ${title}`,
    brief: true,
    blocks: sections.flatMap(({ id, heading, paragraphs, points }) => [
      { kind: 'heading' as const, level: 2 as const, text: heading, id: `part-${id}` },
      ...paragraphs.map((text) => ({ kind: 'words' as const, text })),
      ...(points.length === 0 ? [] : [{ kind: 'points' as const, items: points }]),
    ]),
  }
}

function levelsChapter({ levels }: Edition): Chapter[] {
  if (levels.length === 0) return []
  const points = (texts: readonly string[]) =>
    texts.map((text) => ({ kind: 'point' as const, text }))
  const sideBySide = (title: string, of: (level: Level) => Cell): Block[] => {
    const cells = levels.map(of)
    if (cells.every((cell) => cell.length === 0)) return []
    const head = levels.map(({ name }) => name)
    return [
      { kind: 'heading', level: 2, text: title },
      {
        kind: 'table',
        caption: `${title}, level by level`,
        head,
        rows: [cells],
        widths: head.map(() => 1),
      },
    ]
  }
  const lead = 'Each level is a whole job. Staying and going deeper is as good a goal as moving on.'
  return [
    {
      ...{ id: 'levels', title: 'The levels' },
      blocks: [
        { kind: 'words', text: lead, lead: true },
        ...sideBySide('What the level is', ({ summary }) => cellOf(summary)),
        ...sideBySide('Education', ({ education }) => points(education)),
        ...sideBySide('Experience', ({ experience }) => points(experience)),
        ...sideBySide('Values', ({ values }) => points(values)),
      ],
    },
  ]
}

function pillarsChapter(edition: Edition): Chapter[] {
  if (edition.pillars.length === 0) return []
  const statements = statementsOf(edition)
  const table: Block = {
    ...{ kind: 'table', caption: 'The pillars', rowHeads: true },
    ...{ head: ['Pillar', 'What it means', 'Statements'], widths: [1, 2.4, 0.6] },
    rows: edition.pillars.map(({ slug, name, meaning }) => [
      cellOf(name),
      cellOf(meaning),
      cellOf(String(statements.filter(({ pillars }) => pillars.includes(slug)).length)),
    ]),
  }
  const lead = 'Every statement belongs to one pillar or more, and says which.'
  return [
    {
      ...{ id: 'pillars', title: 'The pillars' },
      blocks: [{ kind: 'words', text: lead, lead: true }, table],
    },
  ]
}

function glossaryChapter({ glossary }: Edition): Chapter[] {
  if (glossary.length === 0) return []
  const table: Block = {
    ...{ kind: 'table', caption: 'Words used, and what they mean here', rowHeads: true },
    ...{ head: ['Word', 'What it means here'], widths: [1, 2.6] },
    rows: glossary.map((entry) => [cellOf(entry.term), meaningOf(entry)]),
  }
  return [{ id: 'glossary', title: 'Words used, and what they mean here', blocks: [table] }]
}

function meaningOf({ meaning, includes }: GlossaryEntry): Cell {
  return [
    ...cellOf(meaning),
    ...(includes.length === 0
      ? []
      : [{ kind: 'note' as const, label: 'Includes', text: includes.join('; ') }]),
  ]
}

function termsChapter({ terms }: Edition): Chapter[] {
  if (terms.length === 0) return []
  const table: Block = {
    ...{ kind: 'table', caption: 'Words we chose', rowHeads: true },
    ...{ head: ['We write', 'In place of', 'Because'], widths: [1, 1.2, 2] },
    rows: terms.map(({ use, insteadOf, because, owner, audience }) => [
      cellOf(use),
      cellOf(insteadOf.join('; ')),
      [
        ...cellOf(because),
        { kind: 'note' as const, label: 'Whose rule', text: owner },
        { kind: 'note' as const, label: 'Where it holds', text: audience },
      ],
    ]),
  }
  return [{ id: 'terms', title: 'Words we chose', blocks: [table] }]
}
