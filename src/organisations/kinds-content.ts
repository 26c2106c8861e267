/** Reads content/organisations/kinds.yaml, strictly. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../content/read-content.ts'
import { type RegisterWords, stewardKind } from './model/kinds.ts'

const file = fileURLToPath(new URL('../../content/organisations/kinds.yaml', import.meta.url))
const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9-]+$/)
const word = { slug, name: text }

const kindsFile: z.ZodType<RegisterWords> = z
  .strictObject({
    nations: z.array(z.strictObject(word)).min(1),
    sectors: z.array(z.strictObject(word)).min(1),
    kinds: z.array(z.strictObject({ ...word, hint: text, areaOf: slug.optional() })),
    registers: z.array(z.strictObject({ ...word, entry: text })).min(1),
  })
  .refine(({ kinds }) => kinds.some(({ slug }) => slug === stewardKind), {
    path: ['kinds'],
    message: `one of the kinds must be "${stewardKind}"`,
  })
  .refine(({ kinds, nations }) => kinds.every(isOfNation(nations)), {
    path: ['kinds'],
    message: 'each "area-of" must be one of the nations',
  })
  .refine((words) => Object.values(words).every(hasEachOnce), {
    message: 'each slug must stand once in its list',
  })

function isOfNation(nations: RegisterWords['nations']) {
  return ({ areaOf }: RegisterWords['kinds'][number]) =>
    areaOf === undefined || nations.some(({ slug }) => slug === areaOf)
}

function hasEachOnce(words: RegisterWords['nations']): boolean {
  return new Set(words.map(({ slug }) => slug)).size === words.length
}

/** Throws ContentFault. */
export function readKinds(path = file): RegisterWords {
  return readContent(path, kindsFile).value
}
