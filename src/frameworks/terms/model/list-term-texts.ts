import { type Target, targetSlug } from '../../model/amendment.ts'
import type { Edition } from '../../model/framework.ts'
import { listTexts, type TargetText } from '../../model/list-texts.ts'

/**
 * Every text in which a term can stand: what people read in sentences, and the words of lists beside
 * it. Not the preferred terms: they are words about words.
 */
export function listTermTexts(edition: Edition): TargetText[] {
  const written = listTexts(edition).map(({ target, text }) => ({ target: asText(target), text }))
  return [...written, ...beside(edition)]
}

/** Of a variant its text: the target of the list's member is the whole variant. */
function asText(target: Target): Target {
  return /\/variants\/\d+$/.test(target) ? `${target}/text` : target
}

function beside({ label, levels, pillars, domains, roles, glossary }: Edition): TargetText[] {
  return [
    ...(label === undefined ? [] : [{ target: 'edition/label' as const, text: label }]),
    ...levels.map(({ slug, name }) => ({ target: `level/${slug}/name` as const, text: name })),
    ...pillars.map(({ slug, name }) => ({ target: `pillar/${slug}/name` as const, text: name })),
    ...domains.flatMap(({ sections }) =>
      sections.flatMap(({ statements }) =>
        statements.flatMap(({ code, requires }) => {
          if (requires === undefined) return []
          const [kind, list] = 'all' in requires ? ['all', requires.all] : ['any', requires.any]
          return listed(`statement/${code}/requires/${kind}`, list)
        }),
      ),
    ),
    ...roles.flatMap(({ profession, fewRoles, supportTitles }) => [
      ...(fewRoles === undefined
        ? []
        : [{ target: `role/${profession}/few-roles` as const, text: fewRoles }]),
      ...listed(`role/${profession}/support-titles`, supportTitles),
    ]),
    ...glossary.flatMap(({ term, forms, includes }) => {
      const entry = `glossary/${targetSlug(term)}` as const
      return [
        ...listed(`${entry}/forms`, forms),
        ...listed(`${entry}/includes`, includes),
        // Last of its entry: once it is another word, the entry's targets are others.
        { target: `${entry}/term` as const, text: term },
      ]
    }),
  ]
}

function listed(base: Target, texts: readonly string[]): TargetText[] {
  return texts.map((text, index) => ({ target: `${base}/${index}` as const, text }))
}
