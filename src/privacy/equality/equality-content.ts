/** The shape of content/equality/questions.yaml. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../../content/read-content.ts'
import { type EqualityQuestions, nations, preferNotToSay } from './model/question.ts'

const file = fileURLToPath(new URL('../../../content/equality/questions.yaml', import.meta.url))
const text = z.string().trim().min(1)
// YAML reads a bare yes, no or none otherwise than as a word only in its old editions.
const slug = z.string().regex(/^[a-z0-9-]+$/)

const question = z.strictObject({
  id: slug,
  asks: text.endsWith('?'),
  hint: text.optional(),
  nations: z
    .array(z.enum(nations))
    .min(1)
    .default([...nations]),
  law: text,
  source: text,
  options: z.array(z.strictObject({ value: slug, text })).min(2),
})

const questionsFile: z.ZodType<EqualityQuestions> = z
  .strictObject({
    edition: z.string().regex(/^\d{4}-\d{2}$/),
    questions: z.array(question).min(1),
  })
  .superRefine(({ questions }, context) => {
    const fault = (message: string, path: PropertyKey[]) =>
      context.addIssue({ code: 'custom', message, path })
    for (const [index, { id, options }] of questions.entries()) {
      const at = ['questions', index]
      if (questions.findIndex((one) => one.id === id) < index) fault(`${id} is here twice`, at)
      const values = options.map(({ value }) => value)
      if (new Set(values).size < values.length) fault(`${id} offers a value twice`, at)
      if (values.includes(preferNotToSay)) fault('every question offers this already', at)
    }
  })

/** Throws ContentFault. */
export function readEqualityQuestions(): EqualityQuestions {
  return readContent(file, questionsFile).value
}
