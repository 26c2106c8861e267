import {
  nationSlugs,
  type Statement,
  sectorSlugs,
  statementsOf,
  type Variant,
} from '../framework.ts'
import { inWords, variantName } from '../names.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check } from './check.ts'
import { everyStatement } from './examples.ts'
import { laddersOf } from './ladders.ts'

const code = 'variant-unmatched'

/** R41: where the NHS's own values are given, those of social care stand beside them. */
export const unmatchedVariants: Check = {
  code,
  question: 'Where the words of the NHS are given, are those of social care given too?',
  requirements: ['R41'],
  fails: 'In the NHS: Shows the values of the NHS Constitution.',
  passes:
    'In the NHS: Shows the values of the NHS Constitution. In social care: Shows the values of social care.',
  example: (edition, text) =>
    everyStatement(edition, {
      variants: (['nhs', 'social-care'] as const)
        .filter((sector) => text.includes(inLower({ sector }).replace('in ', '')))
        .map((sector) => ({ sector, nation: 'england' as const, text })),
    }),
  find: ({ edition }) => [
    ...statementsOf(edition).flatMap(withoutSocialCare),
    ...laddersOf(edition).flatMap(({ rungs }) =>
      unevenLevels(rungs.map(({ statement }) => statement)),
    ),
  ],
}

function withoutSocialCare({ code: at, variants }: Statement): WordingFinding[] {
  const lacking = variants
    .filter(({ sector }) => sector === 'nhs')
    .filter(
      ({ nation }) =>
        !variants.some((other) => other.sector === 'social-care' && covers(other, nation)),
    )
    .map(({ nation }) => inLower({ sector: 'social-care', nation }))
  return lacking.length === 0
    ? []
    : [
        finding(
          at,
          `It has words for the NHS and none ${inWords(lacking)}: write what stands in their place there`,
        ),
      ]
}

/** A sector or nation with words of its own at one level has them at the others. */
function unevenLevels(statements: readonly Statement[]): WordingFinding[] {
  const places = [...sectorSlugs, undefined].flatMap((sector) =>
    [...nationSlugs, undefined].map((nation) => ({ sector, nation })),
  )
  return places
    .map((place) => ({
      place,
      lacking: statements.filter(({ variants }) => !variants.some((held) => isAt(held, place))),
    }))
    .filter(({ lacking }) => lacking.length > 0 && lacking.length < statements.length)
    .flatMap(({ place, lacking }) =>
      lacking.map(({ code: at }) =>
        finding(
          at,
          `Another level has words ${inLower(place)}, and this one has none: write them here too`,
        ),
      ),
    )
}

type Place = Pick<Variant, 'sector' | 'nation'>

function isAt(one: Place, other: Place): boolean {
  return one.sector === other.sector && one.nation === other.nation
}

function covers(variant: Variant, nation: Variant['nation']): boolean {
  return variant.nation === undefined || variant.nation === nation
}

function inLower(place: Place): string {
  const name = variantName({ ...place, text: '' })
  return `i${name.slice(1)}`
}

function finding(statement: string, message: string): WordingFinding {
  return {
    ...{ code, at: `statement/${statement}`, severity: 'must', requirement: 'R41', message },
    suggestions: [],
  }
}
