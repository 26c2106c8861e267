import type { Statement } from '../../../frameworks/model/framework.ts'

interface StatementsProps {
  readonly statements: readonly Statement[]
}

export function ConfirmedList({ statements }: StatementsProps) {
  return (
    <ul class="lanyard-confirmed">
      {statements.map(({ code, text }) => (
        <li key={code}>
          {text} <span class="lanyard-code">{code}</span>
        </li>
      ))}
    </ul>
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
