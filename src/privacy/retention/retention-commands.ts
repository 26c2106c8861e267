/** `lanyard retention [--dry-run]`: ends what its time is over now, or says what would go. */
import { parseArgs } from 'node:util'
import { readConfig } from '../../config.ts'
import { openDatabase } from '../../database/open-database.ts'
import type { RetentionRule } from '../../personal-record.ts'
import { keptInWords, kindOf, type RetentionKind } from './model/retention.ts'
import { type Ended, enforceRetention, rehearseRetention } from './retention-actions.ts'
import { readRetention } from './retention-content.ts'

const usage = `Use: lanyard retention [--dry-run]
  --dry-run   says what would be deleted, and deletes nothing
`

/** Exit code 0, or 2 for wrong use. The job does the same every night. */
export async function retentionCommand(
  args: string[],
  env: Record<string, string | undefined>,
  rules: readonly RetentionRule[],
): Promise<number> {
  const dryRun = readArguments(args)
  if (dryRun === undefined) {
    process.stderr.write(usage)
    return 2
  }
  const kinds = readRetention()
  const say = (words: string) => void process.stderr.write(`${words}\n`)
  const { db, close } = await openDatabase({ ...readConfig(env), say })
  try {
    const carryOut = dryRun ? rehearseRetention : enforceRetention
    const ended = await carryOut(db, { kinds, rules }, new Date())
    process.stdout.write(inWords(kinds, ended, dryRun))
    return 0
  } finally {
    await close()
  }
}

function readArguments(args: string[]): boolean | undefined {
  try {
    const options = { 'dry-run': { type: 'boolean', default: false } } as const
    return parseArgs({ args, options }).values['dry-run']
  } catch {
    // An option that is not ours: the usage says which are.
    return undefined
  }
}

function inWords(kinds: readonly RetentionKind[], ended: Ended, dryRun: boolean): string {
  const lines = Object.entries(ended).map(([slug, count]) => {
    const kind = kindOf(kinds, slug)
    return `  ${String(count).padStart(8)}  ${slug}: ${kind.what} (${keptInWords(kind)})`
  })
  const head = dryRun ? 'A dry run: this would be deleted.' : 'Deleted:'
  return `${[head, ...lines].join('\n')}\n`
}
