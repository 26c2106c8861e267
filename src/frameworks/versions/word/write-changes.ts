/** A change log as a Word document: what a publisher would send out beside the new edition. */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type { Edition } from '../../model/framework.ts'
import { areaName, changeKindNames } from '../model/change-names.ts'
import { countChanges } from '../model/choose-changes.ts'
import {
  areasOf,
  type Comparison,
  changeKinds,
  type EditionChange,
} from '../model/edition-change.ts'
import type { ChangeReason } from '../model/explain-changes.ts'
import { changesTable } from './changes-table.ts'
import { figuresTable } from './figures-table.ts'

export interface ChangeLog {
  /** Earlier, then later. */
  readonly editions: readonly [Edition, Edition]
  readonly comparison: Comparison
  readonly reasons?: ReadonlyMap<EditionChange, readonly ChangeReason[]> | undefined
}

export function writeChanges(log: ChangeLog): Promise<Buffer> {
  const [earlier, later] = log.editions
  const title = `Changes from ${earlier.version} to ${later.version}`
  return Packer.toBuffer(
    new Document({
      ...{ title: `${later.title}: ${title}`, creator: later.steward, description: later.notice },
      styles,
      sections: [
        {
          properties: { page: { margin: { top: 1134, bottom: 1134, left: 1020, right: 1020 } } },
          footers: { default: footer(`${later.title}. ${title}`) },
          children: [...opening(log, title), ...places(log)],
        },
      ],
    }),
  )
}

const brand = '0B4F4A'
const styles = {
  default: {
    document: {
      run: { font: 'Arial', size: 21, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: { run: { font: 'Arial', size: 52, bold: true, color: brand } },
    heading1: {
      run: { font: 'Arial', size: 32, bold: true, color: brand },
      paragraph: { spacing: { before: 360, after: 160 }, keepNext: true },
    },
  },
}

function footer(words: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: `${words}. Page `, size: 16 }),
          new TextRun({ children: [PageNumber.CURRENT], size: 16 }),
          new TextRun({ text: ' of ', size: 16 }),
          new TextRun({ children: [PageNumber.TOTAL_PAGES], size: 16 }),
        ],
      }),
    ],
  })
}

function opening({ editions, comparison }: ChangeLog, title: string): (Paragraph | Table)[] {
  const [earlier, later] = editions
  const { changes, unchanged } = comparison
  const counts = countChanges(changes)
  const figures = [
    ...changeKinds.map((kind) => ({
      name: changeKindNames[kind],
      number: counts.kind.get(kind) ?? 0,
    })),
    { name: 'Nothing changed', number: unchanged.length },
  ]
  return [
    new Paragraph({ text: later.title, spacing: { before: 600, after: 60 } }),
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    new Paragraph({ children: [new TextRun({ text: later.notice, bold: true })] }),
    ...[earlier, later].flatMap(({ version, label }) =>
      label === undefined ? [] : [new Paragraph(`${version}: ${label}`)],
    ),
    new Paragraph(
      'Words taken out are struck through and stand in brackets that say so. Words added are underlined and stand in brackets that say so.',
    ),
    new Paragraph({ text: 'In short', heading: HeadingLevel.HEADING_1 }),
    figuresTable(figures.filter(({ number }) => number > 0)),
  ]
}

function places({ editions, comparison, reasons }: ChangeLog): (Paragraph | Table)[] {
  const groups = Map.groupBy(comparison.changes, (change) => areasOf(change)[0])
  return [...groups].flatMap(([area, changes]) => [
    new Paragraph({
      text: area === undefined ? '' : areaName(area, editions),
      heading: HeadingLevel.HEADING_1,
    }),
    changesTable(changes, reasons),
  ])
}
