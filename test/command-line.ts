/** The real command line, in a process of its own, on the database of a test. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import type { TestDatabase } from './database.ts'

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const file = path.resolve(import.meta.dirname, '../bin/lanyard')

export async function lanyard(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const options = { env: { PATH: process.env.PATH ?? '', ...env }, maxBuffer: 100_000_000 }
  try {
    return { code: 0, ...(await promisify(execFile)(file, [...args], options)) }
  } catch (error) {
    // execFile rejects with what the process left behind.
    const { code, stdout, stderr } = error as Ended
    return { code, stdout, stderr }
  }
}

export function addressOf({ appConfig }: TestDatabase): string {
  const { host, port, user, database } = appConfig
  return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`
}
