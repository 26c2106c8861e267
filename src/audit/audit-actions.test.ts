import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { Job } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import { rotateAuditKey, sealAudit } from './audit-actions.ts'
import { recordEvent } from './audit-store.ts'
import { listAuditKeys, listBatches } from './batches-store.ts'
import { readKept, writeBatch, writeKey } from './kept-heads.ts'
import { hashLeaf, isIncluded } from './model/merkle-tree.ts'
import { proveEvent } from './prove-event.ts'
import { verifier, verifyAudit } from './verify-audit.ts'

const { db, superuserClient } = await testDatabase()
const writer: Job = { kind: 'job', name: 'test' }
const site = { db, keyEncryptionKey: randomBytes(32), now: () => new Date() }

const record = (details = {}) =>
  asActor(db, writer, (db) =>
    recordEvent(db, writer, 'share.made', `thing:${randomUUID()}`, details),
  )

async function recordMany(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await record({ index })
}

/** As somebody could who has the database itself: nothing of ours stands in the way. */
async function tamper(statements: string): Promise<void> {
  await superuserClient.query('set session_replication_role = replica')
  await superuserClient
    .query(statements)
    .finally(() => superuserClient.query('set session_replication_role = origin'))
}

const verify = () => verifyAudit(site)
const codes = async () => (await verify()).findings.map(({ code }) => code)
const keptNow = () =>
  asActor(db, verifier, async (db) =>
    readKept([
      ...(await listAuditKeys(db)).map(writeKey),
      ...(await listBatches(db, { after: 0, limit: 100 })).map(writeBatch),
    ]),
  )

describe('an event', () => {
  it('is refused with words that a person wrote, and the change with it', async () => {
    await expect(record({ reason: 'She was late' })).rejects.toThrow('reason is more than an id')
    expect(await verify()).toMatchObject({ unsealed: { count: 0 } })
  })

  it('about a person says so by itself', async () => {
    const id = randomUUID()
    await asActor(db, writer, (db) => recordEvent(db, writer, 'session.started', `person:${id}`))
    const { rows } = await superuserClient.query('select about, organisation from audit_event')
    expect(rows).toEqual([{ about: id, organisation: null }])
  })
})

describe('sealing', () => {
  it('puts all that waits into numbered batches, and nothing twice', async () => {
    await recordMany(5)
    expect(await sealAudit(site, 2)).toBe(6)
    expect(await sealAudit(site, 2)).toBe(0)
    const { rows } = await superuserClient.query(
      'select number, events from audit_batch order by number',
    )
    expect(rows).toEqual([1, 2, 3].map((number) => ({ number, events: 2 })))
    expect(await verify()).toMatchObject({ outcome: 'valid', events: 6, batches: 3 })
  })

  it('by two at once is done by one of them', async () => {
    await recordMany(20)
    const sealed = await Promise.all(Array.from({ length: 8 }, () => sealAudit(site)))
    expect(sealed.filter((events) => events > 0).length).toBeGreaterThan(0)
    await sealAudit(site)
    expect(await verify()).toMatchObject({ outcome: 'valid', unsealed: { count: 0 } })
    expect((await verify()).events).toBe(21)
  })

  it('takes what is committed late into a later batch', async () => {
    await record()
    await sealAudit(site, 1)
    let commit = () => {}
    const slow = asActor(db, writer, async (db) => {
      await recordEvent(db, writer, 'share.stopped', 'thing:slow')
      await new Promise<void>((resolve) => {
        commit = resolve
      })
    })
    await record()
    await sealAudit(site)
    commit()
    await slow
    expect(await verify()).toMatchObject({ unsealed: { count: 1 } })
    await sealAudit(site)
    expect(await verify()).toMatchObject({ outcome: 'valid', unsealed: { count: 0 } })
  })

  it('leaves nothing of what was undone', async () => {
    const undone = asActor(db, writer, async (db) => {
      await recordEvent(db, writer, 'share.stopped', 'thing:undone')
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await sealAudit(site)).toBe(0)
  })

  it('goes on with a new key, which the old one says is the next', async () => {
    await record()
    await sealAudit(site)
    const id = await rotateAuditKey(site)
    await record()
    await sealAudit(site)
    const { rows } = await superuserClient.query('select key from audit_batch order by number')
    expect(rows.at(-1)).toEqual({ key: id })
    expect(rows[0].key).not.toBe(id)
    expect(await verify()).toMatchObject({ outcome: 'valid', batches: rows.length })
  })

  it('is not done with another key-encryption key', async () => {
    await record()
    await sealAudit(site)
    await record()
    await expect(sealAudit({ ...site, keyEncryptionKey: randomBytes(32) })).rejects.toThrow()
  })

  it('gives no number twice, and none after a gap', async () => {
    await record()
    await sealAudit(site)
    const copied = (number: number) =>
      superuserClient.query(`
        insert into audit_batch (number, events, first_at, last_at, root, previous, sealed_at, key, signature)
        select ${number}, events, first_at, last_at, root, previous, sealed_at, key, signature
        from audit_batch where number = 1`)
    await expect(copied(1)).rejects.toThrow('audit_batch_pkey')
    await expect(copied(3)).rejects.toThrow('audit_batch_after_fkey')
  })
})

describe('verifying', () => {
  const second = '(select event_id from audit_seal where batch = 1 and position = 1)'
  const changes: readonly [string, string, string[]][] = [
    [
      'an event changed',
      `update audit_event set details = '{"index": 99}' where id = ${second}`,
      ['event-changed'],
    ],
    [
      'the actor of an event changed',
      `update audit_event set actor = 'job:other' where id = ${second}`,
      ['event-changed'],
    ],
    [
      'a time changed by a microsecond',
      `update audit_event set at = at + interval '1 microsecond' where id = ${second}`,
      ['event-changed'],
    ],
    ['an event taken away', `delete from audit_event where id = ${second}`, ['event-missing']],
    [
      'an event and its seal taken away',
      `delete from audit_event where id = ${second}; delete from audit_seal where position = 1 and batch = 1`,
      ['count-wrong'],
    ],
    [
      'two events swapped',
      `update audit_seal set position = 10 + position where batch = 1 and position in (2, 3); update audit_seal set position = 15 - position where position > 10`,
      ['event-changed'],
    ],
    [
      'a batch taken away',
      `delete from audit_seal where batch = 2; delete from audit_batch where number = 2`,
      ['batch-missing', 'chain-broken', 'event-not-waiting'],
    ],
    [
      'a head changed',
      `update audit_batch set sealed_at = sealed_at - interval '1 day' where number = 2`,
      ['signature-wrong', 'chain-broken'],
    ],
    [
      'a key changed',
      `update audit_key set public_key = decode(repeat('ab', 32), 'hex')`,
      ['key-changed', 'signature-wrong', 'signature-wrong', 'signature-wrong'],
    ],
    [
      'an event kept from being sealed',
      `insert into audit_event (id, actor, action, subject_ref) values (gen_random_uuid(), 'x', 'a.b', 'c:d')`,
      ['event-not-waiting'],
    ],
  ]

  it.each(changes)('finds %s', async (_, change, found) => {
    for (let batch = 0; batch < 3; batch += 1) {
      await recordMany(4)
      await sealAudit(site)
    }
    expect(await verify()).toMatchObject({ outcome: 'valid', batches: 3 })
    await tamper(change)
    expect(await codes()).toEqual(found)
    expect(await verify()).toMatchObject({ outcome: 'invalid' })
  })

  it('finds a whole audit written anew, with the heads that were kept elsewhere', async () => {
    await recordMany(3)
    await sealAudit(site)
    await sealAudit(site)
    const kept = await keptNow()
    expect(await verifyAudit(site, kept)).toMatchObject({ outcome: 'valid', kept: 2 })
    await tamper(
      'delete from audit_seal; delete from audit_batch; delete from audit_private_key; delete from audit_key; insert into audit_waiting select id from audit_event',
    )
    await sealAudit({ ...site, keyEncryptionKey: randomBytes(32) })
    expect(await verify()).toMatchObject({ outcome: 'valid' })
    const found = await verifyAudit(site, kept)
    expect(found.findings.map(({ code }) => code)).toEqual([
      'key-missing',
      'batch-changed',
      'batch-missing',
    ])
  })

  it('says when sealing has stopped', async () => {
    await record()
    const later = { db, now: () => new Date(Date.now() + 11 * 60_000) }
    expect(await verifyAudit(site)).toMatchObject({ outcome: 'valid', unsealed: { count: 1 } })
    expect(await verifyAudit(later)).toMatchObject({ outcome: 'unknown', findings: [] })
  })
})

describe('a proof of one event', () => {
  it('is enough for somebody who has kept the head of its batch', async () => {
    await recordMany(7)
    await sealAudit(site)
    const { rows } = await superuserClient.query('select event_id from audit_seal')
    for (const { event_id } of rows) {
      const proof = await asActor(db, verifier, (db) => proveEvent(db, event_id))
      if (proof === undefined) throw new Error('no proof')
      const { leaf, index, head } = proof
      const shown = {
        ...{ leaf: hashLeaf(Buffer.from(leaf)), index, size: head.events },
        proof: proof.proof.map((hash) => Buffer.from(hash, 'hex')),
      }
      expect(isIncluded(shown, Buffer.from(head.root, 'hex'))).toBe(true)
    }
  })

  it('is not there for what is not sealed, or never was', async () => {
    await record()
    const { rows } = await superuserClient.query('select id from audit_event')
    for (const id of [rows[0].id, randomUUID(), 'nonsense']) {
      expect(await asActor(db, verifier, (db) => proveEvent(db, id))).toBeUndefined()
    }
  })
})

describe('the second wall', () => {
  it('lets nobody but the sealer seal, and nobody unseal', async () => {
    await record()
    await sealAudit(site)
    await expect(
      asActor(db, writer, (db) =>
        db
          .insertInto('audit_seal')
          .values({ event_id: randomUUID(), batch: 1, position: 9 })
          .execute(),
      ),
    ).rejects.toThrow('row-level security')
    for (const table of ['audit_batch', 'audit_seal', 'audit_key', 'audit_event'] as const) {
      await expect(asActor(db, writer, (db) => db.deleteFrom(table).execute())).rejects.toThrow(
        'permission denied',
      )
      await expect(superuserClient.query(`delete from ${table}`)).rejects.toThrow('append-only')
    }
  })

  it('shows a private key to the sealer alone', async () => {
    await record()
    await sealAudit(site)
    const seen = (job: string) =>
      asActor(db, { kind: 'job', name: job }, (db) =>
        db.selectFrom('audit_private_key').selectAll().execute(),
      )
    expect(await seen('verify-audit')).toEqual([])
    expect(await seen('seal-audit')).toHaveLength(1)
  })
})
