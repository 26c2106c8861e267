/** Which edition a page reads somebody by, and why. */
import { inWords } from '../../../frameworks/model/names.ts'
import { paths } from '../../../paths.ts'
import { versionOf } from '../model/carried-words.ts'

export interface InForceWords {
  /** That the page reads by. */
  readonly ref: string
  /** What the reader's employers work by, by their names; the one that is read by among them or not. */
  readonly inForce: readonly { readonly ref: string; readonly names: readonly string[] }[]
  /** Published later than any that is in force for them. */
  readonly newer?: string | undefined
}

export function EditionLine({
  ref,
  inForce,
  newer,
  to,
}: InForceWords & {
  /** The page itself, by another edition. */
  readonly to: (version: string) => string
}) {
  const here = inForce.find((one) => one.ref === ref)
  const others = inForce.filter((one) => one.ref !== ref)
  const version = versionOf(ref)
  return (
    <p class="lanyard-meta">
      By the <a href={paths.framework(ref)}>{version} edition</a>
      {here ? `, as ${inWords(here.names)} ${here.names.length === 1 ? 'does' : 'do'}` : ''}.
      {others.map((other) => (
        <span key={other.ref}>
          {' '}
          {inWords(other.names)} {other.names.length === 1 ? 'works' : 'work'} by the{' '}
          {versionOf(other.ref)} edition.{' '}
          <a href={to(versionOf(other.ref))}>See it by {versionOf(other.ref)}</a>.
        </span>
      ))}
      {newer !== undefined && newer !== ref && (
        <span>
          {' '}
          The {versionOf(newer)} edition is published too.{' '}
          <a href={paths.whatChanged(versionOf(newer))}>See what it would change for you</a>.
        </span>
      )}
    </p>
  )
}
