/**
 * What a feature keeps about a person. Each feature says it once, and app.ts hands it to privacy:
 * the copy that somebody can download, what they are told before they close their account, and how
 * it goes. A table that speaks of people and stands in no part fails src/personal-parts.test.ts.
 */
import type { Person } from './actor.ts'
import type { Transaction } from './database/database.ts'

export interface Whose {
  readonly personId: string
}

/** What JSON can say; a date is written as its moment. */
export type RecordValue = string | number | boolean | object | null | undefined

/** One kind of record, with all of it that is about this person. */
export interface RecordSection {
  /** Kebab-case, and the same for ever: programs read it. */
  readonly key: string
  readonly title: string
  /** In plain words: what it is, and who put it there. */
  readonly about: string
  /** Of content/privacy/retention.yaml, which says how long it is kept and why. */
  readonly kind: string
  /** The tables that it shows. */
  readonly tables: readonly string[]
  /** What people call each field, in reading order. A field without is for programs alone. */
  readonly labels: Readonly<Record<string, string>>
  /** By field: the words for a value that is a code. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined
  readonly records: readonly Readonly<Record<string, RecordValue>>[]
}

/** Something handed over as it is, such as a credential. */
export type RecordFile = {
  /** With its folder: `credentials/3.9-entry.json`. */
  readonly name: string
} & ({ readonly text: string } | { readonly bytes: Uint8Array })

export function contentOf(file: RecordFile): Buffer {
  return 'text' in file ? Buffer.from(file.text, 'utf8') : Buffer.from(file.bytes)
}

export interface PersonalExport {
  readonly sections: readonly RecordSection[]
  readonly files?: readonly RecordFile[] | undefined
}

/** A kind of record as it is told to anybody, without a record of anybody. */
export interface HeldRecord {
  readonly key: string
  readonly title: string
  readonly about: string
  /** "6 years from the day …". */
  readonly kept: string
  readonly why: string
  readonly law?: string | undefined
}

/** Reads a person's record as files to keep: as the person, in their own transaction. */
export type ReadRecordFiles = (
  db: Transaction,
  person: Person,
  madeAt: Date,
) => Promise<readonly RecordFile[]>

/** What stays when the account is erased. */
export interface Remains {
  /** "4 sign-offs, and the credentials issued for them". */
  readonly what: string
  /** The name of whoever keeps it. */
  readonly by: string
  /** Of content/privacy/retention.yaml. */
  readonly kind: string
}

/** A record that others made about a person, who can ask them to put it right. */
export interface Correctable {
  /** `signing:…`: kind and id. */
  readonly ref: string
  readonly words: string
  /** Who answers for it, by slug and name. */
  readonly organisation: string
  readonly organisationName: string
}

export interface PersonalPart {
  readonly feature: string
  /** Tables with something about a person that no section shows, each with the reason. */
  readonly withheld: Readonly<Record<string, string>>
  /** As the person themselves: row-level security shows them what is theirs, and no more. */
  readonly exportFor: (db: Transaction, whose: Whose) => Promise<PersonalExport>
  /** As the person. */
  readonly remainsFor?: (db: Transaction, whose: Whose) => Promise<readonly Remains[]>
  /** As the person. */
  readonly correctableFor?: (db: Transaction, whose: Whose) => Promise<readonly Correctable[]>
  /** As the person, when they ask to close: what others could still act on ends at once. */
  readonly closeFor?: (db: Transaction, person: Person) => Promise<void>
  /** As `job:erase-account`, after `begin_erasure`: see docs/decisions/0008-erasure.md. */
  readonly eraseFor?: (db: Transaction, whose: Whose) => Promise<void>
}

/** How a kind of record ends when its time is over. */
export interface RetentionRule {
  /** Of content/privacy/retention.yaml. */
  readonly kind: string
  /** As `job:enforce-retention`: removes what began before, and says how much it was. */
  readonly end: (db: Transaction, before: Date) => Promise<number>
}
