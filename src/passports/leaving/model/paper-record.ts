/** What a file holds besides its credentials, as it stands on paper: headings and tables of words. */
import { dayOf } from '../../../language/days.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { type Received, standingOf } from '../../bring/model/received.ts'
import type { Evidence } from '../../evidence/model/evidence.ts'
import { type Answer, answerWords } from '../../model/answer.ts'
import { type Entry, type EntryKind, entryKindNames } from '../../model/entry.ts'
import { outcomeNames } from '../../recognition/model/acceptance-policy.ts'
import {
  type Decision,
  latestDecisions,
  reasonNames,
} from '../../recognition/model/recognition-decision.ts'
import { findTopUpDone, outcomeNow, type TopUpDone } from '../../recognition/model/top-up.ts'

export interface PaperTable {
  readonly title: string
  /** How far the words below may be believed. */
  readonly about: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Shares of the width. */
  readonly widths: readonly number[]
}

/** What the holder chose to have on it besides. */
export interface PaperChoice {
  /** Private notes, and what they marked as private. */
  readonly private: boolean
  readonly lived: boolean
}

export interface HeldRecord {
  readonly entries: readonly Entry[]
  /** The latest answer to each statement, with its wording where the edition is known. */
  readonly answers: readonly {
    readonly code: string
    readonly wording?: string | undefined
    readonly answer: Answer
    readonly at: Date
  }[]
  readonly notes: readonly { readonly section: string; readonly note: string; readonly at: Date }[]
  readonly received: readonly Received[]
  readonly recognised: readonly (Decision & { readonly organisationName: string })[]
  readonly topUps: readonly TopUpDone[]
  readonly evidence: readonly Evidence[]
}

const learning: readonly EntryKind[] = ['qualification', 'apprenticeship']
const doing: readonly EntryKind[] = [
  'employment',
  'volunteering',
  'placement',
  'supporting-learners',
]

/** Without what is private or lived, unless it was chosen; a table of nothing is left out. */
export function paperTables(
  record: HeldRecord,
  choice: PaperChoice,
  /** The ids of what was brought that the pack alone is enough to check. */
  offline: ReadonlySet<string> = new Set(),
): readonly PaperTable[] {
  const entries = record.entries.filter((one) => isOnPaper(one, choice))
  const of = (kinds: readonly EntryKind[]) => entries.filter(({ kind }) => kinds.includes(kind))
  const tables = [
    trainingTable(of(['training'])),
    entryTable('Qualifications and apprenticeships', of(learning)),
    entryTable('Jobs, volunteering, placements and supporting learners', of(doing)),
    entryTable('Lived and caring experience', of(['lived-experience'])),
    receivedTable(record.received, offline),
    recognitionTable(record),
    answersTable(record),
    evidenceTable(record, choice),
    notesTable(choice.private ? record.notes : []),
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}

/** Lived experience is private from the start: that it is chosen is enough for it. */
function isOnPaper(entry: Entry, choice: PaperChoice): boolean {
  if (entry.kind === 'lived-experience') return choice.lived
  return choice.private || !entry.private
}

function day(on: string | undefined): string {
  return on === undefined ? 'Not said' : dayInWords(on)
}

function said({ facts }: Entry): string {
  return Object.values(facts)
    .filter((fact) => fact !== '')
    .join('; ')
}

function vouched({ confirmation }: Entry): string {
  if (confirmation === undefined) return 'The holder says so'
  return `${confirmation.by} saw the original on ${dayInWords(confirmation.on)}`
}

function withWords(title: string, words: string): string {
  return words === '' ? title : `${title} (${words})`
}

const ownWord = 'In the holder’s own words. The last column says where somebody saw the original.'

function trainingTable(entries: readonly Entry[]): PaperTable {
  return {
    ...{ title: 'Training', about: ownWord, widths: [4, 2, 2, 3] },
    head: ['What', 'Done on', 'Refresh by', 'Who vouches'],
    rows: entries.map((one) => [
      ...[
        withWords(one.title, said(one)),
        day(one.from),
        day(one.confirmation?.until ?? one.validUntil),
      ],
      vouched(one),
    ]),
  }
}

function entryTable(title: string, entries: readonly Entry[]): PaperTable {
  return {
    ...{ title, about: ownWord, widths: [2, 4, 2, 2, 3] },
    head: ['Kind', 'What', 'From', 'To', 'Who vouches'],
    rows: entries.map((one) => [
      ...[entryKindNames[one.kind], withWords(one.title, said(one)), day(one.from), day(one.to)],
      vouched(one),
    ]),
  }
}

const standings: Readonly<Record<ReturnType<typeof standingOf>, string>> = {
  verified: 'Valid',
  'somebody-else': 'Made out to somebody else',
  suspended: 'Suspended by its issuer',
  withdrawn: 'Withdrawn',
  'not-valid': 'Not valid',
  'not-verifiable': 'Could not be checked',
  'not-known-whose': 'Valid, not proven to be the holder’s',
}

function receivedTable(received: readonly Received[], offline: ReadonlySet<string>): PaperTable {
  const own = received.filter((one) => standingOf(one) !== 'somebody-else')
  return {
    title: 'Credentials from elsewhere',
    about:
      'The holder brought these. What the last check said stands beside each. The file of each is in this pack.',
    head: ['What', 'From', 'Given on', 'Last check', 'With this pack alone'],
    widths: [4, 3, 2, 3, 2],
    rows: own.map((one) => [
      ...[one.title, one.check.issuerName ?? `Says it is from ${one.saidIssuer}`, day(one.from)],
      `${standings[standingOf(one)]}, on ${dayInWords(dayOf(one.lookedAt))}`,
      offline.has(one.id) ? 'Its signature can be checked' : 'Not checkable offline',
    ]),
  }
}

function recognitionTable({ recognised, topUps }: HeldRecord): PaperTable {
  const latest = [...latestDecisions(recognised).values()]
  return {
    title: 'What employers recognised',
    about: 'The latest decision of each employer. It binds no other employer.',
    head: ['What', 'Employer', 'Decided', 'On'],
    widths: [4, 3, 3, 2],
    rows: latest.map((one) => [
      ...[one.title ?? 'Something', one.organisationName, decided(one, topUps)],
      dayInWords(dayOf(one.at)),
    ]),
  }
}

function decided(decision: Decision, topUps: readonly TopUpDone[]): string {
  const { topUp, reason } = decision
  const done = findTopUpDone(topUps, decision)
  const words = [
    outcomeNames[outcomeNow(decision, topUps)],
    ...(topUp === undefined ? [] : [`top-up: ${topUp}`]),
    ...(done === undefined ? [] : [`done on ${dayInWords(done.doneOn)}`]),
    ...(reason === undefined ? [] : [reasonNames[reason].toLowerCase()]),
  ]
  return words.join('; ')
}

function answersTable({ answers }: HeldRecord): PaperTable {
  return {
    title: 'What the holder says of themselves',
    about:
      'Self-assessment: nobody else has confirmed these. What was signed off has a page of its own.',
    head: ['Statement', 'Answer', 'On'],
    widths: [7, 3, 2],
    rows: answers.map(({ code, wording, answer, at }) => [
      ...[wording === undefined ? code : `${code}: ${wording}`, answerWords[answer]],
      dayInWords(dayOf(at)),
    ]),
  }
}

function evidenceTable({ entries, evidence }: HeldRecord, choice: PaperChoice): PaperTable {
  const left = new Set(entries.filter((one) => !isOnPaper(one, choice)).map(({ id }) => id))
  const titles = new Map(entries.map(({ id, title }) => [id, title]))
  const shown = evidence.filter(({ about }) => !('entryId' in about) || !left.has(about.entryId))
  return {
    title: 'Evidence that the holder keeps',
    about: 'A list of it. The files are with the holder.',
    head: ['What', 'About', 'Kind', 'Kept on'],
    widths: [5, 3, 2, 2],
    rows: shown.map(({ words, about, file, at }) => [
      words,
      'entryId' in about ? (titles.get(about.entryId) ?? 'An entry') : about.code,
      file === undefined ? 'Note' : file.type === 'application/pdf' ? 'PDF' : 'Picture',
      dayInWords(dayOf(at)),
    ]),
  }
}

function notesTable(notes: HeldRecord['notes']): PaperTable {
  return {
    ...{ title: 'Private notes', about: 'The holder chose to print these.', widths: [2, 7, 2] },
    head: ['Section', 'Note', 'On'],
    rows: notes.map(({ section, note, at }) => [section, note, dayInWords(dayOf(at))]),
  }
}
