import { describe, expect, it } from 'vitest'
import { editionOf, statement } from '../../../../test/small-edition.ts'
import { writeNextEdition } from '../../authoring/model/write-next-edition.ts'
import { readNextEdition } from '../../authoring/next-edition-content.ts'
import { readEditionContent } from '../../frameworks-content.ts'
import type { Statement } from '../../model/framework.ts'
import { checkSuccession } from './check-succession.ts'
import { digestTexts } from './fate-decision.ts'
import { proposeSuccession } from './propose-succession.ts'

const edition = (...statements: readonly Statement[]) =>
  editionOf({
    domains: [
      {
        ...{ number: 7, title: 'Leadership', purpose: 'Lead' },
        sections: [{ code: '7.1', title: 'Values', statements }],
      },
    ],
  })
const notices = 'Notices that a person is tired and tells the registered professional at once'
const listens = 'Listens to the family and writes down what matters to them most'
const said = (code: string, text: string, capability = 'a') => statement(code, { text, capability })

describe('the fate that a machine proposes', () => {
  const cases: Record<string, [Statement[], Statement[], string[]]> = {
    'nothing differs': [[said('7.1-entry', notices)], [said('7.1-entry', notices)], ['unchanged']],
    'a word more': [
      [said('7.1-entry', notices)],
      [said('7.1-entry', `${notices} kindly`)],
      ['reworded'],
    ],
    'other words': [
      [said('7.1-entry', notices)],
      [said('7.1-entry', listens)],
      ['meaning-changed'],
    ],
    'the same words, asked for otherwise': [
      [said('7.1-entry', notices)],
      [{ ...said('7.1-entry', notices), requires: { any: ['one', 'two'] } }],
      ['meaning-changed'],
    ],
    'another code': [[said('7.1-entry', notices)], [said('7.1.2-entry', notices)], ['moved']],
    'nothing like it': [[said('7.1-entry', notices)], [], ['retired']],
    'two that became one': [
      [said('7.1-entry', notices, 'a'), said('7.1.2-entry', listens, 'b')],
      [said('7.1-entry', `${notices}. ${listens}`, 'a')],
      ['merged', 'merged'],
    ],
    'one that became two': [
      [said('7.1-entry', `${notices}. ${listens}`, 'a')],
      [said('7.1-entry', notices, 'a'), said('7.1.2-entry', listens, 'b')],
      ['split'],
    ],
  }
  it.each(Object.entries(cases))('%s', (_, [before, after, expected]) => {
    const proposals = proposeSuccession(edition(...before), edition(...after))
    expect(proposals.map(({ proposed }) => proposed)).toEqual(expected)
  })

  it('is not taken for plain where its details differ', () => {
    const before = said('7.1-entry', notices)
    const [proposal] = proposeSuccession(
      edition(before),
      edition({ ...before, parties: ['family'] }),
    )
    expect(proposal).toMatchObject({ proposed: 'unchanged', isPlain: false })
  })

  it('is there for every statement, and holds together but for the reasons', () => {
    const earlier = readEditionContent('ahp-support-worker/2021-consultation-draft').edition
    const later = readEditionContent('ahp-support-worker/2026').edition
    const lines = proposeSuccession(earlier, later).map(({ from, proposed, to }) => ({
      ...{ from, fate: proposed, to },
    }))
    const findings = checkSuccession({ earlier, later, lines })
    expect(findings.filter(({ code }) => code !== 'reason-missing')).toEqual([])
  })
})

describe('the demonstration’s next edition', () => {
  const plan = readNextEdition()
  const earlier = readEditionContent(plan.base).edition
  const later = writeNextEdition(earlier, plan)
  const proposals = proposeSuccession(earlier, later)

  it.each(plan.fates)('$from is proposed as its stewards decided: $fate', ({ from, fate, to }) => {
    expect(proposals.find((one) => one.from === from)).toMatchObject({ proposed: fate, to })
  })

  it('is complete with what they decided and what else is proposed', () => {
    const lines = proposals.map(
      ({ from, proposed, to }) =>
        plan.fates.find((decided) => decided.from === from) ?? { from, fate: proposed, to },
    )
    expect(checkSuccession({ earlier, later, lines })).toEqual([])
  })
})

describe('the texts that a decision was made on', () => {
  const line = { from: '7.1-entry', to: ['7.1-entry'] }
  const earlier = edition(said('7.1-entry', notices))
  const digest = digestTexts({ earlier, later: earlier })(line)

  it.each([
    ['the same', earlier, true],
    ['other words', edition(said('7.1-entry', listens)), false],
    ['other parties', edition({ ...said('7.1-entry', notices), parties: ['family'] }), false],
    ['gone', edition(), false],
    ['another statement besides', edition(said('7.1-entry', notices), said('7.9-entry', '')), true],
  ])('%s', (_, later, same) => {
    expect(digestTexts({ earlier, later })(line) === digest).toBe(same)
  })
})
