/** The credentials that a person holds, handed over as they were issued. */
import type { Transaction } from '../database/database.ts'
import type { PersonalExport, PersonalPart, Whose } from '../personal-record.ts'
import { eraseCredentials } from './credentials-record-store.ts'
import { findHolderDid, listCredentials } from './credentials-store.ts'

export const credentialsPart: PersonalPart = {
  feature: 'credentials',
  withheld: {},
  exportFor,
  eraseFor: eraseCredentials,
}

async function exportFor(db: Transaction, { personId }: Whose): Promise<PersonalExport> {
  const credentials = await listCredentials(db, { holderId: personId })
  const did = await findHolderDid(db, personId)
  return {
    sections: [
      {
        key: 'credentials',
        title: 'Your credentials',
        about: 'Issued for what was signed off. Each is also in the folder “credentials”, signed.',
        kind: 'signed-record',
        tables: ['credential'],
        labels: { name: 'Credential', issuedAt: 'Issued', withdrawnAt: 'Withdrawn', file: 'File' },
        records: credentials.map(({ id, document, issuedAt, withdrawnAt, organisation }) => ({
          ...{ id, name: nameOf(document), organisation, issuedAt, withdrawnAt },
          file: fileOf(id),
        })),
      },
      {
        key: 'holder-keys',
        title: 'The key your credentials are made out to',
        about: 'A public name without your own in it. Its secret half never leaves the service.',
        kind: 'signed-record',
        tables: ['holder_key'],
        labels: { did: 'Public name' },
        records: did === undefined ? [] : [{ did }],
      },
    ],
    files: credentials.map(({ id, document }) => ({
      name: fileOf(id),
      text: `${JSON.stringify(document, undefined, 2)}\n`,
    })),
  }
}

function fileOf(id: string): string {
  return `credentials/${id}.json`
}

function nameOf({ name }: Record<string, unknown>): string {
  return typeof name === 'string' ? name : 'A credential'
}
