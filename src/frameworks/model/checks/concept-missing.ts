import { findTerms, type Term } from '../../../language/mark-terms.ts'
import type { Target } from '../amendment.ts'
import { placeName } from '../describe-place.ts'
import { type Edition, levelOf, levelSlugs, type Section, type Statement } from '../framework.ts'
import type { TargetText } from '../list-texts.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check, Checked } from './check.ts'
import { asStatement } from './examples.ts'
import type { ConceptRule, RulePlace } from './framework-rules.ts'
import { sectionAt, textsAt } from './rule-places.ts'

/** R09, R22, R38 and others: what the framework's own rules say must stand at a place. */
export const conceptMissing: Check = {
  code: 'concept-missing',
  question: 'Does each place say what this framework has to say there?',
  requirements: 'R08 R09 R10 R20 R22 R27 R28 R29 R34 R37 R38 R39 R42'.split(' '),
  fails: 'Speaks up about unsafe care at once, and says where to turn next.',
  passes: 'Speaks up about unsafe care at once, and says how whistleblowing works.',
  example: asStatement,
  exampleRules: {
    concepts: [
      {
        ...{ requirement: 'R38', concept: 'whistleblowing', words: ['whistleblowing'] },
        ...{ place: 'section/1.1', levels: ['entry'] },
        because: 'a worker meets the word here before it is needed.',
      },
    ],
    ...{ parties: [], definitions: [] },
  },
  find: (checked) =>
    together((checked.rules?.concepts ?? []).flatMap((rule) => missing(checked, rule))).map(
      (found) => finding(checked.edition, found),
    ),
}

interface Missing {
  readonly at: Target
  readonly requirement: string
  readonly concepts: readonly string[]
  readonly because: string
  readonly place: RulePlace
}

/** What one requirement asks of one place is one matter. */
function together(found: readonly Missing[]): Missing[] {
  const groups = Map.groupBy(found, ({ at, requirement }) => `${at} ${requirement}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined
      ? []
      : [{ ...first, concepts: [...new Set(group.flatMap(({ concepts }) => concepts))] }]
  })
}

function missing(checked: Checked, rule: ConceptRule): Missing[] {
  const section = sectionAt(checked.edition, rule.place)
  const terms = termsOf(rule)
  if (section !== undefined && (rule.levels ?? rule.capability) !== undefined) {
    return missingInStatements(section, rule, terms)
  }
  const texts = textsAt(checked, rule.place)
  if (texts.some(({ text }) => says(text, terms))) return []
  return [missingAt(standingPlace(checked.edition, rule.place, texts), rule)]
}

/** One finding a level: at the first statement that could say it. */
function missingInStatements(
  section: Section,
  rule: ConceptRule,
  terms: readonly Term[],
): Missing[] {
  const statements = section.statements.filter(
    ({ capability }) => rule.capability === undefined || capability === rule.capability,
  )
  return (rule.levels ?? levelSlugs).flatMap((level) => {
    const held = statements.filter(({ code }) => levelOf(code) === level)
    if (held.some((statement) => statementTexts(statement).some((text) => says(text, terms))))
      return []
    const [first] = held
    const at =
      first === undefined
        ? (`section/${section.code}` as const)
        : (`statement/${first.code}` as const)
    return [missingAt(at, rule)]
  })
}

/** What is asked, not the example: one way of doing it is no rule. */
function statementTexts({ text, variants }: Statement): string[] {
  return [text, ...variants.map((variant) => variant.text)]
}

/** One list a rule: it is made ready once. */
function termsOf({ concept, words }: ConceptRule): readonly Term[] {
  return [{ term: concept, forms: words }]
}

function says(text: string, terms: readonly Term[]): boolean {
  return findTerms(text, terms).length > 0
}

/** The place itself; what is around it, where nothing stands at it. */
function standingPlace(edition: Edition, place: RulePlace, texts: readonly TargetText[]): Target {
  if (texts.length > 0) return place
  const level = edition.levels.find(({ slug }) => place.startsWith(`level/${slug}/`))
  return level === undefined ? 'edition/title' : `level/${level.slug}`
}

function missingAt(at: Target, { requirement, concept, because, place }: ConceptRule): Missing {
  return { at, requirement, concepts: [concept], because, place }
}

function finding(edition: Edition, missed: Missing): WordingFinding {
  const { at, requirement, concepts, because, place } = missed
  const words = concepts.map((one) => `“${one}”`).join(' or ')
  return {
    code: 'concept-missing',
    at,
    severity: 'must',
    requirement,
    message:
      at === 'edition/title'
        ? `Nothing stands at ${place}, which has to say ${words}: ${because}`
        : `${placeName(edition, at)} does not say ${words}: ${because}`,
    suggestions: [],
  }
}
