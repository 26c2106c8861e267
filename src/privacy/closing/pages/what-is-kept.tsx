import type { Remains } from '../../../personal-record.ts'
import { keptInWords, kindOf, type RetentionKind } from '../../retention/model/retention.ts'

interface WhatIsKeptProps {
  readonly remains: readonly Remains[]
  readonly kinds: readonly RetentionKind[]
}

/** By whom, why and until when: told before anybody decides. */
export function WhatIsKept({ remains, kinds }: WhatIsKeptProps) {
  const audit = kindOf(kinds, 'audit')
  return (
    <>
      {remains.length === 0 && <p>No organisation keeps anything about you here.</p>}
      <ul class="nhsuk-list">
        {remains.map(({ what, by, kind: slug }) => (
          <Kept key={`${by} ${what}`} kind={kindOf(kinds, slug)} by={by} what={what} />
        ))}
        <Kept
          kind={audit}
          by="This service"
          what="that something was done, and when, under numbers and without your name"
        />
      </ul>
    </>
  )
}

function Kept({
  kind,
  by,
  what,
}: {
  readonly kind: RetentionKind
  readonly by: string
  readonly what: string
}) {
  return (
    <li class="lanyard-waiting">
      <p>
        <strong>{by}</strong> keeps {what}.
      </p>
      <p>
        <strong>Why:</strong> {kind.why}
        {kind.law !== undefined && ` ${kind.law}.`}
      </p>
      <p>
        <strong>How long:</strong> {keptInWords(kind)}.
      </p>
    </li>
  )
}
