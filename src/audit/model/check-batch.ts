/** Whether a batch is what it was when it was sealed. */
import type { Finding } from '../../finding.ts'
import {
  type AuditKey,
  type Batch,
  beforeTheFirst,
  headHash,
  isEndorsedBy,
  isSignedBy,
  keyId,
} from './batch.ts'
import { rootOf } from './merkle-tree.ts'

/** Its place in the chain and its signature. `before` is the batch read before it. */
export function checkHead(
  batch: Batch,
  before: Batch | undefined,
  keys: ReadonlyMap<string, AuditKey>,
): Finding[] {
  const next = (before?.number ?? 0) + 1
  const hash = before === undefined ? beforeTheFirst : headHash(before)
  const key = keys.get(batch.key)
  const wrong = faultIn(`batch ${batch.number}`)
  return [
    ...wrong(batch.number !== next, 'batch-missing', `The batch before it is not ${next - 1}`),
    ...wrong(batch.previous !== hash, 'chain-broken', 'It does not follow the batch before it'),
    ...wrong(key === undefined, 'key-unknown', `Its key ${batch.key} is not here`),
    ...wrong(
      key !== undefined && !isSignedBy(batch, key),
      'signature-wrong',
      'Its signature does not fit',
    ),
  ]
}

/** Its events. A leaf is undefined where the event has gone. */
export function checkLeaves(
  batch: Batch,
  leaves: readonly { readonly eventId: string; readonly leaf: Buffer | undefined }[],
): Finding[] {
  const at = `batch ${batch.number}`
  const found = leaves.flatMap(({ leaf }) => (leaf === undefined ? [] : [leaf]))
  if (found.length < leaves.length) {
    return leaves
      .filter(({ leaf }) => leaf === undefined)
      .map(({ eventId }) => ({
        ...{ code: 'event-missing', at },
        message: `Event ${eventId} is gone`,
      }))
  }
  const wrong = faultIn(at)
  const counted = wrong(
    leaves.length !== batch.events,
    'count-wrong',
    `It was sealed with ${batch.events} events and has ${leaves.length}`,
  )
  if (counted.length > 0) return counted
  const root = rootOf(found).toString('hex')
  return wrong(root !== batch.root, 'event-changed', 'One of its events is not as it was sealed')
}

/** The line of keys: each is named by what it is, and the one before it says that it follows. */
export function checkKeys(keys: readonly AuditKey[]): Finding[] {
  return keys.flatMap((key, index) => {
    const before = keys[index - 1]
    const wrong = faultIn(`key ${key.id}`)
    return [
      ...wrong(keyId(key.publicKey) !== key.id, 'key-changed', 'It is not the key that it names'),
      ...wrong(
        before !== undefined && !isEndorsedBy(key, before),
        'key-not-endorsed',
        'The key before it does not say that this one follows',
      ),
    ]
  })
}

/** A head that somebody outside has kept, beside the one that is here. */
export function checkKept(kept: Batch, here: Batch | undefined): Finding[] {
  const wrong = faultIn(`batch ${kept.number}`)
  const hash = headHash(kept)
  return [
    ...wrong(here === undefined, 'batch-missing', 'It was given out and is not here any more'),
    ...wrong(
      here !== undefined && headHash(here) !== hash,
      'batch-changed',
      'It is not the batch that was given out',
    ),
  ]
}

function faultIn(at: string) {
  return (wrong: boolean, code: string, message: string): Finding[] =>
    wrong ? [{ code, at, message }] : []
}
