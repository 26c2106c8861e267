import type { Edition } from '../../../frameworks/model/framework.ts'
import { nameSigning } from '../../model/name-signing.ts'
import { type Signing, waitingSignOffs } from '../../model/signing.ts'
import { SecondPart } from './second-part.tsx'

interface SecondsWaitingProps {
  readonly signings: readonly Signing[]
  readonly edition: Edition
}

/** In a passport: what waits for a second assessor, and what one did not confirm in the last weeks. */
export function SecondsWaiting({ signings, edition }: SecondsWaitingProps) {
  const shown = signings.filter(
    (signing) => waitingSignOffs(signing).length > 0 || wasLeftOut(signing, signings),
  )
  if (shown.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">A second assessor</h2>
      <ul class="nhsuk-list">
        {shown.map((signing) => (
          <li key={signing.id} class="lanyard-waiting">
            <p>
              <strong>{nameSigning(edition, signing)}</strong>
            </p>
            <SecondPart signing={signing} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Until the section is signed again at the level. */
function wasLeftOut({ signOffs, section, level, at }: Signing, all: readonly Signing[]): boolean {
  if (!signOffs.some(({ second }) => second === 'declined')) return false
  return !all.some((one) => one.section === section && one.level === level && one.at > at)
}
