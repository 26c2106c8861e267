import type { Statement } from '../../../frameworks/model/framework.ts'
import type { Signing } from '../../model/signing.ts'

interface StatementsProps {
  readonly statements: readonly Statement[]
}

interface ConfirmedProps extends StatementsProps {
  /** Of those that require several things: what was seen, by code. */
  readonly seen?: Readonly<Record<string, readonly string[]>> | undefined
}

export function ConfirmedList({ statements, seen = {} }: ConfirmedProps) {
  return (
    <ul class="lanyard-confirmed">
      {statements.map(({ code, text }) => (
        <li key={code}>
          {text} <span class="lanyard-code">{code}</span>
          {seen[code] && <span class="lanyard-meta">Seen: {seen[code].join('; ')}</span>}
        </li>
      ))}
    </ul>
  )
}

/** What was seen in a signing, by code. */
export function seenIn({ signOffs }: Pick<Signing, 'signOffs'>) {
  return Object.fromEntries(
    signOffs.flatMap(({ code, parts = [] }) => (parts.length === 0 ? [] : [[code, parts]])),
  )
}

/** Asked for and left out: nothing is said of it, and it can be asked for again. */
export function NotSignedThisTime({ statements }: StatementsProps) {
  if (statements.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Not signed this time: {statements.length}</h2>
      <ul>
        {statements.map(({ code, text }) => (
          <li key={code}>
            {text} <span class="lanyard-code">{code}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
