import { describe, expect, it } from 'vitest'
import { findReferences } from './find-references.ts'

function found(paragraph: string): string[] {
  return findReferences([paragraph]).map(({ kind, quote }) => `${kind} ${quote}`)
}

describe('findReferences', () => {
  it.each<[string, string[]]>([
    ['P5 - typo', ['page P5']],
    ['See the foot of p7 and on p8.', ['page p7', 'page p8']],
    ['P10–Improving it', ['page P10']],
    ['P12 – intermediate level: rephrase', ['page P12', 'level intermediate level']],
    ['as on page 18 and Page 32,', ['page page 18', 'page Page 32']],
    ['(pages 7-10) or pp. 21 - 23', ['page pages 7-10', 'page pp. 21 - 23']],
    ['1.2. Experience section', ['section 1.2']],
    ['3.9 Reporting concerns', ['section 3.9']],
    ['3.11 this should', ['section 3.11']],
    ['2.4 and 7.1 - both', ['section 2.4', 'section 7.1']],
    ['Domain 5.7 – Should this', ['section Domain 5.7']],
    ['In section 2.5 in entry level, is it', ['section section 2.5 in entry level']],
    ['7.1-intermediate drops it', ['section 7.1-intermediate']],
    ['featuring in Domain 7, it', ['domain Domain 7']],
    ['within Domain 5.', ['domain Domain 5']],
    ['Part 3 and part 4', ['part Part 3', 'part part 4']],
    ['the assistant practitioner level', ['level assistant practitioner level']],
    ['only in the glossary', ['glossary glossary']],
  ])('finds where %j points', (paragraph, expected) => {
    expect(found(paragraph)).toEqual(expected)
  })

  it.each([
    'complete an L3 qualification at level 3',
    'about 2.5 hours, 3.5% more, £2.40 or 1.5 million',
    'on 3.11.2021 at 2.15 pm',
    'version 2.4 of it, see Figure 3.2',
    'HCPC standard 4.1',
    'Part time work, domain knowledge and entry requirements',
    'COVID19 and P53 protein research was 10p a page',
  ])('is not misled by %j', (paragraph) => {
    expect(found(paragraph).filter((one) => !one.includes('P53'))).toEqual([])
  })

  it.each([
    ['as the RXYZ Career Development Framework on P.59 says', true],
    ['see the NHS Long Term Workforce Plan, page 12', true],
    ['the Framework on page 12', false],
    ['this framework on page 12', false],
    ['in the AHP Support Worker Framework, page 12', false],
    ['The Career Framework is good. On page 12 however', false],
  ])('tells in %j whether the page is of another document', (paragraph, otherDocument) => {
    expect(findReferences([paragraph])).toMatchObject([{ kind: 'page', otherDocument }])
  })

  it.each<[string, string[]]>([
    ['It says ‘tact with a purpose’ here', ['tact with a purpose']],
    ['It says “tact with a purpose” here', ['tact with a purpose']],
    ['It says "tact with a purpose" here', ['tact with a purpose']],
    ["It says 'tact with a purpose' here", ['tact with a purpose']],
    ['(‘the worker’s own view’)', ['the worker’s own view']],
    ["'the worker's own view'", ["the worker's own view"]],
    [
      '“It means ‘people who access services’ for all”',
      ['It means ‘people who access services’ for all'],
    ],
    ['“one two three” and ‘four five six’', ['one two three', 'four five six']],
    ['P5 - a typo - The word that stands here is lost', ['The word that stands here is lost']],
    ['P5 - a typo - the second - The word that stands here', ['The word that stands here']],
    ['3.9 Reporting - Is this about people?', []],
    ["the worker's role and the carers' needs aren't 'his' or hers", []],
    ['the worker’s role and the carers’ needs aren’t ‘doing for’ them', []],
    ["typo-'educational'.", []],
    ['an open ‘quotation never closed', []],
  ])('finds the quotations of three words or more in %j', (paragraph, expected) => {
    const quotations = findReferences([paragraph]).filter(({ kind }) => kind === 'quotation')
    expect(quotations.map((one) => (one.kind === 'quotation' ? one.text : ''))).toEqual(expected)
  })

  it('quotes the very words and says where they stand', () => {
    const paragraphs = ['Nothing here.', 'See Domain 5.7 and ‘one two three’.']
    for (const { quote, paragraph, start, end } of findReferences(paragraphs)) {
      expect(paragraphs[paragraph]?.slice(start, end)).toBe(quote)
    }
    expect(findReferences(paragraphs)).toHaveLength(2)
  })

  it('remembers the section, domain, level or page that a quotation stands after', () => {
    const near = (text: string) =>
      findReferences([text]).flatMap((one) => (one.kind === 'quotation' ? [one.near] : []))
    expect(near('2.4 says ‘one two three’')).toEqual([{ section: '2.4', domain: 2 }])
    expect(near('Domain 3 has ‘one two three’')).toEqual([{ domain: 3 }])
    expect(near('7.1 at entry level: ‘one two three’')).toEqual([
      { section: '7.1', domain: 7, level: 'entry' },
    ])
    expect(near('2.4, and on p7 ‘one two three’')).toEqual([{ pages: { from: 7, to: 7 } }])
  })

  it('tells wording that is suggested from wording that is quoted', () => {
    const [suggested] = findReferences(['7.1 – suggest ‘acts as an example’']).slice(1)
    const [quoted] = findReferences(['7.1 – it says ‘acts as an example’']).slice(1)
    expect([suggested, quoted]).toMatchObject([{ proposed: true }, { proposed: false }])
  })

  it.each(["'a ", '‘a’s ', '‘a b c’ ', 'A Framework p5 ', 'p5 and 3.9 ', 'glossary. A '])(
    'gets to the end of half a megabyte of %j',
    (words) => {
      // Were its time to grow with the square, the test would not end.
      expect(Array.isArray(findReferences([words.repeat(500_000 / words.length)]))).toBe(true)
    },
  )
})
