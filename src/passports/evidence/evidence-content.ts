/** Reads content/guidance/evidence.yaml, strictly. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../../content/read-content.ts'
import { settingSlugs } from '../../frameworks/model/framework.ts'
import type { GoodEvidence } from './model/good-evidence.ts'

const file = fileURLToPath(new URL('../../../content/guidance/evidence.yaml', import.meta.url))
const text = z.string().trim().min(1)

const evidenceFile = z.strictObject({
  capabilities: z
    .array(
      z.strictObject({
        capability: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        good: z.array(text).min(1),
        settings: z
          .array(z.strictObject({ setting: z.enum(settingSlugs), example: text }))
          .default([]),
      }),
    )
    .min(1),
})

/** Throws ContentFault. */
export function readGoodEvidence(): readonly GoodEvidence[] {
  return readContent<{ capabilities: GoodEvidence[] }>(file, evidenceFile).value.capabilities
}
