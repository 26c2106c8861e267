/** Reads content/passports/training.yaml, strictly. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../../content/read-content.ts'
import type { Catalogue } from './model/catalogue.ts'

const file = fileURLToPath(new URL('../../../content/passports/training.yaml', import.meta.url))
const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/)
const day = z.iso.date()
const source = z.url({ protocol: /^https$/ })

const catalogueFile = z.strictObject({
  lists: z
    .array(
      z.strictObject({
        ...{ slug, title: text, short: text, owner: text, source, checkedOn: day },
        editions: z.array(z.strictObject({ slug, title: text })).min(1),
        subjects: z
          .array(
            z.strictObject({
              ...{ slug, title: text, supports: z.array(slug) },
              refreshMonths: z.number().int().min(1).max(120).optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  apprenticeships: z.strictObject({
    ...{ source, checkedOn: day },
    standards: z
      .array(
        z.strictObject({
          reference: z.string().regex(/^ST\d{4}$/),
          title: text,
          level: z.number().int().min(2).max(7),
        }),
      )
      .min(1),
  }),
})

/** Throws ContentFault. */
export function readCatalogue(): Catalogue {
  return readContent<Catalogue>(file, catalogueFile).value
}
