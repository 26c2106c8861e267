import { describe, expect, it } from 'vitest'
import { testSite } from '../../test/site.ts'
import { visitor, wordsOf } from '../../test/visitor.ts'

const { app } = await testSite()
const anybody = visitor(app)

describe('the register', () => {
  it('lists every organisation, those that ended too', async () => {
    const words = wordsOf(await anybody.get('/orgs'))
    expect(words).toContain('Merrowfell Hospitals NHS Trust Can issue NHS trust, England')
    expect(words).toMatch(/Merrowfell Integrated Care System.*Ended in 2024/)
  })

  it('finds one by the beginning of its words, whatever the accents and letter case', async () => {
    const words = wordsOf(await anybody.get('/orgs?name=M%C3%89rrow%20hosp'))
    expect(words).toContain('1 organisation ')
    expect(words).toContain('Merrowfell Hospitals NHS Trust')
  })

  it('finds one by a name that it had, and says so', async () => {
    const words = wordsOf(await anybody.get('/orgs?name=Ostlewick+Community+NHS+Trust'))
    expect(words).toContain('Ostlewick Community NHS Foundation Trust')
    const page = wordsOf(await anybody.get('/orgs/ostlewick-community'))
    expect(page).toContain('Ostlewick Community NHS Trust From Not recorded Until 1 April 2025')
  })

  it.each([
    ['nation', 'wales', 'Cwm Aelwen', 'Merrowfell'],
    ['sector', 'education', 'Sallowmarch College', 'Merrowfell'],
    ['kind', 'care-provider', 'Thistledown House', 'Merrowfell'],
  ])('is searched by %s', async (field, value, found, left) => {
    const { body } = await anybody.get(`/orgs?${field}=${value}`)
    expect(body).toContain(found)
    expect(body).not.toContain(`>${left}`)
  })

  it.each([
    '?name=%27%29%3A*%26%7C!%3C-%3E',
    '?page=-1',
    '?page=99999999999',
    '?nation=nowhere',
    '?name=a&name=b',
    '?name=%00%ED%A0%80',
  ])('answers whatever is asked: %s', async (query) => {
    expect((await anybody.get(`/orgs${query}`)).statusCode).toBe(200)
  })
})

describe('an organisation', () => {
  it('says plainly who vouches for it, and until when', async () => {
    const words = wordsOf(await anybody.get('/orgs/merrowfell-hospitals'))
    expect(words).toMatch(
      /Verified by two stewards of Lanyard Framework Stewards .* on \d+ \w+ \d{4}/,
    )
    expect(words).toMatch(/It is checked again by \d+ \w+ \d{4}/)
    expect(words).not.toContain('Perpetua')
  })

  it('that is not verified cannot issue, and says so', async () => {
    const words = wordsOf(await anybody.get('/orgs/thistledown-house'))
    expect(words).toContain('No. Nobody has verified who this is.')
    expect(words).not.toContain('DEMO-1-100000001')
  })

  it('that was not checked again in time says that what it issued still counts', async () => {
    const words = wordsOf(await anybody.get('/orgs/withybrook-day-centre'))
    expect(words).toMatch(
      /was to be checked again by .*, and was not. What it issued until then still counts/,
    )
  })

  it('that merged says into what, and when', async () => {
    const page = await anybody.get('/orgs/merrowfell-area')
    expect(wordsOf(page)).toContain(
      'Merrowfell Integrated Care System merged into Merrowfell and Ostlewick Integrated Care System on 1 July 2024.',
    )
    expect(page.body).toContain('href="/orgs/merrowfell-and-ostlewick"')
  })

  it('belongs to an area, and did to another', async () => {
    const words = wordsOf(await anybody.get('/orgs/merrowfell-hospitals'))
    expect(words).toContain('Merrowfell and Ostlewick Integrated Care System from 1 July 2024')
    expect(words).toContain('Merrowfell Integrated Care System until 30 June 2024')
  })

  it('that never was is not found', async () => {
    expect((await anybody.get('/orgs/nowhere')).statusCode).toBe(404)
  })
})
