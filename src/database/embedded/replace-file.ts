import { randomUUID } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'

/** Whoever reads it meanwhile, or after a crash, reads all of the old text or all of the new. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const beside = `${file}.new-${randomUUID()}`
  await writeFile(beside, text)
  await rename(beside, file)
}
