/** The command as a process, with a database of its own. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { asActor } from '../database/as-actor.ts'
import { openDatabase } from '../database/open-database.ts'
import { importer } from './consultations-actions.ts'
import { listResponses } from './consultations-store.ts'
import { nonBlankLines } from './model/parse-response.ts'

const root = join(import.meta.dirname, '../..')
const consultation = 'ahp-support-worker-2021'
const example = join(root, `content/consultations/${consultation}/example-response.txt`)

interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

function run(args: readonly string[], dataDir = '/nowhere/at/all'): Promise<Ran> {
  // Vitest sets a BASE_URL of its own.
  const { BASE_URL: _, DATABASE_URL: __, ...outside } = process.env
  const env = { ...outside, DATA_DIR: dataDir }
  return new Promise((resolve) => {
    const child = execFile(
      join(root, 'bin/lanyard'),
      ['consultation', ...args],
      { env },
      (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    )
  })
}

async function fileWith(content: string | Uint8Array): Promise<string> {
  const file = join(await temporaryFolder(), 'response.txt')
  await writeFile(file, content)
  return file
}

const listed = (dataDir: string) => async () => {
  const { db, close } = await openDatabase({ dataDir, dataDirGiven: true })
  try {
    const wanted = { consultation, scope: 'all' } as const
    return await asActor(db, importer, (db) => listResponses(db, wanted))
  } finally {
    await close()
  }
}

describe('lanyard consultation import', () => {
  it('prints the questions as JSON and nothing else, and says the second time that it was there', async () => {
    const dataDir = await temporaryFolder()
    const first = await run(['import', example, '--json', '--respondent', 'A  body'], dataDir)
    expect(first.code, first.stderr).toBe(0)
    const { preamble, questions, ...more } = JSON.parse(first.stdout)
    expect(more).toEqual({})
    expect(preamble).toEqual(nonBlankLines(readFileSync(example, 'utf8')).slice(0, 2))
    expect(questions).toHaveLength(19)
    for (const question of questions) {
      const names = ['number', 'heading', 'text', 'state', 'paragraphs', 'anchors']
      expect(Object.keys(question)).toEqual(names)
      for (const anchor of question.anchors) {
        expect(Object.keys(anchor)).toEqual(['quote', 'kind', 'target', 'state'])
      }
    }
    expect(first.stderr).not.toContain('already')

    const second = await run(['import', example, '--json'], dataDir)
    expect([second.code, second.stdout]).toEqual([0, first.stdout])
    expect(second.stderr).toContain('already imported')
    const rows = await listed(dataDir)()
    expect(rows.map(({ respondent }) => respondent)).toEqual(['A body'])
  }, 60_000)

  it('joins a database that is in use, and leaves it running', async () => {
    const dataDir = await temporaryFolder()
    const { db, close, isAlive } = await openDatabase({ dataDir, dataDirGiven: true })
    try {
      const { code, stdout, stderr } = await run(['import', example], dataDir)
      expect(code, stderr).toBe(0)
      expect(stdout).toContain('Not recoverable from the source: 2')
      const wanted = { consultation, scope: 'all' } as const
      const rows = await asActor(db, importer, (db) => listResponses(db, wanted))
      expect(rows.map(({ respondent }) => respondent)).toEqual(['example-response.txt'])
      expect(stdout).toContain(`/consultations/${consultation}/responses/${rows[0]?.id}`)
      expect(await isAlive()).toBe(true)
    } finally {
      await close()
    }
  }, 60_000)

  it('needs no database for a dry run', async () => {
    const { code, stdout } = await run(['import', example, '--dry-run'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/19 questions\n {2}Answered: 16\n {2}Left blank: 1/)
    expect(stdout).toContain('nothing was kept')
  })

  it.each<[string, string | Uint8Array, RegExp]>([
    ['is not UTF-8', new Uint8Array([0x51, 0x2e, 0x92]), /not UTF-8 text: save it as plain text/],
    ['is empty', '', /No line begins with a question number: put each answer under/],
    ['holds a question twice', 'Q.6: a\nx\nQ.6: b\ny', /Question 6 stands twice: join/],
    ['is larger than 1 MB', new Uint8Array(10_000_000).fill(97), /larger than 1 MB/],
  ])('refuses a file that %s, and names it', async (_, content, message) => {
    const file = await fileWith(content)
    const { code, stdout, stderr } = await run(['import', file, '--json'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(file)
    expect(stderr).toMatch(message)
  })

  it('refuses a file that is not there', async () => {
    const { code, stdout, stderr } = await run(['import', '/nowhere/response.txt'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('/nowhere/response.txt could not be read: check its name')
  })

  it.each([
    [[]],
    [['import']],
    [['export', example]],
    [['import', example, example]],
    [['import', example, '--guess']],
    [['import', example, '--respondent', 'x'.repeat(201)]],
  ])('tells how it is used, given %j', async (args) => {
    const { code, stdout, stderr } = await run(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^Use: lanyard consultation import FILE/)
  })
})
