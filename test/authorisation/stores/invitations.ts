/** Invitations and files of them; the first manager whom a steward invites. */
import { randomBytes, randomUUID } from 'node:crypto'
import * as batches from '../../../src/organisations/invitations/batches-store.ts'
import * as record from '../../../src/organisations/invitations/invitations-record-store.ts'
import * as invitations from '../../../src/organisations/invitations/invitations-store.ts'
import * as joining from '../../../src/organisations/invitations/joining-store.ts'
import * as firstManager from '../../../src/organisations/stewards/first-manager-store.ts'
import { invitedAddressOf } from '../canary.ts'
import { type ActorName, members } from '../people.ts'
import { unmanaged } from '../records-of-invitations.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const idOf = (actor: ActorName) => (actor === 'nobody' ? members.holder.id : members[actor].id)
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10)
const row = {
  ...{ number: 2, name: 'Somebody New', email: 'no e-mail', jobTitle: 'Helper' },
  ...{ team: '', permissions: '', startsOn: '' },
}
const managed = { may: ['manager'], jobs: ['send-invitations'] } as const
/** The jobs behind a link find it by its secret. */
const readers = ['open-invitation', 'send-invitations', 'sign-in'] as const
const changed = { may: ['manager'], jobs: ['open-invitation', 'send-invitations'] } as const
const sent = ({ invitation, organisation }: WorldRecord) => ({ id: invitation, organisation })
const printed = (of: WorldRecord) => ({ ...sent(of), id: of.printedInvitation })
const inFile = ({ startedFile, organisation }: WorldRecord) => ({
  ...{ batchId: startedFile, organisation },
})
const retention = { may: [], jobs: ['enforce-retention'] } as const

const named = {
  tried: {
    file: 'src/organisations/stewards/first-manager.test.ts',
    title: 'is read by stewards and its managers, and by nobody else',
  },
} as const

export const invitationsStores: Readonly<Record<string, StoreRules>> = {
  'src/organisations/invitations/batches-store.ts': {
    insertBatch: {
      ...managed,
      writes: (db, { organisation }, actor) =>
        batches.insertBatch(db, {
          ...{ id: randomUUID(), organisation, madeBy: idOf(actor), rows: [row] },
        }),
    },
    getBatch: {
      ...managed,
      reads: (db, { file, organisation }) => batches.getBatch(db, { id: file, organisation }),
    },
    findBatchToSend: {
      ...managed,
      reads: (db, { startedFile }) => batches.findBatchToSend(db, startedFile),
    },
    setBatchStarted: {
      ...managed,
      writes: (db, { file, organisation }, actor) =>
        batches.setBatchStarted(db, {
          ...{ id: file, organisation, by: idOf(actor), at: new Date(), rows: [row] },
        }),
    },
    setBatchProgress: {
      ...managed,
      writes: (db, { startedFile }) =>
        batches.setBatchProgress(db, { id: startedFile, done: 1, invited: 1 }),
    },
    setBatchFinished: {
      ...managed,
      writes: (db, { startedFile }) =>
        batches.setBatchFinished(db, { id: startedFile, at: new Date() }),
    },
    // Only of a file that one may read: otherwise it would tell anybody who manages where.
    mayStillInvite: {
      ...managed,
      reads: (db, { startedFile }) => batches.mayStillInvite(db, startedFile),
    },
    countToPrint: {
      ...managed,
      jobs: readers,
      reads: (db, of) => batches.countToPrint(db, inFile(of)),
    },
  },
  'src/organisations/invitations/invitations-record-store.ts': {
    eraseInvitations: {
      ...retention,
      writes: (db) => record.eraseInvitations(db, inDays(90)),
    },
    eraseInvitationFiles: {
      ...retention,
      writes: (db) => record.eraseInvitationFiles(db, inDays(90)),
    },
    // Nobody's account is due.
    eraseOwnInvitations: {
      may: [],
      writes: (db, { personId }) => record.eraseOwnInvitations(db, { personId }),
    },
    listOwnInvitations: {
      may: ['owner', 'manager'],
      jobs: readers,
      reads: (db, { personId }) => record.listOwnInvitations(db, { personId }),
    },
  },
  'src/organisations/invitations/invitations-store.ts': {
    insertInvitation: {
      may: ['manager'],
      writes: (db, { organisation }, actor) =>
        invitations.insertInvitation(db, {
          ...{ id: randomUUID(), organisation, name: 'Somebody New', email: undefined },
          ...{ jobTitle: 'Helper', teamIds: [], permissions: [], startsOn: dayIn(0) },
          ...{ invitedBy: idOf(actor), secretHash: randomBytes(32), expiresAt: inDays(9) },
        }),
    },
    listInvitations: {
      ...managed,
      jobs: readers,
      reads: async (db, { organisation }) => {
        const wanted = { organisation, over: false, offset: 0, limit: 9 }
        return (await invitations.listInvitations(db, wanted)).count
      },
    },
    getInvitation: {
      ...managed,
      jobs: readers,
      reads: (db, of) => invitations.getInvitation(db, sent(of)),
    },
    listToPrint: {
      ...managed,
      jobs: readers,
      reads: (db, of) => invitations.listToPrint(db, { ...inFile(of), limit: 9 }),
    },
    setSecret: {
      ...changed,
      writes: (db, of) =>
        invitations.setSecret(db, { ...sent(of), hash: randomBytes(32), expiresAt: inDays(9) }),
    },
    setCancelled: {
      ...changed,
      writes: (db, of, actor) =>
        invitations.setCancelled(db, { ...sent(of), by: idOf(actor), at: new Date() }),
    },
    setHandedOver: {
      ...changed,
      writes: (db, of, actor) =>
        invitations.setHandedOver(db, {
          ...{ ...printed(of), how: 'known-to-employer', on: dayIn(-1), by: idOf(actor) },
        }),
    },
    setExpiredCancelled: {
      ...changed,
      writes: (db, { organisation, owner }, actor) =>
        invitations.setExpiredCancelled(db, {
          ...{ organisation, email: `late-${owner}@example.org` },
          ...{ by: idOf(actor), at: new Date() },
        }),
    },
    // Who works there already is told to whoever invites there, and of no other place.
    findKnown: {
      ...managed,
      jobs: readers,
      reads: async (db, { organisation, owner }) => {
        const emails = [invitedAddressOf(owner)]
        const asked = { organisation, emails, names: true, now: new Date() }
        const known = await invitations.findKnown(db, asked)
        return Object.values(known).reduce((sum, { size }) => sum + size, 0)
      },
    },
  },
  'src/organisations/invitations/joining-store.ts': {
    findOffer: {
      ...managed,
      jobs: readers,
      reads: (db, { joinHash }) => joining.findOffer(db, { secretHash: joinHash, now: new Date() }),
    },
    // With the link in hand; and nobody joins for somebody else.
    takeInvitation: {
      may: ['owner'],
      writes: (db, { joinHash, personId }) =>
        joining.takeInvitation(db, { secretHash: joinHash, personId }),
    },
    setDeclined: {
      ...changed,
      writes: (db, { joinHash }) =>
        joining.setDeclined(db, { secretHash: joinHash, at: new Date() }),
    },
  },
  'src/organisations/stewards/first-manager-store.ts': {
    mayNameFirstManager: {
      may: ['steward'],
      of: ['holder'],
      reads: (db) => firstManager.mayNameFirstManager(db, unmanaged),
    },
    listInvitedManagers: {
      may: ['first-steward'],
      jobs: readers,
      of: ['holder'],
      reads: (db) =>
        firstManager.listInvitedManagers(db, {
          ...{ organisation: unmanaged, invitedBy: members.steward.id },
        }),
    },
    insertFirstManager: {
      may: ['first-steward'],
      of: ['holder'],
      writes: (db, { firstManager: personId }, actor) =>
        firstManager.insertFirstManager(db, {
          ...{ personId, organisation: unmanaged, grantedBy: idOf(actor) },
          ...{ expiresOn: dayIn(90), reviewOn: dayIn(60) },
        }),
    },
    insertNaming: named,
    listNamings: named,
    listWithoutManager: named,
  },
}
