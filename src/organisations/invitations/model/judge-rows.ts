/** What will become of each row of a file, told before anything is sent. */
import { type CheckedRow, checkRow, type Invitee, type RowRules } from './check-row.ts'
import type { PersonRow } from './people-file.ts'

export const rowOutcomes = ['invite', 'print', 'works-here', 'already-invited', 'error'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

export interface JudgedRow {
  readonly row: PersonRow
  readonly outcome: RowOutcome
  /** What to do about it, where nobody is invited. */
  readonly problems: readonly string[]
  /** Only of a row that will be invited, by a letter or with a printed code. */
  readonly invitee?: Invitee | undefined
}

/** Who is here and who is invited, in small letters. */
export interface Known {
  readonly emailsHere: ReadonlySet<string>
  readonly namesHere: ReadonlySet<string>
  readonly emailsInvited: ReadonlySet<string>
  /** Of people who are invited without an address. */
  readonly namesInvited: ReadonlySet<string>
}

const sayOnce = 'If this is another person of the same name, invite them one by one and not by file'

export function judgeRows(
  rows: readonly PersonRow[],
  { known, rules }: { readonly known: Known; readonly rules: RowRules },
): JudgedRow[] {
  const seen = new Map<string, number>()
  return rows.map((row) => judge(checkRow(row, rules), { known, seen }))
}

function judge(
  checked: CheckedRow,
  { known, seen }: { readonly known: Known; readonly seen: Map<string, number> },
): JudgedRow {
  const { row } = checked
  if (!checked.ok) return { row, outcome: 'error', problems: checked.problems }
  const { invitee } = checked
  const key = invitee.email ?? `name:${keyOf(invitee.name)}`
  const first = seen.get(key)
  if (first !== undefined) {
    const what = invitee.email === undefined ? 'name' : 'e-mail address'
    const problems = [`The same ${what} stands in row ${first}. Take one of them out`]
    return { row, outcome: 'error', problems }
  }
  seen.set(key, row.number)
  const found = findKnown(invitee, known)
  if (found !== undefined) return { row, ...found }
  return { row, outcome: invitee.email === undefined ? 'print' : 'invite', problems: [], invitee }
}

function findKnown(
  { email, name }: Invitee,
  known: Known,
): Pick<JudgedRow, 'outcome' | 'problems'> | undefined {
  if (email !== undefined) {
    if (known.emailsHere.has(email)) return { outcome: 'works-here', problems: [] }
    if (known.emailsInvited.has(email)) return { outcome: 'already-invited', problems: [] }
    return undefined
  }
  const key = keyOf(name)
  if (known.namesHere.has(key)) return { outcome: 'works-here', problems: [sayOnce] }
  if (known.namesInvited.has(key)) return { outcome: 'already-invited', problems: [sayOnce] }
  return undefined
}

/** Names are compared without case, accents and doubled spaces. */
export function keyOf(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}

export function isInvited({ outcome }: Pick<JudgedRow, 'outcome'>): boolean {
  return outcome === 'invite' || outcome === 'print'
}
