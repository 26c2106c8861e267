import type { Finding } from '../../../finding.ts'
import { paths } from '../../../paths.ts'
import { kindOfThing, listOfThing } from '../model/draft-thing.ts'
import { nameOfThing } from '../model/name-thing.ts'

/** What the shape of the draft lacks, each with the page where it can be mended. None blocks saving. */
export function FindingsList({
  draft,
  findings,
}: {
  readonly draft: string
  readonly findings: readonly Finding[]
}) {
  return (
    <ul>
      {findings.map(({ code, at, message }) => (
        <li key={`${code} ${at} ${message}`}>
          <Place href={pageOf(draft, at)} at={at} />
          {message}
        </li>
      ))}
    </ul>
  )
}

function Place({ href, at }: { readonly href: string | undefined; readonly at: string }) {
  if (href === undefined) return null
  return (
    <>
      <a href={href}>{nameOfThing(at)}</a>:{' '}
    </>
  )
}

/** Undefined where the finding names something that stands twice: neither of them is meant more. */
function pageOf(draft: string, at: string): string | undefined {
  const kind = kindOfThing(at)
  if (kind === 'section') return paths.draftList(draft, at)
  if (kind === 'statement') return paths.draftList(draft, listOfThing(at))
  return kind === 'role' ? paths.draftThing(draft, at) : undefined
}
