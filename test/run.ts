/** Runs everything that must pass and ends with "N passed, N failed". */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly string[]
}

const folder = mkdtempSync(join(tmpdir(), 'lanyard-test-'))
const debianServer = '/usr/lib/postgresql/15/bin'

/** What fits into ten minutes with all else: by the beginning of a file's name. */
const main = ['earn-and', 'read-the', 'sign-in-the']
/** They are walked on a phone with script, and one without: every way is walked with --all. */
const others = /.*at a desk|(?!a sign-off is earned).*without script/

const none: Counts = { passed: 0, failed: 0, skipped: [] }

async function runAll(): Promise<Counts[]> {
  const first = [
    await check('Types', 'tsc', ['-p', '.']),
    await check('Format and lint', 'biome', ['check', '--error-on-warnings', '.']),
    await check('Unused code', 'knip', []),
    await tests('Unit, store, route and conformance tests', ['--project', 'unit']),
  ]
  // They wait for servers to start, most of their time: beside them the rest is done.
  const waiting = startings()
  const rest = [
    await tests('The walls, walked', ['--project', 'walls']),
    await wallsOnDebian(),
    await everyField(),
    await journeys(),
  ]
  return [...first, ...rest, ...(await waiting)]
}

async function journeys(): Promise<Counts> {
  const name = 'Journeys in Chromium'
  const all = ['--project', 'journeys']
  if (process.argv.includes('--all')) return tests(name, all)
  const short = [...main, '--testNamePattern', `^(?!${others.source})`]
  const counts = await tests(name, [...all, ...short], { LANYARD_TEST_PICTURES: 'none' })
  const left = counts.skipped.filter((step) => others.test(step))
  say(
    `Skipped: journeys other than ${main.join(', ')}; of these ${left.length} steps; pictures (--all)`,
  )
  return { ...counts, skipped: counts.skipped.filter((step) => !left.includes(step)) }
}

async function startings(): Promise<Counts[]> {
  const rounds = process.argv.includes('--all') ? '50' : '10'
  const quietly = (name: string, project: string) =>
    tests(name, ['--project', project], { LANYARD_KILLS: rounds }, 'told-at-the-end')
  const drill = await quietly(`Drill: kill -9, ${rounds} rounds`, 'drills')
  const name = 'The service and its commands, as processes'
  return [drill, await onlyWithAll(name, () => quietly(name, 'processes'))]
}

function everyField(): Promise<Counts> {
  const name = 'Hostile words in every field of every form'
  return onlyWithAll(name, () => tests(name, ['--project', 'every-field']))
}

/** What does not fit into ten minutes with all else. */
async function onlyWithAll(name: string, run: () => Promise<Counts>): Promise<Counts> {
  if (process.argv.includes('--all')) return run()
  say(`Skipped: ${name} (--all)`)
  return none
}

async function wallsOnDebian(): Promise<Counts> {
  if (!process.argv.includes('--all')) {
    say('Skipped: every store function on PostgreSQL 15 (--all)')
    return none
  }
  if (!existsSync(join(debianServer, 'postgres'))) {
    say(`Skipped: Debian's PostgreSQL 15 is not installed (${debianServer})`)
    return none
  }
  const env = { LANYARD_TEST_PG_BIN: debianServer }
  const stores = ['--project', 'walls', 'test/authorisation/stores']
  return tests("Every store function on Debian's PostgreSQL 15", stores, env)
}

async function check(name: string, command: string, args: readonly string[]): Promise<Counts> {
  say(name)
  const code = await run(command, args)
  return code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 }
}

/** A run that ends without a report, or with a fault outside any test, is a failure too. */
async function tests(
  name: string,
  args: readonly string[],
  env = {},
  output: Output = 'told',
): Promise<Counts> {
  say(name)
  const report = join(folder, `${name.replaceAll(/\W+/g, '-')}.json`)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run('vitest', ['run', ...args, ...reporters], env, output)
  if (!existsSync(report)) return { ...none, failed: 1 }
  const counts = countsOf(JSON.parse(readFileSync(report, 'utf8')))
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

function countsOf(report: Report): Counts {
  const skipped = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'skipped' || status === 'pending' || status === 'todo')
      .map(({ fullName }) => fullName),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped }
}

type Output = 'told' | 'told-at-the-end'

function run(
  command: string,
  args: readonly string[],
  env = {},
  output: Output = 'told',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const stdio = output === 'told' ? 'inherit' : 'pipe'
    const child = spawn(command, args, { stdio, env: { ...process.env, ...env } })
    const kept: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (some: Buffer) => kept.push(some))
    }
    child.on('error', reject)
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(kept))
      resolve(code ?? 1)
    })
  })
}

function say(words: string): void {
  process.stdout.write(`\n==> ${words}\n`)
}

const started = Date.now()
const counts = await runAll()
rmSync(folder, { recursive: true })
const skipped = counts.flatMap((count) => count.skipped)
if (skipped.length > 0) say(`Skipped ${skipped.length}:\n${skipped.join('\n')}`)
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
say(`${Math.round((Date.now() - started) / 1000)} seconds`)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
