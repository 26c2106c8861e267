/** `lanyard check …`: what is to be mended in the wording of an edition. */
import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { ContentFault } from '../content/read-content.ts'
import type { Finding } from '../finding.ts'
import { listEditionFolders, readEditionContent } from './frameworks-content.ts'
import { houseLanguage } from './language-content.ts'
import { checkWording } from './model/check-wording.ts'
import { describeFindings } from './model/describe-findings.ts'
import type { Edition } from './model/framework.ts'
import type { WordingFinding } from './model/wording-finding.ts'

const usage = `Use:
  lanyard check SLUG/VERSION|FOLDER [--json]   what is to be mended in the wording, and how
                                               ends with 1 where something must be mended;
                                               in JSON, requirement and range are null
                                               where there is none
`

/** Gives the exit code. */
export function checkCommand(args: readonly string[]): number {
  const [place, ...more] = args.filter((arg) => !arg.startsWith('--'))
  const flags = args.filter((arg) => arg.startsWith('--'))
  if (place === undefined || more.length > 0 || flags.some((flag) => flag !== '--json')) {
    process.stderr.write(usage)
    return 2
  }
  return checkEdition(place, { json: flags.length > 0 })
}

/** By `slug/version` of the content folder, or by the folder of its files. */
export function checkEdition(place: string, { json }: { readonly json: boolean }): number {
  const read = readerOf(place)
  if (read === undefined) {
    const there = listEditionFolders().join(', ')
    process.stderr.write(`There is no edition in ${place}. There are: ${there}\n`)
    return 2
  }
  try {
    const edition = read()
    const findings = checkWording(edition, houseLanguage())
    print(json ? asJson(findings) : `${place}: ${describeFindings(edition, findings)}`)
    return exitCode(findings)
  } catch (error) {
    if (!(error instanceof ContentFault)) throw error
    print(json ? asJson(error.findings) : error.message)
    return 1
  }
}

function readerOf(place: string): (() => Edition) | undefined {
  if (listEditionFolders().includes(place)) return () => readEditionContent(place).edition
  const folder = resolve(place)
  if (!existsSync(join(folder, 'edition.yaml'))) return undefined
  // An edition derived from another finds it beside itself.
  const ref = `${basename(dirname(folder))}/${basename(folder)}`
  return () => readEditionContent(ref, dirname(dirname(folder))).edition
}

function exitCode(findings: readonly WordingFinding[]): number {
  return findings.some(({ severity }) => severity === 'must') ? 1 : 0
}

/** A fault of the files has to be mended before anything else. */
function asJson(findings: readonly (Finding & Partial<Omit<WordingFinding, 'at'>>)[]): string {
  const told = findings.map(({ code, severity = 'must', at, range, ...rest }) => {
    const { message, requirement = null, suggestions = [] } = rest
    return { code, severity, at, range: range ?? null, message, requirement, suggestions }
  })
  return JSON.stringify({ findings: told }, null, 2)
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
