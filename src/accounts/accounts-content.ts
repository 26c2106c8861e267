/** The people of the demonstration: made up, and loaded under DEMO alone. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { permissions } from '../actor.ts'
import { readContent } from '../content/read-content.ts'
import { identityCheckWays } from './model/account.ts'
import { addressKinds } from './sign-in/model/email-address.ts'

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

const addressesFile = z.strictObject({
  addresses: z.array(
    z.strictObject({
      person: z.uuid(),
      address: z.email(),
      kind: z.enum(addressKinds),
      /** Counted from the day on which it is loaded. */
      endsInDays: z.number().int().positive().optional(),
    }),
  ),
})

export type DemonstrationPeople = z.infer<typeof peopleFile>['people']

export function readDemonstration(): {
  readonly people: DemonstrationPeople
  readonly addresses: z.infer<typeof addressesFile>['addresses']
} {
  return {
    people: readContent(`${folder}people.yaml`, peopleFile).value.people,
    addresses: readContent(`${folder}addresses.yaml`, addressesFile).value.addresses,
  }
}
