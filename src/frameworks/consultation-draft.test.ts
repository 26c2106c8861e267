import { describe, expect, it } from 'vitest'
import { readContent } from '../content/read-content.ts'
import { amendmentsFile } from './amendments-schema.ts'
import { editionFiles } from './edition-yaml.ts'
import { readEdition, readEditionContent } from './frameworks-content.ts'
import type { Amendment, Target } from './model/amendment.ts'
import { applyAmendments, undoAmendments } from './model/apply-amendments.ts'
import { checkEdition } from './model/check-edition.ts'
import type { Edition } from './model/framework.ts'
import { locateTarget } from './model/locate-target.ts'

const folder = 'content/frameworks/ahp-support-worker'
const file = `${folder}/2021-consultation-draft/amendments.yaml`
const published = readEdition(`${folder}/2026`)
const amendments: readonly Amendment[] = readContent(file, amendmentsFile).value.amendments
const { edition: draft, derivation } = readEditionContent(
  'ahp-support-worker/2021-consultation-draft',
)

function undone(): Edition {
  const result = undoAmendments(published, amendments)
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.edition
}

function textsOf(value: unknown): string {
  return JSON.stringify(value)
}

function domainOf(number: number): string {
  return textsOf(draft.domains.find((domain) => domain.number === number)?.sections)
}

function sectionOf(code: string) {
  const section = draft.domains.flatMap(({ sections }) => sections).find((one) => one.code === code)
  if (section === undefined) throw new Error(`no section ${code}`)
  return section
}

describe('the amendments of the consultation draft', () => {
  it('give the 2026 edition back, byte for byte in its canonical files', () => {
    const result = applyAmendments(undone(), amendments)
    if (!result.ok) throw new Error(JSON.stringify(result.findings))
    expect([...editionFiles(result.edition)]).toEqual([...editionFiles(published)])
  })

  it('are at least thirty, numbered in order, each with a reason and what it meets', () => {
    expect(amendments.length).toBeGreaterThanOrEqual(30)
    amendments.forEach(({ id, reason, requirements }, index) => {
      expect(id).toBe(`a-${String(index + 1).padStart(3, '0')}`)
      expect(reason).not.toBe('')
      expect(requirements.length).toBeGreaterThan(0)
    })
  })

  it('leave a draft that is whole, labelled and in consultation', () => {
    expect(checkEdition(draft)).toEqual([])
    expect(draft.status).toBe('in-consultation')
    expect(draft.label).toContain('Illustrative draft')
    expect(draft.published).toBeUndefined()
  })

  it('replayed back and forth two thousand times, give the published edition again', () => {
    let edition = published
    for (let changes = 0; changes < 2000; changes += 2 * amendments.length) {
      const back = undoAmendments(edition, amendments)
      const forth = back.ok ? applyAmendments(back.edition, amendments) : back
      if (!forth.ok) throw new Error(JSON.stringify(forth.findings))
      edition = forth.edition
    }
    expect(edition).toEqual(published)
  })
})

describe('the page map of the draft', () => {
  it('has 36 pages, and every place on them stands in the draft', () => {
    const pages = derivation?.pages ?? []
    expect(pages.map(({ page }) => page)).toEqual(Array.from({ length: 36 }, (_, page) => page + 1))
    for (const { targets } of pages) {
      expect(targets.length).toBeGreaterThan(0)
      for (const target of targets) {
        // A target is a typed string; whether it stands anywhere is what is tested.
        expect(locateTarget(draft, target as Target), target).toBeDefined()
      }
    }
  })

  it('names every section of every part and domain', () => {
    const named = new Set(derivation?.pages.flatMap(({ targets }) => targets))
    const parts = draft.parts.flatMap(({ sections }) => sections.map(({ id }) => `part/${id}`))
    expect(parts.filter((part) => !named.has(part))).toEqual([])
    const lost = draft.domains.filter(
      ({ number, sections }) =>
        !named.has(`domain/${number}`) &&
        sections.some(({ code }) => !named.has(`section/${code}`)),
    )
    expect(lost).toEqual([])
  })
})

describe('the faults that the draft shows', () => {
  it('drops the role model at intermediate level (R40)', () => {
    const texts = sectionOf('7.1').statements.map(({ text }) => /role model/.test(text))
    expect(texts.slice(0, 3)).toEqual([true, false, true])
  })

  it('lacks "health" in 2.5 at entry level and not above (R30)', () => {
    const texts = sectionOf('2.5').statements.map(({ text }) => /health/.test(text))
    expect(texts.slice(0, 3)).toEqual([false, true, true])
  })

  it('relies on tact or persuasion in 4.3 (R35, R36)', () => {
    expect(sectionOf('4.3').statements.some(({ text }) => /tact or persuasion/.test(text))).toBe(
      true,
    )
  })

  it('explains "grow your own" and uses it nowhere (R50)', () => {
    expect(draft.glossary.some(({ term }) => term === 'grow your own')).toBe(true)
    const { glossary: _, ...rest } = draft
    expect(textsOf(rest)).not.toMatch(/grow your own/i)
  })

  it('mixes patients and service users, and speaks of competency (R43, R44)', () => {
    expect(draft.title).toMatch(/competency/)
    const texts = textsOf(draft.domains)
    expect(
      [/patient/, /service user/, /people who access/].map((word) => word.test(texts)),
    ).toEqual([true, true, true])
  })

  it('has no equity in domain 5 and no whistleblowing in 5.7 (R09, R38)', () => {
    const texts = domainOf(5).replaceAll(/"capability":"[^"]*"/g, '')
    expect(texts).not.toMatch(/equit/i)
    expect(textsOf(sectionOf('5.7'))).not.toMatch(/whistle/i)
  })

  it('has no charity in 2.4, no carers in 2.6 and no caring in 1.2 (R27, R29, R31)', () => {
    expect(textsOf(sectionOf('2.4'))).not.toMatch(/charit|voluntary/i)
    const words = (code: string) => sectionOf(code).statements.map(({ text }) => text)
    expect(words('2.6').join(' ')).not.toMatch(/carer/i)
    expect(words('1.2').join(' ')).not.toMatch(/caring/i)
  })

  it('loses "to" on page 5 and misspells a word on page 10 (R12, R18)', () => {
    const parts = textsOf(draft.parts)
    expect(parts).toMatch(/Use it plan/)
    expect(parts).toMatch(/eductional/)
  })

  it('helps in the role of occupational therapy and gets a college wrong (R16, R45)', () => {
    const role = draft.roles.find(({ profession }) => profession === 'occupational-therapy')
    expect(role?.supportWorkerDoes[0]).toMatch(/^Helps/)
    expect(textsOf(draft.parts)).toMatch(/The College of Occupational Therapy made/)
  })

  it('says nothing to people who access services, and nothing of pillars in part 5 (R11, R48)', () => {
    const ids = draft.parts.flatMap(({ sections }) => sections.map(({ id }) => id))
    expect(ids).not.toContain('for-people-who-access-services')
    expect(ids).not.toContain('four-pillars')
    expect(ids).not.toContain('staying-is-a-choice')
  })
})
