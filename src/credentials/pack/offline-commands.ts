/** `lanyard verify --offline PACK [--trust FILE] [--json]`: no network, no database, no service. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { plainDate } from '../../language/plain-dates.ts'
import type { Outcome } from '../model/verdict.ts'
import { outcomeWords, stepNames, verdictLimits } from '../verdict-words.ts'
import type { PackStepName } from './model/judge-packed.ts'
import { type Pack, PackFault, readPack } from './read-pack.ts'
import { noTrustedKeys, readTrustedKeys, type TrustedKeys } from './trusted-keys.ts'
import { type PackVerdict, verifyPack } from './verify-pack.ts'

const usage = `Use: lanyard verify --offline PACK [--trust FILE] [--json]
  PACK          a leaving pack: the .zip file, or the folder it was unpacked into
  --trust FILE  keys that you trust, kept from before: a line each, or a did.json
Ends with 0 where everything in it is valid, 1 where something is not valid, 2 where something could
not be checked, and 2 where the pack could not be read.
`

const exitCodes: Readonly<Record<Outcome, number>> = { valid: 0, invalid: 1, unknown: 2 }

const packStepNames: Readonly<Record<PackStepName, string>> = {
  ...stepNames,
  holder: 'Holder',
  files: 'Contents',
  seal: 'Seal',
}

export function isOffline(args: readonly string[]): boolean {
  return args.includes('--offline')
}

export async function verifyOfflineCommand(args: readonly string[], now: Date): Promise<number> {
  const asked = readArguments(args)
  if (asked === undefined) return fail(usage)
  try {
    const trusted = asked.trust === undefined ? noTrustedKeys : trustedAt(asked.trust)
    const pack = readPack(asked.pack)
    const verdict = await verifyPack(pack, { trusted, now })
    say(asked.json ? inJson(pack, verdict, now) : inWords(pack, verdict, now))
    return exitCodes[verdict.outcome]
  } catch (error) {
    if (!(error instanceof PackFault)) throw error
    const message = `This pack could not be checked: ${error.message}.`
    if (asked.json) say(JSON.stringify({ outcome: 'unknown', unreadable: message }))
    return asked.json ? exitCodes.unknown : fail(`${message}\n`)
  }
}

function readArguments(args: readonly string[]) {
  try {
    const options = {
      offline: { type: 'boolean' },
      json: { type: 'boolean', default: false },
      trust: { type: 'string' },
    } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [pack, ...more] = positionals
    return pack === undefined || more.length > 0 ? undefined : { ...values, pack }
  } catch {
    // An option that is not ours: the usage says which are.
    return undefined
  }
}

function trustedAt(file: string): TrustedKeys {
  try {
    return readTrustedKeys(readFileSync(file, 'utf8'))
  } catch (error) {
    const why = error instanceof Error && !('code' in error) ? error.message : 'it cannot be opened'
    throw new PackFault(`the file of trusted keys is no use, because ${why}`)
  }
}

function inJson({ manifest, seal }: Pack, verdict: PackVerdict, now: Date): string {
  const { outcome, steps, credentials } = verdict
  const { madeAt, madeBy, holder } = manifest
  const claimed = { madeAt, madeBy, holder, sealedWith: seal?.key }
  return JSON.stringify({ outcome, checkedAt: now, claimed, steps, credentials })
}

function inWords({ manifest }: Pack, verdict: PackVerdict, now: Date): string {
  const { madeAt, madeBy, holder } = manifest
  const named = (step: PackVerdict['steps'][number]) =>
    `  ${packStepNames[step.step]}: ${outcomeWords[step.outcome]}. ${step.message}`
  return [
    verdictLimits,
    `Checked on ${plainDate(now)} without any network. It says that it was made for ${holder.name} on ${plainDate(new Date(madeAt))} by ${madeBy}.`,
    `Verdict on the whole pack: ${outcomeWords[verdict.outcome]}`,
    ...verdict.steps.map(named),
    ...verdict.credentials.flatMap(({ file, title, outcome, steps }) => [
      '',
      `${title}: ${outcomeWords[outcome]}`,
      `  File: ${file}`,
      ...steps.map(named),
    ]),
    ...(verdict.credentials.length === 0 ? ['', 'It holds no credential.'] : []),
  ].join('\n')
}

/** What a pack says must not move the cursor of whoever checks it. */
function say(words: string): void {
  process.stdout.write(
    `${words.replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === '\n' ? sign : '?'))}\n`,
  )
}

function fail(words: string): number {
  process.stderr.write(words)
  return exitCodes.unknown
}
