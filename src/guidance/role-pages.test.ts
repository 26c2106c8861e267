/** The public role pages through the real site: plain words, no private data, a code to print. */
import { describe, expect, test } from 'vitest'
import { testSite } from '../../test/site.ts'

const { app, site } = await testSite()

const list = await app.inject('/roles')
const links = [...list.body.matchAll(/href="\/roles\/([a-z-]+)"/g)]
const professions = [...new Set(links.map(([, slug = '']) => slug))]

/** Sentences of the page's own part, in order, with marks of the page taken out. */
function sentencesOf(page: string): string[] {
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
  const lines = main
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<\/(?:p|li|h\d|dd|dt|div|summary)>/g, '\n')
    .replace(/<[^>]+>/g, ' ')
    .replace(/https?:\S+/g, '')
  return lines
    .split(/\n|(?<=[.?!])\s/)
    .map((line) => line.replace(/&[a-z]+;|&#\d+;/g, "'").trim())
    .filter((line) => /[a-z]/i.test(line))
}

function syllablesOf(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|[^aeioutd]ed|[^l]e)$/, (ending) => ending[0] ?? '')
    .match(/[aeiouy]+/g)
  return Math.max(1, groups?.length ?? 1)
}

/** The Flesch-Kincaid grade, roughly: years of school that a reader needs. */
function gradeOf(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.match(/[a-z']+/gi) ?? [])
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

test('the grade tells plain words from hard ones', () => {
  expect(gradeOf(['The cat sat on the mat.', 'It was warm.'])).toBeLessThan(2)
  expect(
    gradeOf(['Multidisciplinary collaboration facilitates individualised rehabilitation.']),
  ).toBeGreaterThan(20)
})

test('the list names the 14 professions', () => {
  expect(list.statusCode).toBe(200)
  expect(professions).toHaveLength(14)
})

test('a profession that there is none of is not found', async () => {
  expect((await app.inject('/roles/astrology')).statusCode).toBe(404)
})

describe.each(professions)('the page of %s', async (profession) => {
  const { statusCode, body, headers } = await app.inject(`/roles/${profession}`)

  test('answers, for anybody, and may be cached', () => {
    expect(statusCode).toBe(200)
    expect(headers['cache-control']).toContain('public')
    expect(headers['set-cookie']).toBeUndefined()
  })

  test('speaks of enabling: "help" and "assist" stand in titles and questions alone (R14, R16)', () => {
    const asked = /Who is helping me\?/g
    const words = sentencesOf(body).join(' ').replace(asked, '')
    expect(words.match(/\b(?:help|helps|helping|helped|assists|assisting|assisted)\b/gi)).toBeNull()
  })

  test('can be read by a child of eleven, or of twelve where names are long', () => {
    expect(gradeOf(sentencesOf(body))).toBeLessThan(7)
  })

  test('says whose text it is, and that nobody of the profession has read it yet', () => {
    expect(body).toContain('/frameworks/ahp-support-worker/2026"')
    expect(body).toContain('not published or endorsed by')
    expect(body).toContain('has read these words yet')
  })

  test('has a code to print, without a style, and its address in words', () => {
    expect(body).toContain(`${site.config.baseUrl}/roles/${profession}<`)
    expect(body).toMatch(/role="img" aria-label="[^"]+"[^>]*><svg [^>]*viewBox="0 0 \d+ \d+"/)
    expect(body).not.toMatch(/\sstyle=|<style/)
  })
})
