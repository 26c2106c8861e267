/** No table may speak of people and be forgotten: read from the database itself. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { people, personWith } from '../test/issue-credential.ts'
import { testSite } from '../test/site.ts'
import { asActor } from './database/as-actor.ts'
import { personalPartsOf, retentionRules } from './personal-parts.ts'
import { readRetention } from './privacy/retention/retention-content.ts'

const { site, database } = await testSite()
const { superuserClient } = database

/** Public registers and settings: a path to people that leads through one of these is no path. */
const publicTables = [
  'organisation',
  'site',
  'edition',
  'edition_succession',
  'statement',
  'issuer_key',
  'status_list',
  'audit_key',
  'edition_succession',
]

/** Names of columns that hold who somebody is without a foreign key. */
const whoColumns =
  '(person|holder|assessor|viewer|actor|about|address|complainant|member)(_id)?$|_by$'

async function tablesAboutPeople(): Promise<string[]> {
  const { rows } = await superuserClient.query<{ name: string }>(
    `with recursive edge as (
       select conrelid::regclass::text as child, confrelid::regclass::text as parent
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
     ), reached (name) as (
       select 'person'
       union
       select child from edge join reached on parent = name where child <> all ($1)
     )
     select name from reached
     union
     select table_name::text from information_schema.columns
     where table_schema = 'public' and column_name ~ $2 and table_name <> all ($1)
     order by 1`,
    [publicTables, whoColumns],
  )
  return rows.map(({ name }) => name)
}

/** What there is of people in public tables, by number and never by name. */
const personalParts = personalPartsOf(site)
const sections = await asActor(site.db, personWith(people.holder), async (db) => {
  const whose = { personId: people.holder }
  const exported = []
  for (const part of personalParts) exported.push(await part.exportFor(db, whose))
  return exported.flatMap((one) => one.sections)
})
const withheld = personalParts.flatMap((part) => Object.keys(part.withheld))
const shown = sections.flatMap(({ tables }) => tables)

describe('the parts of the features', () => {
  it('show every table that speaks of people, or say why not', async () => {
    const said = new Set([...shown, ...withheld])
    const forgotten = (await tablesAboutPeople()).filter((name) => !said.has(name))
    expect(forgotten).toEqual([])
  })

  it('name no table that is not there, and withhold none that they show', async () => {
    const { rows } = await superuserClient.query<{ name: string }>(
      `select tablename::text as name from pg_tables where schemaname = 'public'`,
    )
    const there = rows.map(({ name }) => name)
    expect([...shown, ...withheld].filter((name) => !there.includes(name))).toEqual([])
    expect(withheld.filter((name) => shown.includes(name))).toEqual([])
    expect(publicTables.filter((name) => !there.includes(name))).toEqual([])
  })

  it('give each section a name of its own, and say how long it is kept', () => {
    const keys = sections.map(({ key }) => key)
    expect(keys).toEqual([...new Set(keys)])
    expect(keys.filter((key) => !/^[a-z]+(-[a-z]+)*$/.test(key))).toEqual([])
    const kinds = readRetention().map(({ kind }) => kind)
    expect(sections.filter(({ kind }) => !kinds.includes(kind))).toEqual([])
  })
})

describe('docs/your-record-format.md', () => {
  it('names every section, and no other', () => {
    const page = readFileSync(join(import.meta.dirname, '../docs/your-record-format.md'), 'utf8')
    const table = page.slice(page.indexOf('## The sections'))
    const named = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([a-z-]+)`/g)].map(([, key]) => key),
    )
    expect(named.sort()).toEqual(sections.map(({ key }) => key).sort())
  })
})

describe('retention', () => {
  const ending = readRetention().filter(({ keepFor }) => typeof keepFor !== 'string')

  it('has one rule for every kind that a day ends, and a kind for every rule', () => {
    expect(retentionRules.map(({ kind }) => kind).sort()).toEqual(
      ending.map(({ kind }) => kind).sort(),
    )
  })

  it('ends what no section shows, or says which kind it goes with', () => {
    const goesWith: Readonly<Record<string, string>> = {
      overlay_statement: 'overlay-act',
      overlay_column: 'overlay-act',
      overlay_cell: 'overlay-act',
      email_code: 'sign-in-attempt',
      passkey_challenge: 'sign-in-attempt',
      open_id_login: 'sign-in-attempt',
      demonstration_letter: 'letter',
      invitation_batch: 'invitation-file',
      kept_name: 'signed-record',
      complaint_warning: 'complaint',
      verification_evidence: 'register-act',
      organisation_event_part: 'register-act',
      draft_thing: 'draft-act',
      draft_import: 'draft-act',
      edition_publication: 'review-act',
      // The service's own, and nobody's.
      audit_private_key: 'audit',
      equality_key: 'equality',
    }
    const kinds = readRetention().map(({ kind }) => kind)
    expect(withheld.filter((table) => !kinds.includes(goesWith[table] ?? ''))).toEqual([])
  })

  it('keeps no kind that nothing is of', () => {
    const used = new Set([
      ...sections.map(({ kind }) => kind),
      ...retentionRules.map(({ kind }) => kind),
    ])
    expect(
      readRetention()
        .map(({ kind }) => kind)
        .filter((kind) => !used.has(kind)),
    ).toEqual([])
  })
})
