/** Replays amendments over an edition, forwards or backwards; a fault anywhere changes nothing. */
import type { Finding } from '../../finding.ts'
import { type Amendment, invertChange } from './amendment.ts'
import { applyChange, type Outcome } from './apply-change.ts'
import type { Edition } from './framework.ts'

export type Amended =
  | { readonly ok: true; readonly edition: Edition }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export function applyAmendments(edition: Edition, amendments: readonly Amendment[]): Amended {
  return replay(edition, amendments, amendments)
}

/** Gives back the edition over which these amendments were applied. */
export function undoAmendments(edition: Edition, amendments: readonly Amendment[]): Amended {
  const backwards = amendments.toReversed()
  return replay(
    edition,
    backwards.map((amendment) => ({ ...amendment, change: invertChange(amendment.change) })),
    amendments,
  )
}

/** Goes on after a fault, so that an editor sees all of them at once. */
function replay(
  edition: Edition,
  steps: readonly Amendment[],
  amendments: readonly Amendment[],
): Amended {
  const findings = repeatedIds(amendments)
  let current = edition
  for (const { id, change } of steps) {
    const outcome: Outcome = applyChange(current, change)
    if (outcome.ok) current = outcome.edition
    else findings.push(...outcome.faults.map((fault) => ({ ...fault, at: `${id} ${fault.at}` })))
  }
  return findings.length === 0 ? { ok: true, edition: current } : { ok: false, findings }
}

function repeatedIds(amendments: readonly Amendment[]): Finding[] {
  const seen = new Set<string>()
  return amendments.flatMap(({ id }) => {
    const twice = seen.has(id)
    seen.add(id)
    if (!twice) return []
    return [{ code: 'amendment-id-twice', at: id, message: `${id} stands twice: number it anew` }]
  })
}
