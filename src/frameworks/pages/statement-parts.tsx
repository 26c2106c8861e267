/** A statement's details, shown the same on section and statement pages. */

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
  const all = 'all' in requires
  return (
    <p class="nhsuk-body-s">
      <strong>{all ? 'All of these:' : 'Any one of these:'}</strong>{' '}
      {(all ? requires.all : requires.any).join('; ')}
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
