/** Reads content/organisations/where-to-turn.yaml, strictly. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../../content/read-content.ts'
import type { WhereToTurn } from './model/where-to-turn.ts'

const file = fileURLToPath(
  new URL('../../../content/organisations/where-to-turn.yaml', import.meta.url),
)
const text = z.string().trim().min(1)

const source = z.strictObject({
  name: text,
  href: z.url({ protocol: /^https?$/ }),
  checkedOn: z.iso.date().optional(),
})
const item = z.union([
  z.strictObject({ title: text, words: z.array(text).min(1), source: source.optional() }),
  z.strictObject({ title: text, notKnown: text }),
])
const topic = z.strictObject({
  title: text,
  intro: z.array(text).min(1),
  first: z.strictObject({ title: text, words: text }),
  everywhere: z.array(item).min(1),
  nations: z
    .array(
      z.strictObject({
        nation: z.enum(['england', 'wales', 'scotland', 'northern-ireland']),
        items: z.array(item).min(1),
      }),
    )
    .length(4),
})
const topics = z.strictObject({ speakingUp: topic, signposts: topic })

/** Throws ContentFault. */
export function readWhereToTurn(): WhereToTurn {
  return readContent<WhereToTurn>(file, topics).value
}
