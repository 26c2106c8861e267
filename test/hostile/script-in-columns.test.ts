/** Script in every column of text that the database would hold, however it came there, and then every page. */
import { expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { makeWorld } from '../authorisation/world.ts'
import { testSite } from '../site.ts'
import { harmIn, openEveryPage } from './every-page.ts'
import { attack, marker } from './read-markup.ts'

const test = await testSite()
const { superuserClient } = test.database
const world = await makeWorld(test)

/** Our own words, which no person writes: with another one the page is not there at all. */
const codes = [
  'level',
  'section',
  'edition',
  'digest',
  'kind',
  'action',
  'stepped_up_how',
  'nation',
]

interface Column {
  readonly table: string
  readonly column: string
}

/** Those that name no other row: a name that leads to nothing hides what it would show. */
async function listColumns(): Promise<Column[]> {
  const { rows } = await superuserClient.query<Column>(
    `select table_name as table, column_name as column from information_schema.columns
      join pg_tables on tablename = table_name and schemaname = table_schema
      where table_schema = 'public' and data_type = 'text' and is_generated = 'NEVER'
        and table_name <> 'migration' and column_name <> all ($1)
        and (table_name, column_name) not in (select table_name, column_name
          from information_schema.key_column_usage
            join information_schema.table_constraints using (table_schema, table_name, constraint_name)
            where table_schema = 'public' and constraint_type <> 'UNIQUE')
      order by 1, 2`,
    [codes],
  )
  return rows
}

/** The form takes that away. */
const withoutTurn = attack.slice(0, -1)

/** Behind what stands there, shorter where there is little room, and in its place where nothing else fits. */
const ways = [
  ["|| ' ' ||", withoutTurn],
  ["|| ' ' ||", `<script>${marker}</script>`],
  ["|| ' ' ||", `"><b>${marker}`],
  [', ', `"><b>${marker}`],
] as const

/** False where the database takes it in no way. */
async function poison(column: Column): Promise<boolean> {
  for (const [joined, words = ''] of ways) if (await put(column, joined, words)) return true
  return false
}

async function put({ table, column }: Column, joined: string, words: string): Promise<boolean> {
  const value = joined === ', ' ? '$1' : `"${column}" ${joined} $1`
  await superuserClient.query('begin; set local session_replication_role = replica')
  try {
    const { rowCount } = await superuserClient.query(
      `update "${table}" set "${column}" = ${value} where "${column}" is not null`,
      [words],
    )
    await superuserClient.query('commit')
    return (rowCount ?? 0) > 0
  } catch {
    await superuserClient.query('rollback')
    return false
  }
}

it('script in any column of any row runs on no page', async () => {
  const columns = await listColumns()
  const taken: Column[] = []
  for (const one of columns) if (await poison(one)) taken.push(one)
  const app = await createApp(test.site)
  const pages = await openEveryPage(app, world, 3)
  const faults = pages.flatMap(({ url, actor, reply }) =>
    harmIn(reply).map((harm) => `${url} as ${actor}: ${harm}`),
  )
  const showing = pages.filter(({ reply }) => reply.body.includes(marker))
  console.log(
    `hostile: script in ${taken.length} of ${columns.length} columns of text, ${pages.length} pages, ` +
      `${showing.length} of them show it, ${faults.length} are harmed`,
  )
  await app.close()
  expect(faults).toEqual([])
  expect(showing.length).toBeGreaterThan(40)
}, 120_000)
