/** Secrets that are kept in files, as systemd and containers hand them over: NAME_FILE in place of NAME. */
import { readFileSync, statSync } from 'node:fs'

type Environment = Readonly<Record<string, string | undefined>>

export interface ReadSecrets {
  readonly values: Readonly<Record<string, string>>
  /** In words for whoever starts the service; none of them holds a secret. */
  readonly faults: readonly string[]
}

export function readSecretFiles(env: Environment, names: readonly string[]): ReadSecrets {
  const values: Record<string, string> = {}
  const faults: string[] = []
  for (const name of names) {
    const file = env[`${name}_FILE`]
    if (file === undefined || file === '') continue
    const fault = env[name] ? `give this or ${name}, not both` : faultOfFile(file)
    if (fault === undefined) values[name] = readFileSync(file, 'utf8').trim()
    else faults.push(`${name}_FILE: ${fault}`)
  }
  return { values, faults }
}

const openToOthers = 0o077

function faultOfFile(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) return `there is no file ${file}`
  if ((found.mode & openToOthers) === 0) return undefined
  return `others on this machine can read ${file}: let its owner alone read it (chmod 400)`
}
