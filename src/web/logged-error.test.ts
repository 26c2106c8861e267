import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { testSite } from '../../test/site.ts'
import { createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { loggedError } from './logged-error.ts'

const { site, database } = await testSite()
const secret = 'tamsin@example.org'

async function fault(statement: ReturnType<typeof sql>, db: Database = site.db): Promise<unknown> {
  return statement.execute(db).then(
    () => undefined,
    (error: unknown) => error,
  )
}

describe('a logged error', () => {
  it.each([
    ['a value that is no date', sql`select ${secret}::date`],
    ['a search that is none', sql`select to_tsquery(${`${secret} (`})`],
    ['words that the database was told to say', sql`do $$ begin raise exception 'tamsin'; end $$`],
    [
      'a row that breaks a rule',
      sql`insert into demonstration_letter (address, subject, text) values (${secret}, null, '')`,
    ],
  ])('of PostgreSQL holds nothing that was written: %s', async (_, statement) => {
    // As the owner, who is told the whole row.
    const error = await fault(statement, database.ownerDb)
    expect(JSON.stringify({ ...(error as object), text: String(error) })).toContain('tamsin')
    const logged = loggedError(error)
    expect(JSON.stringify(logged)).not.toContain('tamsin')
    expect(logged.code).toMatch(/^[0-9A-Z]{5}$/)
    expect(logged.stack).toMatch(/^\s+at /)
  })

  it('says which rule, and which right was missing', async () => {
    const rule = loggedError(
      await fault(
        sql`insert into demonstration_letter (address, subject, text) values ('', null, '')`,
      ),
    )
    expect(rule).toMatchObject({ code: '23502', table: 'demonstration_letter', column: 'subject' })
    const right = loggedError(await fault(sql`delete from person`))
    expect(right.message).toBe('permission denied for table person')
  })

  it('holds nothing of a text that could not be parsed, nor an address, nor of what caused it', () => {
    const parsing = (() => {
      try {
        return JSON.parse(`{"a": tamsin}`)
      } catch (error) {
        return error
      }
    })()
    expect(String(parsing)).toContain('tamsin')
    const error = new Error(`no letter to ${secret}, or <${secret}>`, { cause: parsing })
    const logged = loggedError(error)
    expect(JSON.stringify(logged)).not.toContain('tamsin')
    expect(logged.message).toBe('no letter to (an address), or <(an address)>')
    expect(logged.cause?.type).toBe('SyntaxError')
  })

  it.each([undefined, null, 'tamsin', 7, {}])('is one, whatever was thrown: %j', (thrown) => {
    expect(JSON.stringify(loggedError(thrown))).not.toContain('tamsin')
  })

  it('is what the log of the site has, once', async () => {
    const lines: string[] = []
    const config = { ...site.config, logLevel: 'info' }
    const app = await createApp({ ...site, config }, { write: (line) => void lines.push(line) })
    afterAll(() => app.close())
    app.get('/faulty', () => sql`select ${secret}::date`.execute(site.db))
    const reply = await app.inject('/faulty')
    expect(reply.statusCode).toBe(500)
    expect(reply.body).not.toContain('tamsin')
    expect(lines.filter((line) => line.includes('request failed'))).toHaveLength(1)
    expect(lines.join('')).not.toContain('tamsin')
    expect(lines.join('')).toContain('22007')
  })
})
