/** `lanyard verify FILE [--json]`: the same verdict as the page's, with the register behind it where there is one. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from '../config.ts'
import { hasDatabase } from '../database/has-database.ts'
import { openDatabase } from '../database/open-database.ts'
import { findBaseAddress } from './issuers-store.ts'
import { type Outcome, unreadable, type Verdict } from './model/verdict.ts'
import { isOffline, verifyOfflineCommand } from './pack/offline-commands.ts'
import { outcomeWords, stepNames, verdictLimits } from './verdict-words.ts'
import { verifyDocument } from './verify-document.ts'

const usage = `Use: lanyard verify FILE [--json]
     lanyard verify --offline PACK [--trust FILE] [--json]
`

const exitCodes: Readonly<Record<Outcome, number>> = { valid: 0, invalid: 1, unknown: 2 }

/** Exit code 0 for valid, 1 for invalid, 2 for unknown or unreadable. Only the verdict is printed. */
export async function verifyCommand(
  args: readonly string[],
  env: Record<string, string | undefined>,
): Promise<number> {
  if (isOffline(args)) return verifyOfflineCommand(args, new Date())
  const asked = readArguments(args)
  if (asked === undefined) {
    process.stderr.write(usage)
    return 2
  }
  const { outcome, steps } = await verifyFile(asked.file, readConfig(env))
  process.stdout.write(
    asked.json ? `${JSON.stringify({ outcome, steps })}\n` : inWords({ outcome, steps }),
  )
  return exitCodes[outcome]
}

function readArguments(args: readonly string[]): { file: string; json: boolean } | undefined {
  try {
    const options = { json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [file, ...more] = positionals
    return file === undefined || more.length > 0 ? undefined : { file, json: values.json }
  } catch {
    // An option that is not ours: the usage says which are.
    return undefined
  }
}

async function verifyFile(file: string, config: Config): Promise<Verdict> {
  let source: Buffer
  try {
    source = readFileSync(file)
  } catch {
    return unreadable(`The file ${file} could not be read.`)
  }
  const now = () => new Date()
  // Verifying makes no database: it uses the one of a service that has been started here.
  if (!(await hasDatabase(config))) return verifyDocument({ config, now }, source)
  const { db, close } = await openDatabase({ ...config, say })
  try {
    const baseUrl = (await findBaseAddress(db)) ?? config.baseUrl
    return await verifyDocument({ db, config: { baseUrl }, now }, source)
  } finally {
    await close()
  }
}

function say(words: string): void {
  process.stderr.write(`${words}\n`)
}

function inWords({ outcome, steps }: Verdict): string {
  const lines = steps.map(
    (step) => `${stepNames[step.step]}: ${outcomeWords[step.outcome]}. ${step.message}`,
  )
  return [verdictLimits, `Verdict: ${outcomeWords[outcome]}`, ...lines, ''].join('\n')
}
