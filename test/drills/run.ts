/** The long drills, which take too long for every run of the tests. Prints figures; ends with 1 where one fails. */
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killNine } from './kill-nine.ts'

type LongDrill = (folder: string) => Promise<boolean>

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1000' },
    requests: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 32)) },
  },
  allowPositionals: true,
})
const seed = Number(values.seed)

const drills: Readonly<Record<string, LongDrill>> = {
  'kill-nine': async (dataDir) => {
    const rounds = Number(values.rounds)
    const started = performance.now()
    const { lost, torn, stuck, audit, ...figures } = await killNine({ dataDir, rounds, seed, say })
    const seconds = Math.round((performance.now() - started) / 1000)
    say(JSON.stringify({ ...figures, seconds, lost, torn, stuck, audit }))
    return lost.length + torn.length + stuck.length + audit.length === 0
  },
  malformed: async () => {
    const env = { LANYARD_MALFORMED: values.requests, LANYARD_SEED: String(seed) }
    return runTest('test/hostile/malformed.test.ts', env)
  },
}

function runTest(file: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  const args = ['run', file, '--project', 'unit', '--disableConsoleIntercept']
  const child = spawn('vitest', args, { stdio: 'inherit', env: { ...process.env, ...env } })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code === 0))
  })
}

function say(words: string): void {
  process.stdout.write(`${words}\n`)
}

async function inFolder(drill: LongDrill): Promise<boolean> {
  const folder = await mkdtemp(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'lanyard-drill-'))
  await chmod(folder, 0o711)
  try {
    return await drill(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

for (const [name, drill] of Object.entries(drills)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  say(`==> ${name}, seed ${seed}`)
  if (!(await inFolder(drill))) process.exitCode = 1
}
