import { expect, it } from 'vitest'
import { readEditionContent } from '../../frameworks-content.ts'
import { listPlaces, placeNamer } from './place-names.ts'

const { edition } = readEditionContent('ahp-support-worker/2026')
const nameOf = placeNamer(edition)

it.each([
  ['edition', 'The whole draft'],
  ['section/1.1', '1.1 Education and qualifications'],
  ['statement/1.1-entry', '1.1 Education and qualifications, at entry level'],
  ['statement/1.1.4-entry', '1.1.4 Education and qualifications, at entry level'],
  ['statement/9.9-entry', 'statement/9.9-entry (not there any more)'],
])('names %s as %s', (thing, name) => {
  expect(nameOf(thing)).toBe(name)
})

it('gives each place of a list a name of its own', () => {
  const names = listPlaces(edition).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
