/** The organisations of the demonstration: made up, and loaded under DEMO alone. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../content/read-content.ts'
import { eventKinds } from './model/organisation-history.ts'

const file = fileURLToPath(new URL('../../content/demo/organisations.yaml', import.meta.url))
const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9-]+$/)
const day = z.iso.date()
/** A day, or so many days after the one on which it is loaded: a demonstration is always up to date. */
const movingDay = z.union([day, z.int()])

const verification = z.strictObject({
  /** The one who proposed it and, unless it still waits, the one who confirmed it. */
  by: z.tuple([z.uuid()]).or(z.tuple([z.uuid(), z.uuid()])),
  on: movingDay,
  checkAgainOn: movingDay,
  register: slug,
  number: text,
})

const organisationsFile = z.strictObject({
  stewards: slug,
  organisations: z.array(
    z.strictObject({
      slug,
      name: text,
      kind: slug,
      nation: slug,
      sector: slug,
      openedOn: day.optional(),
      areas: z.array(z.strictObject({ area: slug, from: day.optional(), to: day.optional() })),
      verified: z.array(verification),
      teams: z.array(z.strictObject({ site: text, name: text })).optional(),
    }),
  ),
  renamed: z.array(z.strictObject({ organisation: slug, name: text, on: day, source: text })),
  events: z.array(
    z.strictObject({
      kind: z.enum(eventKinds),
      on: day,
      source: text,
      ended: z.array(slug),
      continued: z.array(slug),
      began: z.array(slug),
    }),
  ),
})

export type DemonstrationRegister = z.infer<typeof organisationsFile>

/** Throws ContentFault. */
export function readDemonstrationRegister(path = file): DemonstrationRegister {
  return readContent(path, organisationsFile).value
}
