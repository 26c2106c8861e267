/** What the consultation response asks of the wording (docs/requirements.md), asked of the text. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readEditionContent } from './frameworks-content.ts'
import { readLanguage } from './language-content.ts'
import { checkWording } from './model/check-wording.ts'
import { type LevelSlug, levelOf, levelSlugs, statementsOf } from './model/framework.ts'
import { listTexts } from './model/list-texts.ts'
import { findSection, findStatement } from './model/look-up.ts'

const { edition } = readEditionContent('ahp-support-worker/2026')
const texts = listTexts(edition)

const at = (code: string, level: LevelSlug) =>
  findSection(edition, code).section.statements.filter(
    (statement) => levelOf(statement.code) === level,
  )
const wordsAt = (code: string, level: LevelSlug) =>
  at(code, level)
    .flatMap(({ text, example, variants }) => [
      text,
      example ?? '',
      ...variants.map((variant) => variant.text),
    ])
    .join(' ')
const statementWords = (code: string, level: LevelSlug) =>
  at(code, level)
    .map(({ text }) => text)
    .join(' ')
const sectionWords = (code: string) => {
  const { section } = findSection(edition, code)
  return `${section.title} ${section.about} ${levelSlugs.map((level) => wordsAt(code, level)).join(' ')}`
}
const partWords = (number: number) => {
  const part = edition.parts.find((part) => part.number === number)
  return (part?.sections ?? [])
    .flatMap(({ heading, paragraphs, points }) => [heading, ...paragraphs, ...points])
    .join(' ')
}
const levelWords = (slug: LevelSlug) => {
  const level = edition.levels.find((level) => level.slug === slug)
  return [level?.summary, ...(level?.education ?? []), ...(level?.experience ?? [])].join(' ')
}
const glossaryOf = (term: string) => edition.glossary.find((entry) => entry.term === term)

describe('the wording of the 2026 edition', () => {
  it('has nothing that must be mended, and what is only a hint is judged in docs', () => {
    const found = checkWording(edition, readLanguage())
    expect(found.filter(({ severity }) => severity === 'must')).toEqual([])
    const judged = readFileSync(new URL('../../docs/wording-checks.md', import.meta.url), 'utf8')
    for (const { code, at } of found) expect(judged).toContain(`| \`${code}\` | \`${at}\` |`)
  })

  it('has the 45 sections or more, three levels each, and 150 statements or more', () => {
    const sections = edition.domains.flatMap(({ sections }) => sections)
    expect(edition.domains).toHaveLength(8)
    expect(sections.length).toBeGreaterThanOrEqual(45)
    expect(statementsOf(edition).length).toBeGreaterThanOrEqual(150)
  })

  it.each(['1.1', '1.2', '1.3', '2.4', '2.5', '2.7', '3.9', '3.11', '5.7', '7.1', '8.5'])(
    'keeps the certain code %s of HEE 2021',
    (code) => {
      expect(findSection(edition, code).section.cites).toBe(code)
    },
  )

  it('says no two statements in the same words', () => {
    const said = statementsOf(edition).map(({ text }) => text.toLowerCase())
    expect(new Set(said).size).toBe(said.length)
  })
})

describe('R07, R08, R09, R37: equity', () => {
  it('stands in domain 5 at every level, is defined, and is named for recruitment and progression', () => {
    expect(findSection(edition, '5.1').section.title.toLowerCase()).toContain('equity')
    for (const level of levelSlugs) expect(statementWords('5.1', level)).toMatch(/equit/i)
    expect(glossaryOf('equity')?.meaning).toBeTruthy()
    expect(partWords(2)).toMatch(/equity, equality, diversity and inclusion/i)
    expect(partWords(2)).toMatch(/recruit/i)
    expect(partWords(2)).toMatch(/progress/i)
  })
})

describe('R10, R11, R13: how to use the framework', () => {
  const part = edition.parts.find(({ number }) => number === 1)
  const forAudience = (audience: string) =>
    (part?.sections ?? []).filter((section) => section.audience === audience)

  it('tells registered professionals to use it in supervision (R10)', () => {
    const [section] = forAudience('registered-professional')
    const words = [...(section?.paragraphs ?? []), ...(section?.points ?? [])].join(' ')
    expect(words).toMatch(/supervision/i)
    expect(words).toMatch(/development/i)
  })

  it('has a section for people who access services (R11)', () => {
    expect(forAudience('person-who-accesses-services').length).toBeGreaterThan(0)
  })

  it('speaks with one voice to every audience: each point of a list opens alike (R13)', () => {
    for (const { id, points } of edition.parts.flatMap(({ sections }) => sections)) {
      for (const point of points) expect(point, id).not.toMatch(/^To /)
    }
    expect(forAudience('education-provider').length).toBeGreaterThan(0)
  })
})

describe('R12, R18: no slip of the pen', () => {
  it.each(texts.map(({ target, text }) => [target, text] as const))('%s', (_, text) => {
    expect(text).not.toMatch(/\b(\w+) \1\b/i)
    expect(text).not.toMatch(/ {2}| [.,;:]|\.\.(?!\.)/)
    expect(text).not.toMatch(/\ballows? (\w+ ){1,8}effectively plan\b/)
    expect(text).not.toMatch(/\b(organi[z]ation|recogni[z]e|behavior|program\b)/i)
  })
})

describe('R14, R15, R16, R17: role examples', () => {
  it('are of even length, so that no profession is undersold', () => {
    const lengths = edition.roles.map(
      ({ examples }) =>
        examples
          .flatMap((example) => [example.person, example.supportWorker])
          .join(' ')
          .split(/\s+/).length,
    )
    expect(edition.roles).toHaveLength(14)
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThan(1.5)
  })

  it('tell what the person gets to do, and to what purpose', () => {
    for (const { examples } of edition.roles) {
      for (const { person } of examples) expect(person).toMatch(/so that/)
    }
  })

  it('name a strategy and its purpose for a person living with dementia', () => {
    const role = edition.roles.find(({ profession }) => profession === 'occupational-therapy')
    const example = role?.examples.find(({ person }) => person.includes('dementia'))
    expect(example?.person).toMatch(/drawers.* so that /)
  })

  it('say so where a profession has few support roles', () => {
    const few = edition.roles.filter(({ fewRoles }) => fewRoles !== undefined)
    expect(few.map(({ profession }) => profession)).toEqual(
      expect.arrayContaining(['art-therapy', 'dramatherapy', 'music-therapy', 'osteopathy']),
    )
  })
})

describe('R19 to R23: levels and pathways', () => {
  it('writes staying with the same warmth as moving (R19)', () => {
    expect(partWords(3)).toMatch(/\bstay/i)
    expect(levelWords('entry')).toMatch(/\bfull job|whole job|valued|stay/i)
    expect(partWords(3)).not.toMatch(/\bjust a|only an? entry/i)
  })

  it('speaks of pre-registration pathways, apprenticeships among them (R20)', () => {
    expect(partWords(3)).toMatch(/pre-registration/i)
    expect(partWords(3)).toMatch(/apprentice/i)
  })

  it('offers level 3 to all at intermediate, whatever their ambition (R21)', () => {
    expect(levelWords('intermediate')).toMatch(/level 3/i)
    expect(sectionWords('1.1')).not.toMatch(/or (a )?commitment to/i)
    expect(statementWords('1.1', 'intermediate')).toMatch(/level 3/i)
  })

  it('recognises teaching of future registered professionals at intermediate and above (R22)', () => {
    for (const level of ['intermediate', 'assistant-practitioner'] as const) {
      expect(levelWords(level)).toMatch(/practice-based learning|placement|learners/i)
      expect(statementWords('7.3', level)).toMatch(
        /placement|practice-based learning|student|learner/i,
      )
    }
  })

  it('says that the entry requirement varies by profession and setting (R23)', () => {
    expect(sectionWords('1.1')).toMatch(/profession/i)
    expect(sectionWords('1.1')).toMatch(/setting|provider/i)
  })

  it('says that English and maths are optional for adult apprentices in England since 2025', () => {
    const all = levelSlugs.map(levelWords).join(' ')
    expect(all).toMatch(/11 February 2025/)
  })
})

describe('R27 to R34: people, families and carers', () => {
  it('counts personal caring experience (R27)', () => {
    expect(sectionWords('1.2')).toMatch(/\bcar(ing|ed|es) for|personal caring/i)
  })

  it('names the strengths-based approach in domain 2 (R28)', () => {
    expect(sectionWords('2.3')).toMatch(/strengths-based approach/i)
    expect(glossaryOf('strengths-based approach')).toBeDefined()
  })

  it.each(levelSlugs)('names charities and the voluntary sector in 2.4 at %s (R29)', (level) => {
    expect(wordsAt('2.4', level)).toMatch(/charit/i)
    expect(wordsAt('2.4', level)).toMatch(/voluntary/i)
  })

  it.each(levelSlugs)('says health in 2.5 at %s (R30)', (level) => {
    for (const { text } of at('2.5', level)) expect(text).toMatch(/\bhealth/i)
  })

  it.each(levelSlugs)('names paid and unpaid carers in 2.6 at %s (R31)', (level) => {
    const parties = at('2.6', level).flatMap((statement) => statement.parties)
    expect(parties).toEqual(expect.arrayContaining(['family', 'unpaid-carer', 'paid-carer']))
  })

  it('signposts in plain words: no sentence of 3.8 is long-winded (R32)', () => {
    expect(sectionWords('3.8')).not.toMatch(/in respect of|MDT|queries/i)
  })

  it.each(levelSlugs)('reports worries about everybody in 3.9 at %s (R33)', (level) => {
    for (const { parties } of at('3.9', level)) {
      expect(parties).toEqual(
        expect.arrayContaining(['person', 'family', 'unpaid-carer', 'paid-carer', 'colleague']),
      )
    }
  })

  it('says to whom every statement applies (R33)', () => {
    for (const { code, parties } of statementsOf(edition)) expect(parties, code).not.toEqual([])
  })

  it.each(levelSlugs)('includes carers who use equipment in 3.11 at %s (R34)', (level) => {
    expect(wordsAt('3.11', level)).toMatch(/carer/i)
  })
})

describe('R35 to R45: words', () => {
  it('listens and negotiates in 4.3, and offers no choice between them (R35, R36)', () => {
    const words = sectionWords('4.3')
    for (const word of ['listen', 'compassion', 'empathy', 'negotiat']) {
      expect(words.toLowerCase()).toContain(word)
    }
    for (const level of levelSlugs) expect(statementWords('4.3', level)).not.toMatch(/\bor\b/)
  })

  it('declares all-of or any-of wherever a statement offers several (R36)', () => {
    const declared = statementsOf(edition).filter(({ requires }) => requires !== undefined)
    expect(declared.length).toBeGreaterThan(0)
  })

  it.each(levelSlugs)('names whistleblowing in 5.7 at %s (R38)', (level) => {
    expect(statementWords('5.7', level)).toMatch(/whistleblowing/i)
  })

  it('takes carers into the one term for people (R39, R44)', () => {
    const includes = glossaryOf('people who access services')?.includes.join(' ') ?? ''
    for (const group of ['carer', 'famil', 'group', 'communit']) expect(includes).toContain(group)
    expect(sectionWords('6.3')).toMatch(/carers/i)
  })

  it.each(levelSlugs)('acts as a role model in 7.1 at %s (R40)', (level) => {
    expect(findStatement(edition, `7.1-${level}`).statement.text).toMatch(/role model/i)
  })

  it.each(levelSlugs)('has values for social care and four nations in 7.1 at %s (R41)', (level) => {
    const { variants } = findStatement(edition, `7.1-${level}`).statement
    expect(
      variants.some(({ sector, text }) => sector === 'nhs' && /NHS Constitution/.test(text)),
    ).toBe(true)
    expect(variants.some(({ sector }) => sector === 'social-care')).toBe(true)
    for (const nation of ['scotland', 'wales', 'northern-ireland']) {
      expect(variants.some((variant) => variant.nation === nation)).toBe(true)
    }
  })

  it('prepares for, takes part in and agrees the plan in 8.5 (R42)', () => {
    for (const level of levelSlugs) {
      const words = statementWords('8.5', level).toLowerCase()
      for (const word of ['prepare', 'part', 'agree']) expect(words).toContain(word)
    }
  })

  it('speaks of capability in its title, and prefers it by name (R43)', () => {
    expect(edition.title).toMatch(/capability/i)
    expect(
      edition.terms.some(
        ({ use, insteadOf }) => use === 'capability' && insteadOf.includes('competency'),
      ),
    ).toBe(true)
  })

  it('writes the Royal College of Occupational Therapists in full (R45)', () => {
    expect(partWords(6)).toContain('Royal College of Occupational Therapists')
    expect(texts.some(({ text }) => /\bCollege of Occupational Therapy\b/.test(text))).toBe(false)
  })
})

describe('R46, R48 to R50', () => {
  it('says how it lives beside single-profession and employer frameworks (R46, R49)', () => {
    expect(partWords(5)).toMatch(/single-profession|employer/i)
    expect(partWords(5)).toMatch(/pre-registration|career/i)
  })

  it('explains the four pillars and tags every statement with one (R48)', () => {
    expect(edition.pillars).toHaveLength(4)
    for (const { pillars } of statementsOf(edition)) expect(pillars.length).toBeGreaterThan(0)
  })

  it('uses “grow your own” outside the glossary (R50)', () => {
    expect(partWords(3)).toMatch(/grow your own/i)
  })
})
