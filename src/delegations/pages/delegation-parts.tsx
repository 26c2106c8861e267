/** What several pages of delegations show. */
import { type Edition, editionRef } from '../../frameworks/model/framework.ts'
import { findStatement } from '../../frameworks/model/look-up.ts'
import { paths } from '../../paths.ts'
import { InsetText } from '../../ui/inset-text.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { StandingLine } from '../model/delegation.ts'
import type { DelegationState } from '../model/state-of-delegation.ts'
import { isSigned } from '../model/what-lapsed.ts'
import { sayStanding, stateWords } from './delegation-words.ts'

export function StandingList({
  edition,
  lines,
  plain = false,
}: {
  readonly edition: Edition
  readonly lines: readonly StandingLine[]
  /** Where no link works. */
  readonly plain?: boolean | undefined
}) {
  return (
    <>
      <p class="lanyard-meta">By the {edition.version} edition of the framework.</p>
      <ul class="nhsuk-list nhsuk-list--border">
        {lines.map((line) => (
          <li key={line.code}>
            {plain ? (
              line.code
            ) : (
              <a href={paths.statement(editionRef(edition), line.code)}>{line.code}</a>
            )}{' '}
            <span data-wording>{findStatement(edition, line.code).statement.text}</span>
            <br />
            <strong>{stateNames[line.state] ?? 'Not signed'}</strong>
            {(isSigned(line) || line.state === 'lapsed') && (
              <span class="nhsuk-body-s"> {sayStanding(line)}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What a sign-off is now. Whoever reads it judges. */
const stateNames: Readonly<Partial<Record<StandingLine['state'], string>>> = {
  held: 'Signed',
  'due-soon': 'Signed',
  lapsed: 'Lapsed',
  paused: 'Signed, and paused while somebody looks at it again',
}

/** Neutral colours: nothing here is anybody's fault. */
export function StateTag({ state }: { readonly state: DelegationState }) {
  const colour = state === 'active' ? 'blue' : state === 'asked' ? 'yellow' : 'grey'
  return <Tag text={stateWords[state]} colour={colour} />
}

export function RegistrantJudges() {
  return (
    <InsetText>
      <p>
        What is signed is shown here, and no more. A registered professional decides each time
        whether to delegate this task, for this person, today.
      </p>
    </InsetText>
  )
}

/** In our words; the standards themselves are the regulator's. */
export function WhatStandardsSay() {
  return (
    <p class="nhsuk-body-s">
      HCPC Standards of conduct, performance and ethics, 4.1: a registrant delegates only to
      somebody who has the knowledge, the skills and the experience for it. 4.2: they keep
      supervising and supporting whoever does it. In our words, and not checked on the page itself;
      the edition is not known to us. Read them at the Health and Care Professions Council:{' '}
      <a href="https://www.hcpc-uk.org/standards/standards-of-conduct-performance-and-ethics/">
        Standards of conduct, performance and ethics
      </a>
      .
    </p>
  )
}

export function YouCanSayNo() {
  return (
    <InsetText>
      <p>
        <strong>You can say no.</strong> HCPC 4.1 asks the registrant to delegate only to somebody
        with the knowledge, skills and experience for it, and you know best what you are ready for.
        You need give no reason. Only the two of you see your answer. Nobody counts it.
      </p>
    </InsetText>
  )
}
