import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { readContent } from '../../content/read-content.ts'
import { rolesFile } from '../../frameworks/edition-schema.ts'
import type { Level } from '../../frameworks/model/framework.ts'
import { roleGuidanceFile } from '../role-guidance-schema.ts'
import { RolePage } from './role-page.tsx'
import { RolesPage } from './roles-page.tsx'

const content = new URL('../../../content/', import.meta.url).pathname
const { roles } = readContent(
  `${content}frameworks/ahp-support-worker/2026/roles.yaml`,
  rolesFile,
).value
const words = readContent(`${content}guidance/roles.yaml`, roleGuidanceFile).value
const levels: Pick<Level, 'slug' | 'name'>[] = [
  { slug: 'entry', name: 'Entry' },
  { slug: 'intermediate', name: 'Intermediate' },
  { slug: 'assistant-practitioner', name: 'Assistant practitioner' },
]

function drawn(profession: string, readBy: readonly string[] = []) {
  const role = roles.find((each) => each.profession === profession)
  if (role === undefined) throw new Error(`no role for ${profession}`)
  const address = `https://lanyard.example/roles/${profession}`
  const qrSvg = '<svg viewBox="0 0 1 1"></svg>'
  return render(
    <RolePage
      role={role}
      words={words.role}
      levels={levels}
      readBy={readBy}
      qrSvg={qrSvg}
      address={address}
    />,
  )
}

describe('the list of professions', () => {
  test('links to each of the 14', () => {
    const page = render(<RolesPage roles={roles} words={words.list} />)
    const links = [...page.matchAll(/href="\/roles\/([a-z-]+)"/g)].map((match) => match[1])
    expect(new Set(links)).toEqual(new Set(roles.map((role) => role.profession)))
    expect(links).toHaveLength(14)
  })
})

describe.each(roles.map((role) => role.profession))('the page of %s', (profession) => {
  const page = drawn(profession)

  test('has one h1 and skips no level of heading', () => {
    const depths = [...page.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]))
    expect(depths.filter((depth) => depth === 1)).toHaveLength(1)
    for (const [index, depth] of depths.entries()) {
      expect(depth - (depths[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    }
  })

  test('leaves no brace unfilled', () => {
    expect(page).not.toMatch(/[{}]|undefined/)
  })

  test('shows three examples, each under the name of its level', () => {
    expect([...page.matchAll(/<details/g)]).toHaveLength(3)
    for (const level of levels) expect(page).toContain(`summary-text">${level.name}<`)
  })
})

test('the regulator, its register and its place to raise a worry belong to the profession', () => {
  const osteopathy = drawn('osteopathy')
  expect(osteopathy).toContain('href="https://www.osteopathy.org.uk/register-search/"')
  expect(osteopathy).toContain('you can also tell the General Osteopathic Council.')
  expect(osteopathy).not.toContain('Health and Care Professions Council')
})

test('a profession with few support roles says so, and another does not', () => {
  expect(drawn('music-therapy')).toContain('few support roles')
  expect(drawn('physiotherapy')).not.toContain('few support roles')
})

test('the page says that nobody has read it, until somebody has', () => {
  expect(drawn('podiatry')).toContain('Nobody from this profession (podiatry) has read')
  const read = drawn('podiatry', ['A podiatrist, May 2027'])
  expect(read).not.toContain('Nobody from this profession')
  expect(read).toContain('<li>A podiatrist, May 2027</li>')
})

test('the card to print holds the code and, for whoever cannot scan, the address', () => {
  const page = drawn('dietetics')
  expect(page).toContain('<svg viewBox="0 0 1 1"></svg>')
  expect(page).toContain('https://lanyard.example/roles/dietetics')
  expect(page).toContain('Scan to see what I do')
})
