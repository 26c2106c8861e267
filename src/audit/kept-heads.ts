/** Heads of batches as they are given out, a line of JSON each, for somebody else to keep. */
import { z } from 'zod'
import { type AuditKey, type Batch, keyId } from './model/batch.ts'
import type { KeptHeads } from './verify-audit.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
const bytes = z.base64url().transform((text) => Buffer.from(text, 'base64url'))

const keyLine = z.strictObject({
  key: z.strictObject({
    id: hash,
    publicKey: bytes,
    endorsedBy: hash.optional(),
    endorsement: bytes.optional(),
  }),
})
const batchLine = z.strictObject({
  batch: z.strictObject({
    number: z.int().positive(),
    events: z.int().positive(),
    from: moment,
    to: moment,
    root: hash,
    previous: hash,
    sealedAt: moment,
    key: hash,
    signature: bytes,
  }),
})
const line = z.union([keyLine, batchLine])

export function writeKey({ id, publicKey, endorsedBy, endorsement }: AuditKey): string {
  const shown = {
    publicKey: text(publicKey),
    endorsedBy,
    endorsement: endorsement && text(endorsement),
  }
  return JSON.stringify({ key: { id, ...shown } })
}

export function writeBatch({ signature, ...head }: Batch): string {
  return JSON.stringify({ batch: { ...head, signature: text(signature) } })
}

/** Throws an Error in words for the person who brought the file. */
export function readKept(lines: readonly string[]): KeptHeads {
  const keys: AuditKey[] = []
  const batches = new Map<number, Batch>()
  for (const [index, written] of lines.entries()) {
    if (written.trim() === '') continue
    const read = parseLine(written)
    if (read === undefined) throw new Error(`Line ${index + 1} is not one of an export of heads.`)
    if ('batch' in read) batches.set(read.batch.number, read.batch)
    else if (keyId(read.key.publicKey) === read.key.id) keys.push(read.key)
    else throw new Error(`Line ${index + 1} has a key that is not the one it names.`)
  }
  return { keys, batches }
}

function parseLine(written: string): z.infer<typeof line> | undefined {
  try {
    return line.safeParse(JSON.parse(written)).data
  } catch {
    // Not JSON: it is told by its line.
    return undefined
  }
}

function text(bytes: Buffer): string {
  return bytes.toString('base64url')
}
