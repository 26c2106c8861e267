/** The draft that the demonstration's stewards are writing: content/demo/next-edition.yaml. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../../content/read-content.ts'
import { sectionFields, statementFields } from '../edition-schema.ts'
import type { Target } from '../model/amendment.ts'
import { fates } from '../model/succession.ts'

const file = fileURLToPath(new URL('../../../content/demo/next-edition.yaml', import.meta.url))
const text = z.string().trim().min(1)
const wording = z.custom<Target>(
  (value) => typeof value === 'string' && /^statement\/[^/]+\/text$/.test(value),
  'write the text of a statement, such as statement/4.5-entry/text',
)

const nextEditionFile = z.strictObject({
  base: text,
  version: text,
  steward: text,
  writtenBy: z.uuid(),
  write: z.array(z.strictObject({ at: wording, now: text })),
  takeOut: z.array(text),
  sections: z.array(sectionFields.omit({ statements: true })),
  move: z.array(z.strictObject({ from: text, to: text })),
  add: z.array(statementFields),
  fates: z.array(
    z.strictObject({
      from: text,
      fate: z.enum(fates),
      to: z.array(text),
      reason: text.optional(),
    }),
  ),
})

export type NextEditionContent = z.output<typeof nextEditionFile>

/** Throws ContentFault. */
export function readNextEdition(): NextEditionContent {
  return readContent(file, nextEditionFile).value
}
