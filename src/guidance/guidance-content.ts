/** Reads the words of the public pages that guide people, and says which words they are. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readContent } from '../content/read-content.ts'
import { homeFile } from './home-schema.ts'
import type { HomeWords } from './model/home.ts'
import type { RequirementList } from './model/requirement.ts'
import type { RoleGuidance } from './model/role-guidance.ts'
import { requirementsFile } from './requirements-schema.ts'
import { roleGuidanceFile } from './role-guidance-schema.ts'

export interface GuidanceContent {
  readonly home: HomeWords
  readonly requirements: RequirementList
  readonly roles: RoleGuidance
  readonly digest: string
}

const guidanceFolder = fileURLToPath(new URL('../../content/guidance', import.meta.url))

/** Throws ContentFault. */
export function readGuidance(folder = guidanceFolder): GuidanceContent {
  const words = {
    home: readContent(join(folder, 'home.yaml'), homeFile).value,
    requirements: readContent(join(folder, 'requirements.yaml'), requirementsFile).value,
    roles: readContent(join(folder, 'roles.yaml'), roleGuidanceFile).value,
  }
  return { ...words, digest: createHash('sha256').update(JSON.stringify(words)).digest('hex') }
}
