/** A key of the demonstration: a file in DATA_DIR that its owner alone can read. */
import { randomBytes } from 'node:crypto'
import { chmod, link, open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'

const keyBytes = 32

/** Made the first time it is asked for. Throws when the file holds something else. */
export async function keyFile(dataDir: string, name: string): Promise<Buffer> {
  const file = path.join(dataDir, name)
  const text = (await readIfThere(file)) ?? (await makeKeyFile(file))
  const key = Buffer.from(text.trim(), 'hex')
  if (key.length === keyBytes) return key
  throw new Error(
    `${file} does not hold a key: put back the file that was there, or delete DATA_DIR (${dataDir}).`,
  )
}

/** Whole or not at all, and the first of two that start at once wins. */
async function makeKeyFile(file: string): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const opened = await open(draft, 'wx', 0o600)
  try {
    await chmod(draft, 0o600)
    await opened.writeFile(`${randomBytes(keyBytes).toString('hex')}\n`)
    await opened.sync()
  } finally {
    await opened.close()
  }
  await link(draft, file).catch(unless('EEXIST'))
  await rm(draft)
  return readFile(file, 'utf8')
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(unless('ENOENT'))
}

function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === code) return undefined
    throw error
  }
}
