import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { Actor } from '../actor.ts'
import { asActor } from './as-actor.ts'
import type { Transaction } from './database.ts'

const { db } = await testDatabase()

const job = (name: string): Actor => ({ kind: 'job', name })

async function currentActor(transaction: Transaction): Promise<string | null | undefined> {
  const { rows } = await sql<{
    actor: string | null
  }>`select current_setting('app.actor', true) as actor`.execute(transaction)
  return rows[0]?.actor
}

describe('asActor', () => {
  it.each([
    'plain',
    `o'brien`,
    'back\\slash',
    `'; drop table migration; --`,
    'ünïcode "quoted" $1',
    '',
  ])('tells the database who acts, whatever the name: %s', async (name) => {
    expect(await asActor(db, job(name), currentActor)).toBe(`job:${name}`)
  })

  it('leaves nobody behind on the connection', async () => {
    await asActor(db, job('first'), currentActor)
    const seen = await Promise.all(
      Array.from({ length: 30 }, () => db.transaction().execute(currentActor)),
    )
    expect(seen.filter(Boolean)).toEqual([])
  })

  it('never mixes up actors that work at the same time', async () => {
    const names = Array.from({ length: 400 }, (_, index) => `worker-${index}`)
    const seen = await Promise.all(names.map((name) => asActor(db, job(name), currentActor)))
    expect(seen).toEqual(names.map((name) => `job:${name}`))
  })

  it('undoes everything when the work fails', async () => {
    const attempt = asActor(db, job('x'), async (transaction) => {
      await sql`select set_config('app.kept', 'yes', false)`.execute(transaction)
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    const { rows } = await sql`select current_setting('app.kept', true) as kept`.execute(db)
    expect(rows).toEqual([{ kept: '' }])
  })

  it('is refused inside itself, and so is a query beside the transaction', async () => {
    const nested = asActor(db, job('outer'), () => asActor(db, job('inner'), currentActor))
    await expect(nested).rejects.toThrow('never nested')
    const beside = asActor(db, job('outer'), () => sql`select 1`.execute(db))
    await expect(beside).rejects.toThrow('never nested')
  })

  it('does not type-check with a transaction', async () => {
    const attempt = asActor(db, job('outer'), (transaction) =>
      // @ts-expect-error a transaction is not a database
      asActor(transaction, job('inner'), currentActor),
    )
    await expect(attempt).rejects.toThrow('never nested')
  })

  it('refuses a name that PostgreSQL cannot hold and goes on working', async () => {
    await expect(asActor(db, job('a\0b'), currentActor)).rejects.toThrow('NUL')
    expect(await asActor(db, job('after'), currentActor)).toBe('job:after')
  })

  it('refuses a transaction that PostgreSQL could not commit', async () => {
    const attempt = asActor(db, job('x'), async (transaction) => {
      await sql`select 1 / 0`.execute(transaction).catch(() => {})
    })
    await expect(attempt).rejects.toThrow()
  })
})
