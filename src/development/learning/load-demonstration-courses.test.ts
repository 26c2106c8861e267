import { expect, it } from 'vitest'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { readEditionContent } from '../../frameworks/frameworks-content.ts'
import { loadDemonstrationCourses } from './load-demonstration-courses.ts'

const { app, site, database } = await testSite()

it('the demonstration has courses to find, once, that cover statements of the framework', async () => {
  await loadDemonstrationCourses(site.db, site.now())
  await loadDemonstrationCourses(site.db, site.now())
  const rows = await database.ownerDb.selectFrom('course').selectAll().execute()
  expect(rows).toHaveLength(5)
  const { edition } = readEditionContent('ahp-support-worker/2026')
  const known = edition.domains.flatMap(({ sections }) =>
    sections.flatMap(({ statements }) => statements.map(({ code }) => code)),
  )
  expect(known).toEqual(expect.arrayContaining(rows.flatMap(({ codes }) => codes)))
  const [first] = rows
  const page = wordsOf(await visitor(app).get(`/learning/courses/${first?.id}`))
  expect(page).toContain(first?.title)
})
