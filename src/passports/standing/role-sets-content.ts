/** Reads the roles that a holder can compare themselves with. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../../content/read-content.ts'
import { levelSlugs } from '../../frameworks/model/framework.ts'
import type { RoleSet } from '../model/role-set.ts'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const roleSetsFile = z.strictObject({
  edition: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  roleSets: z.array(
    z.strictObject({
      slug,
      name: z.string().min(1),
      level: z.enum(levelSlugs),
      about: z.string().min(1),
      sections: z.array(z.string().regex(/^\d+\.\d+$/)).min(1),
    }),
  ),
})

export interface RoleSets {
  /** `slug/version`, whose section codes they name. */
  readonly edition: string
  readonly roleSets: readonly RoleSet[]
}

const file = fileURLToPath(new URL('../../../content/passports/role-sets.yaml', import.meta.url))

/** Throws ContentFault. */
export function readRoleSets(): RoleSets {
  return readContent(file, roleSetsFile).value
}
