/** A folder of a test's own that PostgreSQL's user can enter, gone when the file's tests are. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

const made: string[] = []

// Here, because inside a test it would be too late to ask for.
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true })
})

export async function temporaryFolder(): Promise<string> {
  const folder = await privateFolder()
  await chmod(folder, 0o711)
  return folder
}

/** As `mktemp -d` makes it: nobody else may enter. */
export async function privateFolder(): Promise<string> {
  // Root's own temp may be private, and PostgreSQL does not run as root.
  const temp = process.getuid?.() === 0 ? '/tmp' : tmpdir()
  const folder = await mkdtemp(path.join(temp, `lanyard-test-${process.pid}-`))
  made.push(folder)
  return folder
}
