/** `content/sign-offs/not-yet.yaml`: kind and specific ways to say "not yet". */
import { join } from 'node:path'
import { z } from 'zod'
import { readContent } from '../../content/read-content.ts'
import type { NotYetWords } from './model/not-yet.ts'

const file = join(import.meta.dirname, '../../../content/sign-offs/not-yet.yaml')
const id = z.string().regex(/^[a-z-]+$/)
const words = z.strictObject({ id, text: z.string().min(10).max(200) })
const schema = z.strictObject({
  kinds: z
    .array(
      z.strictObject({ kind: id, opening: z.string().min(10).max(200), phrases: z.array(words) }),
    )
    .min(1),
  occasions: z.array(words).min(1),
})

export function readNotYetWords(): NotYetWords {
  return readContent(file, schema).value
}
