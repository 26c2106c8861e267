/** Changes of one part of a framework: what it is, what stood there, what stands there now. */
import { Paragraph, type Table, TextRun } from 'docx'
import { changeKindNames } from '../model/change-names.ts'
import type { Difference, EditionChange } from '../model/edition-change.ts'
import type { ChangeReason } from '../model/explain-changes.ts'
import { markDifference } from '../model/mark-difference.ts'
import type { MarkedWords } from '../model/mark-words.ts'
import { codeOf, isStatement, type Passage, wordingOf } from '../model/passage.ts'
import { headOf } from './figures-table.ts'
import { wordTable } from './word-table.ts'

export function changesTable(
  changes: readonly EditionChange[],
  reasons?: ReadonlyMap<EditionChange, readonly ChangeReason[]> | undefined,
): Table {
  return wordTable(
    [2100, 3850, 3850],
    [
      [[headOf('What')], [headOf('Before')], [headOf('Now')]],
      ...changes.map((change) => rowOf(change, reasons?.get(change) ?? [])),
    ],
  )
}

function rowOf(change: EditionChange, reasons: readonly ChangeReason[]): Paragraph[][] {
  const { kind, before, after } = change
  const [passage] = [...after, ...before]
  const [old, now] = sidesOf(change)
  return [
    [
      new Paragraph({ children: [new TextRun({ text: nameOf(passage), bold: true })] }),
      new Paragraph(changeKindNames[kind]),
    ],
    old,
    [...now, ...reasons.map(reasonLine)],
  ]
}

function nameOf(passage: Passage | undefined): string {
  if (passage === undefined) return ''
  return isStatement(passage) ? codeOf(passage) : passage.name
}

function sidesOf(change: EditionChange): readonly [Paragraph[], Paragraph[]] {
  const { kind, before, after, differences } = change
  if (kind === 'split' || kind === 'merged') return [before.map(wholeLine), after.map(wholeLine)]
  const shown =
    differences.length > 0 ? differences : [...before, ...after].flatMap(wholeOf(change))
  const moved = kind === 'moved' ? [before, after].map(([one]) => new Paragraph(nameOf(one))) : []
  return [
    [...moved.slice(0, 1), ...shown.flatMap((one) => sideOf(one, 'taken-out'))],
    [...moved.slice(1), ...shown.flatMap((one) => sideOf(one, 'added'))],
  ]
}

function wholeOf({ after }: EditionChange): (passage: Passage) => Difference[] {
  return ({ texts }) =>
    texts.map(({ name, text }) =>
      after.length > 0 ? { name, before: '', after: text } : { name, before: text, after: '' },
    )
}

function wholeLine(passage: Passage): Paragraph {
  return new Paragraph(`${nameOf(passage)}: ${wordingOf(passage)}`)
}

function sideOf(difference: Difference, mark: 'added' | 'taken-out'): Paragraph[] {
  const words = markDifference(difference).filter((one) => one.mark === 'same' || one.mark === mark)
  if (words.length === 0) return []
  const named =
    difference.name === 'Wording'
      ? []
      : [new TextRun({ text: `${difference.name}: `, italics: true })]
  return [new Paragraph({ children: [...named, ...words.map(runOf)] })]
}

/** Told by brackets and words, and by a line. */
function runOf({ mark, text }: MarkedWords): TextRun {
  const lines = text.replaceAll('\n', ' / ')
  if (mark === 'same' || text.trim() === '') return new TextRun(lines)
  return mark === 'added'
    ? new TextRun({ text: bracketed('added', lines), underline: {} })
    : new TextRun({ text: bracketed('taken out', lines), strike: true })
}

/** The space after a word stays outside. */
function bracketed(words: string, text: string): string {
  const bare = text.trim()
  return text.replace(bare, () => `[${words}: ${bare}]`)
}

function reasonLine({ id, why, requirements }: ChangeReason): Paragraph {
  const asked = requirements.length === 0 ? '' : ` (${requirements.join(', ')})`
  return new Paragraph({
    children: [new TextRun({ text: `Why: ${why}${asked} Change ${id}.`, italics: true, size: 18 })],
  })
}
