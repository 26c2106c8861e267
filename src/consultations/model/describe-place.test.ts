import { describe, expect, it } from 'vitest'
import { describePlace } from '../../frameworks/model/describe-place.ts'
import { listTexts } from '../../frameworks/model/list-texts.ts'
import { readConsultations } from '../consultations-content.ts'

const [consultation] = readConsultations()
if (consultation === undefined) throw new Error('no consultation in the content folder')
const { edition, pages } = consultation

describe('describePlace', () => {
  it('names every place on the pages of the draft, and shows words of each', () => {
    for (const target of pages.flatMap(({ targets }) => targets)) {
      const place = describePlace(edition, target)
      expect(place?.name, target).not.toMatch(/^$|undefined|\bNaN\b/)
      expect(place?.texts.length, target).toBeGreaterThan(0)
    }
  })

  it('shows the text of every text of the draft', () => {
    for (const { target, text } of listTexts(edition)) {
      expect(describePlace(edition, target)?.texts, target).toEqual([{ text }])
    }
  })

  it('shows a section with its three levels', () => {
    const place = describePlace(edition, 'section/3.9')
    expect(place?.href).toBe('/frameworks/ahp-support-worker/2021-consultation-draft/sections/3.9')
    expect(new Set(place?.texts.flatMap(({ name }) => name ?? []))).toEqual(
      new Set(['Entry', 'Intermediate', 'Assistant practitioner']),
    )
  })

  it('knows no place that the draft has not', () => {
    expect(describePlace(edition, 'section/9.9')).toBeUndefined()
    expect(describePlace(edition, 'part/nowhere/heading')).toBeUndefined()
  })
})
