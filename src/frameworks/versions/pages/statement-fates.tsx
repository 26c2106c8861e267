/** On a statement's own page: what it became, and what it was. */
import { paths } from '../../../paths.ts'
import { codeName } from '../model/code-name.ts'
import type { FateOfStatement } from '../model/describe-fate.ts'
import { fateNames } from '../model/fate-names.ts'

interface StatementFatesProps {
  readonly ref_: string
  readonly after: readonly FateOfStatement[]
  readonly before: readonly FateOfStatement[]
}

export function StatementFates({ ref_, after, before }: StatementFatesProps) {
  if (after.length + before.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-s">In other editions</h2>
      <ul>
        {after.map((fate) => (
          <li key={fate.edition}>
            <After ref_={ref_} fate={fate} />
          </li>
        ))}
        {before.map(({ edition, fate, codes }) => (
          <li key={`${edition} ${codes.join()}`}>
            In {versionOf(edition)} this was <Codes edition={edition} codes={codes} />.{' '}
            {fateNames[fate]}.
          </li>
        ))}
      </ul>
    </>
  )
}

function After({
  ref_,
  fate: { edition, fate, codes, reason },
}: {
  readonly ref_: string
  readonly fate: FateOfStatement
}) {
  const version = versionOf(edition)
  return (
    <>
      {codes.length === 0 ? (
        `In ${version} nothing follows this statement. `
      ) : (
        <>
          In {version} this became <Codes edition={edition} codes={codes} />. {fateNames[fate]}.{' '}
        </>
      )}
      {reason && `Why: ${reason} `}
      <a href={paths.succession(edition, versionOf(ref_))}>What that means for sign-offs</a>
    </>
  )
}

function Codes({
  edition,
  codes,
}: {
  readonly edition: string
  readonly codes: readonly string[]
}) {
  return (
    <>
      {codes.map((code, index) => (
        <>
          {index > 0 && ', '}
          <a href={paths.statement(edition, code)}>{codeName(code)}</a>
        </>
      ))}
    </>
  )
}

function versionOf(ref: string): string {
  return ref.split('/')[1] ?? ref
}
