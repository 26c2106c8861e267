/** Every text of an edition that people read, with its target. */
import { type Target, targetSlug } from './amendment.ts'
import type { Edition, Part, ProfessionRole, Section, Statement } from './framework.ts'

export interface TargetText {
  readonly target: Target
  readonly text: string
}

export function listTexts(edition: Edition): TargetText[] {
  return [
    { target: 'edition/title', text: edition.title },
    { target: 'edition/summary', text: edition.summary },
    ...edition.levels.flatMap(({ slug, summary, education, experience, values }) => [
      { target: `level/${slug}/summary` as const, text: summary },
      ...listed(`level/${slug}/education`, education),
      ...listed(`level/${slug}/experience`, experience),
      ...listed(`level/${slug}/values`, values),
    ]),
    ...edition.pillars.map(({ slug, meaning }) => ({
      target: `pillar/${slug}/meaning` as const,
      text: meaning,
    })),
    ...edition.parts.flatMap(partTexts),
    ...edition.domains.flatMap(({ number, title, purpose, sections }) => [
      { target: `domain/${number}/title` as const, text: title },
      { target: `domain/${number}/purpose` as const, text: purpose },
      ...sections.flatMap(sectionTexts),
    ]),
    ...edition.roles.flatMap(roleTexts),
    ...edition.glossary.map(({ term, meaning }) => ({
      target: `glossary/${targetSlug(term)}/meaning` as const,
      text: meaning,
    })),
  ]
}

function partTexts(part: Part): TargetText[] {
  return [
    { target: `part/${part.number}/title`, text: part.title },
    ...part.sections.flatMap(({ id, heading, paragraphs, points }) => [
      { target: `part/${id}/heading` as const, text: heading },
      ...listed(`part/${id}/paragraphs`, paragraphs),
      ...listed(`part/${id}/points`, points),
    ]),
  ]
}

function sectionTexts({ code, title, about, statements }: Section): TargetText[] {
  return [
    { target: `section/${code}/title`, text: title },
    ...(about === undefined ? [] : [{ target: `section/${code}/about` as const, text: about }]),
    ...statements.flatMap(statementTexts),
  ]
}

function statementTexts({ code, text, example, variants }: Statement): TargetText[] {
  return [
    { target: `statement/${code}/text`, text },
    ...(example === undefined
      ? []
      : [{ target: `statement/${code}/example` as const, text: example }]),
    ...listed(
      `statement/${code}/variants`,
      variants.map((variant) => variant.text),
    ),
  ]
}

function roleTexts(role: ProfessionRole): TargetText[] {
  const base = `role/${role.profession}` as const
  return [
    { target: `${base}/about`, text: role.about },
    ...listed(`${base}/support-worker-does`, role.supportWorkerDoes),
    ...listed(`${base}/registered-professional-does`, role.registeredProfessionalDoes),
    ...role.examples.flatMap((example) => [
      { target: `${base}/${example.level}/person` as const, text: example.person },
      { target: `${base}/${example.level}/support-worker` as const, text: example.supportWorker },
      {
        target: `${base}/${example.level}/registered-professional` as const,
        text: example.registeredProfessional,
      },
    ]),
  ]
}

function listed(base: Target, texts: readonly string[]): TargetText[] {
  return texts.map((text, index) => ({ target: `${base}/${index}` as const, text }))
}
