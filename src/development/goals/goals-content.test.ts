import { describe, expect, it } from 'vitest'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor } from '../../../test/visitor.ts'
import { levelSlugs } from '../../frameworks/model/framework.ts'
import { readPathways } from '../pathways/pathways-content.ts'
import { readGoalWords } from './goals-content.ts'
import { goalKinds } from './model/goal.ts'
import { suggestSteps } from './model/suggest-steps.ts'

const { app, signIn } = await testSite()
const worker = visitor(app, await signIn(people.holder))
const words = readGoalWords()
const lengthOf = (text: string) => text.split(/\s+/).length

describe('the four goals', () => {
  it('stand in the order of their names, which says nothing of their worth', () => {
    const names = words.kinds.map(({ name }) => name)
    expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en-GB')))
  })

  it.each(['about', 'example', 'ownWords'] as const)(
    'are told in about as many words as each other: %s',
    (field) => {
      const lengths = words.kinds.map((kind) => lengthOf(kind[field]))
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(3)
    },
  )

  it('have as many steps as each other for a worker of any level, give or take two', () => {
    for (const level of levelSlugs) {
      const counts = goalKinds.map((kind) => suggestSteps(words, { kind, level }).length)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2)
    }
  })

  it('never speak of going up, of more than, or of only', () => {
    const all = words.kinds.flatMap(({ name, about, example }) => [name, about, example]).join(' ')
    expect(all).not.toMatch(/\b(higher|progress\w*|promot\w*|ladder|top|just|only|merely)\b/i)
  })
})

describe('the suggested steps and offers', () => {
  it('lead to pages of this site that open', async () => {
    const pages = [
      ...words.steps.flatMap(({ page }) => page ?? []),
      ...words.offers.map(({ page }) => page),
    ]
    for (const page of new Set(pages)) {
      expect((await worker.get(page)).statusCode, page).toBe(200)
    }
  })

  it('name the professions of the framework', async () => {
    const { body } = await worker.get('/roles')
    for (const profession of words.steps.flatMap(({ professions }) => professions)) {
      expect(body, profession).toContain(`/roles/${profession}`)
    }
  })
})

describe('the pathways', () => {
  const { pathways } = readPathways()

  it('say for each rule where it was read and when, or which page of ours says so', () => {
    for (const { slug, rules } of pathways.routes) {
      for (const { rule, source, checkedOn, page } of rules) {
        expect(
          [Boolean(source && checkedOn), page !== undefined].filter(Boolean),
          `${slug} ${rule}`,
        ).toHaveLength(1)
        if (checkedOn !== undefined) expect(checkedOn <= '2026-11-22').toBe(true)
      }
    }
  })

  it('lead nowhere in a circle', () => {
    const bySlug = new Map(pathways.routes.map((route) => [route.slug, route]))
    const reaches = (from: string, wanted: string): boolean =>
      (bySlug.get(from)?.leadsTo ?? []).some((to) => to === wanted || reaches(to, wanted))
    expect(pathways.routes.filter(({ slug }) => reaches(slug, slug))).toEqual([])
  })

  it('open for everybody, and their links within the site open too', async () => {
    const stranger = visitor(app)
    for (const { slug, rules, career } of pathways.routes) {
      expect((await stranger.get(`/pathways/${slug}`)).statusCode, slug).toBe(200)
      const pages = [...rules.flatMap(({ page }) => page ?? []), ...(career ? [career.page] : [])]
      for (const page of pages) expect((await stranger.get(page)).statusCode, page).toBe(200)
    }
  })
})
