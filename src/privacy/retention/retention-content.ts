/** `content/privacy/retention.yaml`, read strictly. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../../content/read-content.ts'
import type { RetentionKind } from './model/retention.ts'

const file = fileURLToPath(new URL('../../../content/privacy/retention.yaml', import.meta.url))

const text = z.string().trim().min(1)
const count = z.int().min(1).max(100)
const period = z
  .strictObject({ days: count.optional(), months: count.optional(), years: count.optional() })
  .refine((given) => Object.keys(given).length === 1, 'say days, months or years, and only one')

export const retentionFile = z.strictObject({
  kinds: z
    .array(
      z
        .strictObject({
          kind: z.string().regex(/^[a-z-]+$/),
          what: text,
          keepFor: z.union([period, z.enum(['while-open', 'always'])]),
          from: text,
          why: text,
          basis: z.enum(['law', 'our-choice']),
          law: text.optional(),
        })
        .refine(({ basis, law }) => (basis === 'law') === (law !== undefined), {
          message: 'say which law where the basis is law, and nowhere else',
          path: ['law'],
        }),
    )
    .refine((kinds) => new Set(kinds.map(({ kind }) => kind)).size === kinds.length, {
      message: 'each kind must stand once',
    }),
})

/** Throws ContentFault. */
export function readRetention(): readonly RetentionKind[] {
  return readContent(file, retentionFile).value.kinds
}
