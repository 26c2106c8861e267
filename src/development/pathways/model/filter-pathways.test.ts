import { describe, expect, it } from 'vitest'
import { readPathways } from '../pathways-content.ts'
import { filterPathways, type Wanted } from './filter-pathways.ts'

const { pathways } = readPathways()
const slugsFor = (wanted: Wanted) => filterPathways(pathways, wanted).routes.map(({ slug }) => slug)

describe('the pathways for somebody', () => {
  it('are all of them when nothing is asked', () => {
    expect(filterPathways(pathways, {})).toEqual(pathways)
  })

  it('are those of a profession and those for all', () => {
    const slugs = slugsFor({ profession: 'podiatry', nation: 'england' })
    expect(slugs).toContain('senior-healthcare-support-worker-apprenticeship')
    expect(slugs).not.toContain('physiotherapist-apprenticeship')
  })

  it('differ by where the work is: in an ambulance the first job is another one', () => {
    const points = (wanted: Wanted) =>
      filterPathways(pathways, wanted).points.map((one) => one.point)
    const paramedicine = { profession: 'paramedicine', setting: 'vehicle' } as const
    expect(points(paramedicine)).toContain('ambulance')
    expect(points({ profession: 'occupational-therapy', setting: 'ward' })).not.toContain(
      'ambulance',
    )
    expect(points({ setting: 'care-home', nation: 'england' })).toContain('social-care')
  })

  it('say plainly what is not known, to those whom it concerns', () => {
    const gaps = (wanted: Wanted) => filterPathways(pathways, wanted).gaps
    expect(gaps({ nation: 'northern-ireland' }).some(({ nation }) => nation)).toBe(true)
    expect(gaps({ nation: 'england', profession: 'physiotherapy' })).toEqual([])
    expect(gaps({ nation: 'england', profession: 'osteopathy' })).toHaveLength(1)
  })
})
