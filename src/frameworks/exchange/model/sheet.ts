/** The sheets of the workbook, and what each column is for. */
import type { TextKind } from '../../model/check-typed-text.ts'

export interface Column {
  readonly name: string
  readonly about: string
  /** In characters. */
  readonly width: number
  readonly isRequired?: boolean | undefined
  /** Where it is not simply a text. Those of `several` are looked at one by one. */
  readonly kind?: TextKind | 'several' | undefined
}

export const sheetColumns = {
  Statements: [
    {
      name: 'Code',
      width: 24,
      isRequired: true,
      about: 'Such as 3.9-entry. It ends in the level.',
    },
    {
      name: 'Section',
      width: 9,
      isRequired: true,
      about: 'The section the statement stands in, such as 3.9.',
    },
    {
      name: 'Level',
      width: 22,
      isRequired: true,
      about: 'entry, intermediate or assistant-practitioner: the end of the code.',
    },
    {
      name: 'Capability',
      width: 28,
      isRequired: true,
      about: 'The same words for the same capability at each level, in lower case with hyphens.',
    },
    {
      name: 'Text',
      kind: 'statement',
      width: 60,
      isRequired: true,
      about: 'The statement: one sentence, no links.',
    },
    {
      name: 'Pillars',
      width: 28,
      isRequired: true,
      about: 'One or more, with a comma between them.',
    },
    {
      name: 'Parties',
      width: 28,
      isRequired: true,
      about: 'Whom it is about. One or more, with a comma between them.',
    },
    { name: 'Professions', width: 20, about: 'With a comma between them. Empty means all.' },
    { name: 'Settings', width: 20, about: 'With a comma between them. Empty means all.' },
    { name: 'Example', kind: 'statement', width: 50, about: 'A task and its purpose.' },
    { name: 'High risk', width: 10, about: 'yes, or empty.' },
    {
      name: 'Requires',
      kind: 'several',
      width: 40,
      about: '“all:” or “any:” on the first line, then each thing on a line of its own.',
    },
    {
      name: 'Variants',
      kind: 'several',
      width: 50,
      about:
        'A line each: the sector, the nation or both with a comma, a colon, the wording. Such as “social-care, wales: …”.',
    },
  ],
  Domains: [
    { name: 'Number', width: 9, isRequired: true, about: 'A whole number.' },
    { name: 'Title', kind: 'line', width: 40, isRequired: true, about: 'What it is called.' },
    {
      name: 'Purpose',
      width: 70,
      isRequired: true,
      about: 'What it is for, in a sentence or two.',
    },
  ],
  Sections: [
    {
      name: 'Code',
      width: 9,
      isRequired: true,
      about: 'Such as 3.9: its domain and its number there.',
    },
    { name: 'Title', kind: 'line', width: 40, isRequired: true, about: 'What it is called.' },
    {
      name: 'Cites',
      width: 9,
      about: 'The code in the 2021 framework whose number it keeps, if it keeps one.',
    },
    { name: 'About', width: 70, about: 'What the section is about.' },
  ],
  Glossary: [
    { name: 'Term', kind: 'line', width: 30, isRequired: true, about: 'The word as we write it.' },
    { name: 'Forms', width: 30, about: 'Other forms of it, a line each.' },
    { name: 'Meaning', width: 70, isRequired: true, about: 'What it means here.' },
    { name: 'Includes', width: 40, about: 'Groups that it takes in, a line each.' },
  ],
  Terms: [
    { name: 'Use', kind: 'line', width: 30, isRequired: true, about: 'The word to write.' },
    {
      name: 'Instead of',
      width: 30,
      isRequired: true,
      about: 'The words not to write, a line each.',
    },
    { name: 'Because', width: 50, isRequired: true, about: 'Why.' },
    { name: 'Owner', kind: 'line', width: 20, isRequired: true, about: 'Whose rule it is.' },
    { name: 'Audience', kind: 'line', width: 30, isRequired: true, about: 'Where it holds.' },
  ],
} as const satisfies Readonly<Record<string, readonly Column[]>>

export type SheetName = keyof typeof sheetColumns

export const sheetNames = Object.keys(sheetColumns) as readonly SheetName[] // its own keys

/** Explains the others; nothing is read from it. */
export const explanations = 'How to fill this in'

/** A row of words, by the name of the column. */
export type Cells = Readonly<Record<string, string>>

export interface SheetRow {
  /** As the spreadsheet numbers it: the headings are row 1. */
  readonly number: number
  readonly cells: Cells
}

export type Sheets = Readonly<Partial<Record<SheetName, readonly SheetRow[]>>>

export function columnsOf(sheet: SheetName): readonly Column[] {
  return sheetColumns[sheet]
}
