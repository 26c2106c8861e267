/** What accounts keep about a holder. */
import { dayInWords } from '../language/plain-dates.ts'
import type { RecordKind } from '../record-kind.ts'
import { listRegistrations } from './accounts-record-store.ts'
import { findIdentityCheck, findNames, listMemberships } from './accounts-store.ts'
import { listAddresses } from './sign-in/addresses-store.ts'

export const accountsRecordKinds: readonly RecordKind[] = [
  {
    id: 'name',
    name: 'Name',
    list: async (db, { holderId }) =>
      [...(await findNames(db, [holderId]))].map(([key, words]) => ({ key, words })),
  },
  {
    id: 'job',
    name: 'Job',
    list: async (db, { holderId }) =>
      (await listMemberships(db, holderId)).map(({ organisation, organisationName, jobTitle }) => ({
        key: organisation,
        words: `${jobTitle}, ${organisationName}`,
      })),
  },
  {
    id: 'registration',
    name: 'Registration',
    list: async (db, { holderId }) =>
      (await listRegistrations(db, { personId: holderId })).map(({ regulator, number }) => ({
        key: `${regulator} ${number}`,
        words: `${regulator}, ${number}`,
      })),
  },
  {
    id: 'identity-check',
    name: 'Identity check',
    list: async (db, { holderId }) => {
      const found = await findIdentityCheck(db, holderId)
      if (found === undefined) return []
      const { organisationName, how, checkedOn } = found
      return [{ key: checkedOn, words: `${how}, ${organisationName}, ${dayInWords(checkedOn)}` }]
    },
  },
  {
    id: 'email',
    name: 'E-mail addresses',
    list: async (db, { holderId }) =>
      (await listAddresses(db, { personId: holderId })).map(({ address }) => ({
        key: address,
        words: address,
      })),
  },
]
