/** A statement's details, shown the same on section and statement pages. */

import { Tag } from '../../ui/tag.tsx'
import type { Edition, Requires, Statement } from '../model/framework.ts'
import {
  inWords,
  partyNames,
  pillarName,
  professionName,
  settingNames,
  variantName,
} from '../model/names.ts'

export function PillarTags({
  statement,
  edition,
}: {
  readonly statement: Statement
  readonly edition: Edition
}) {
  return (
    <ul class="nhsuk-list lanyard-tags" aria-label="Pillars">
      {statement.pillars.map((pillar) => (
        <li key={pillar}>
          <span class="nhsuk-tag nhsuk-tag--white lanyard-pillar">
            {pillarName(edition, pillar)}
          </span>
        </li>
      ))}
    </ul>
  )
}

export function RequiresLine({ requires }: { readonly requires: Requires }) {
  return (
    <p class="nhsuk-body-s">
      <strong>{requiresWords(requires)}:</strong>{' '}
      {('all' in requires ? requires.all : requires.any).join('; ')}
    </p>
  )
}

function requiresWords(requires: Requires): string {
  if ('all' in requires) return 'All of these'
  return requires.any.length === 2 ? 'Either of these counts' : 'Any of these counts'
}

/** Told by words, and by a frame that is not colour alone. */
export function HigherRisk() {
  return (
    <p class="nhsuk-body-s lanyard-higher-risk">
      <Tag text="Higher risk" colour="orange" /> Harm is likely if this is done wrongly.
    </p>
  )
}

export function Example({ text }: { readonly text: string }) {
  return (
    <p class="nhsuk-body-s lanyard-example">
      <strong>For example:</strong> {text}
    </p>
  )
}

/** Closed at first: who works elsewhere need not read past them. */
export function Variants({ statement }: { readonly statement: Statement }) {
  if (statement.variants.length === 0) return null
  return (
    <details class="lanyard-more">
      <summary>Wording for other sectors and nations</summary>
      {statement.variants.map((variant) => (
        <p key={variantName(variant)}>
          <strong>{variantName(variant)}:</strong> {variant.text}
        </p>
      ))}
    </details>
  )
}

export function statementFacts(
  edition: Edition,
  statement: Statement,
): { readonly key: string; readonly value: string }[] {
  const { parties, professions, settings, highRisk } = statement
  return [
    { key: 'Applies to', value: inWords(parties.map((party) => partyNames[party])) },
    {
      key: 'Professions',
      value:
        professions.length === 0
          ? 'All'
          : inWords(professions.map((slug) => professionName(edition, slug))),
    },
    {
      key: 'Settings',
      value: settings.length === 0 ? 'All' : inWords(settings.map((slug) => settingNames[slug])),
    },
    ...(highRisk
      ? [{ key: 'Risk', value: 'Higher risk: harm is likely if this is done wrongly' }]
      : []),
  ]
}
