import { describe, expect, it } from 'vitest'
import { readEditionContent } from '../../frameworks/frameworks-content.ts'
import { levelOf } from '../../frameworks/model/framework.ts'
import { codesOfRoleSet } from '../model/role-set.ts'
import { readRoleSets } from './role-sets-content.ts'

const { edition: ref, roleSets } = readRoleSets()
const { edition } = readEditionContent(ref)
const sections = edition.domains.flatMap((domain) => domain.sections.map(({ code }) => code))

describe('the roles of the content', () => {
  it.each(roleSets.map((role) => [role.slug, role] as const))(
    '%s names sections that exist, once each',
    (_, role) => {
      expect(role.sections.filter((code) => !sections.includes(code))).toEqual([])
      expect(new Set(role.sections).size).toBe(role.sections.length)
      const codes = codesOfRoleSet(edition, role)
      expect(codes.length).toBeGreaterThanOrEqual(role.sections.length)
      expect(codes.every((code) => levelOf(code) === role.level)).toBe(true)
    },
  )

  it('have slugs of their own, and one at each level', () => {
    expect(new Set(roleSets.map(({ slug }) => slug)).size).toBe(roleSets.length)
    expect(new Set(roleSets.map(({ level }) => level)).size).toBe(3)
  })
})
