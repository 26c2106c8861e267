/** The shape of a consultation's questionnaire.yaml, once its keys are in camelCase. */
import { z } from 'zod'

const text = z.string().trim().min(1)
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and hyphens')

export const questionnaireFile = z.strictObject({
  slug,
  title: text,
  framework: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'write slug/version of a framework'),
  /** A response that everybody may read, in a file beside the questionnaire. */
  example: z.strictObject({ file: text, respondent: text }).optional(),
  questions: z
    .array(
      z.strictObject({
        number: z.int().positive(),
        kind: z.enum(['matrix', 'multi-select', 'free-text']),
        about: text,
        scope: z
          .strictObject({
            part: z.int().positive().optional(),
            domain: z.int().positive().optional(),
            pages: z.array(z.int().positive()).optional(),
          })
          .default({}),
        options: z.array(z.strictObject({ slug, label: text })).default([]),
        answers: z.array(text).default([]),
        condition: z
          .strictObject({ question: z.int().positive(), answers: z.array(text).min(1) })
          .optional(),
      }),
    )
    .min(1),
})
