/** The people of the demonstration: made up, and loaded under DEMO alone. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { permissions } from '../actor.ts'
import { readContent } from '../content/read-content.ts'
import { identityCheckWays } from './model/account.ts'

const folder = fileURLToPath(new URL('../../content/demo/', import.meta.url))
const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9-]+$/)

const peopleFile = z.strictObject({
  people: z.array(
    z.strictObject({
      id: z.uuid(),
      name: text,
      about: text,
      worksAt: z.array(
        z.strictObject({
          organisation: slug,
          jobTitle: text,
          permissions: z.array(z.enum(permissions)),
        }),
      ),
      registration: z.strictObject({ regulator: text, number: text, profession: slug }).optional(),
      level: slug.optional(),
      profession: slug.optional(),
      identityCheck: z
        .strictObject({
          organisation: slug,
          how: z.enum(identityCheckWays),
          on: z.iso.date(),
          checkedBy: z.uuid(),
        })
        .optional(),
    }),
  ),
})

export type DemonstrationPeople = z.infer<typeof peopleFile>['people']

export function readDemonstration(): {
  readonly people: DemonstrationPeople
} {
  return {
    people: readContent(`${folder}people.yaml`, peopleFile).value.people,
  }
}
