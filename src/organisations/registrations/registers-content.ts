/** Reads content/organisations/professional-registers.yaml, strictly. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../../content/read-content.ts'
import type { ProfessionalRegister } from './model/professional-register.ts'

const file = fileURLToPath(
  new URL('../../../content/organisations/professional-registers.yaml', import.meta.url),
)
const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9-]+$/)

const registersFile = z.strictObject({
  registers: z
    .array(
      z
        .strictObject({
          slug,
          ...{ regulator: text, short: text, formSource: text, example: text, message: text },
          lookUp: z.url({ protocol: /^https$/ }),
          form: text.transform((source) => new RegExp(source)),
          professions: z
            .array(z.strictObject({ slug, name: text, letters: text.optional() }))
            .min(1),
        })
        .refine(({ form, example }) => form.test(example), {
          path: ['example'],
          message: 'the example must have the form',
        }),
    )
    .min(1),
})

/** Throws ContentFault. */
export function readRegisters(): readonly ProfessionalRegister[] {
  return readContent<{ registers: ProfessionalRegister[] }>(file, registersFile).value.registers
}
