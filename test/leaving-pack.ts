/** A leaving pack made through the pages, and what somebody could do to it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { readZip } from '../src/content/read-zip.ts'
import { writeZip } from '../src/content/write-zip.ts'
import { temporaryFolder } from './temporary-folder.ts'
import type { Visitor } from './visitor.ts'

/** Names and contents, in the order of the archive. */
export type Packed = ReadonlyMap<string, Buffer>

const generous = { entries: 1_000, file: 50_000_000, total: 100_000_000 }

export async function takePack(
  worker: Visitor,
  fields: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  const page = await worker.get('/passport/leaving-pack')
  const id = /name="id" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  return worker.post('/passport/leaving-pack', { id, ...fields })
}

export function unpacked(zip: Buffer): Packed {
  return new Map(readZip(zip, generous).map(({ name, content }) => [name, content()]))
}

/** With these files in place of what stood there; undefined takes one away. */
export function altered(
  packed: Packed,
  changes: Readonly<Record<string, string | Buffer | undefined>>,
): Buffer {
  const files = new Map(packed)
  for (const [name, content] of Object.entries(changes)) {
    if (content === undefined) files.delete(name)
    else files.set(name, Buffer.from(content))
  }
  const entries = [...files].map(([name, content]) => ({ name, content }))
  return writeZip(entries, new Date('2026-11-22T12:00:00Z'))
}

export async function savedPack(zip: Buffer): Promise<string> {
  const file = join(await temporaryFolder(), 'pack.zip')
  writeFileSync(file, zip)
  return file
}

/** The only name in it that begins so. */
export function nameIn(packed: Packed, start: string): string {
  const name = [...packed.keys()].find((one) => one.startsWith(start))
  if (name === undefined) throw new Error(`the pack has no ${start}`)
  return name
}
