/** What a passport keeps about its holder. */
import { listCredentials } from '../credentials/credentials-store.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import { dayInWords, plainDate } from '../language/plain-dates.ts'
import type { KeptRecord, RecordKind } from '../record-kind.ts'
import { listEntries } from './entries/entries-store.ts'
import { listEvidence } from './evidence/evidence-store.ts'
import { answerWords } from './model/answer.ts'
import { entryKindNames } from './model/entry.ts'
import { nameSigning } from './model/name-signing.ts'
import type { Signing } from './model/signing.ts'
import { latestEdition } from './passports-edition.ts'
import { listAnswersByEdition, listNotes } from './passports-store.ts'
import { listOwnRequests } from './sign-offs/requests-store.ts'
import { listSigningsFor } from './sign-offs/signings-store.ts'

/** Made before a transaction: an edition is read in one of its own. */
export async function passportsRecordKinds(shelf: EditionShelf): Promise<readonly RecordKind[]> {
  const { edition } = await latestEdition(shelf)
  return [
    {
      id: 'answers',
      name: 'Own answers',
      list: async (db, { holderId }) => {
        const byEdition = await listAnswersByEdition(db, { holderId })
        // Of a statement that keeps its code over editions, what was said last.
        const said = [...byEdition.values()].flatMap((answers) => [...answers])
        const latest = new Map(said.toSorted(([, one], [, other]) => +one.at - +other.at))
        return [...latest].map(([key, { answer }]) => ({
          key,
          words: `${key}: ${answerWords[answer]}`,
        }))
      },
    },
    {
      id: 'notes',
      name: 'Private notes',
      list: async (db, { holderId }) =>
        (await listNotes(db, { holderId })).map(({ section, note }) => ({
          key: section,
          words: `${section}: ${note}`,
        })),
    },
    {
      id: 'requests',
      name: 'Requests',
      list: async (db, { holderId }) =>
        (await listOwnRequests(db, { holderId })).map((asked) => ({
          key: asked.id,
          words: `You asked ${asked.assessorName} about ${asked.section} on ${plainDate(asked.at)}`,
        })),
    },
    {
      id: 'sign-offs',
      name: 'Sign-offs',
      list: async (db, { holderId }) => {
        const signings = await listSigningsFor(db, { holderId })
        return signings.map((signing) => signingRecord(signing, nameSigning(edition, signing)))
      },
    },
    {
      id: 'entries',
      name: 'Learning and experience',
      list: async (db, { holderId }) =>
        (await listEntries(db, { holderId })).map(({ id, kind, title }) => ({
          key: id,
          words: `${entryKindNames[kind]}: ${title}`,
        })),
    },
    {
      id: 'evidence',
      name: 'Evidence',
      list: async (db, { holderId }) =>
        (await listEvidence(db, { holderId })).map(({ id, words }) => ({ key: id, words })),
    },
    {
      id: 'credentials',
      name: 'Credentials',
      list: async (db, { holderId }) =>
        (await listCredentials(db, { holderId })).map(({ id, organisation, issuedAt }) => ({
          key: id,
          words: `Issued by ${organisation} on ${plainDate(issuedAt)}`,
        })),
    },
  ]
}

function signingRecord(signing: Signing, title: string): KeptRecord {
  const { id, shown, assessedOn, note } = signing
  const said = `${title}. ${shown.assessor.name}, ${dayInWords(assessedOn)}`
  return { key: id, words: note === undefined ? said : `${said}. Their note: ${note}` }
}
