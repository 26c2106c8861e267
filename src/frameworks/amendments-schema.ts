/** The shape of an amendments file: what changed, one change at a time, with its reason. */
import { z } from 'zod'
import {
  glossaryFile,
  partsFile,
  sectionFields,
  statementFields,
  variantFields,
} from './edition-schema.ts'
import { type Target, targetKinds } from './model/amendment.ts'

const text = z.string().min(1)
const target = z.custom<Target>(
  (value) => typeof value === 'string' && targetKinds.some((kind) => value.startsWith(`${kind}/`)),
  `write what it changes, such as statement/7.1-entry/text; it begins with one of ${targetKinds.join(', ')}`,
)

const replacement = z.strictObject({
  kind: z.literal('replace'),
  target,
  before: text,
  after: text,
})

const insertable = z.union([
  statementFields,
  sectionFields,
  partsFile.shape.parts.element.shape.sections.element,
  glossaryFile.shape.glossary.element,
  glossaryFile.shape.terms.element,
  // One of a statement's variants; with its text alone, a text of a list such as a point.
  variantFields,
])

const insertion = z.strictObject({
  kind: z.enum(['insert', 'delete']),
  target,
  value: insertable,
  after: target.optional(),
})

const fieldValue = z.union([
  z.null(),
  z.boolean(),
  text,
  z.array(text),
  z.array(variantFields),
  z.strictObject({ all: z.array(text) }),
  z.strictObject({ any: z.array(text) }),
])

const fieldChange = z.strictObject({
  kind: z.literal('set'),
  target,
  before: fieldValue,
  after: fieldValue,
})

const termChange = z.strictObject({
  kind: z.literal('term'),
  words: z.array(z.strictObject({ before: text, after: text })).min(1),
  occurrences: z.array(target).min(1),
})

export const amendmentsFile = z.strictObject({
  amendments: z.array(
    z.strictObject({
      id: z.string().regex(/^a-\d{3,}$/, 'write a-001, a-002 and so on'),
      requirements: z.array(z.string().regex(/^R\d\d$/)).default([]),
      page: z.int().positive().optional(),
      reason: text,
      sources: z.array(text).default([]),
      change: z.discriminatedUnion('kind', [replacement, insertion, fieldChange, termChange]),
    }),
  ),
})
