/** A letter to the others in a delegation, queued in the change's own transaction. */
import type { Transaction } from '../../database/database.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { listAddresses } from '../delegations-store.ts'
import { delegationLetter, type LetterKind } from '../model/delegation-letters.ts'
import type { Part } from '../model/state-of-delegation.ts'

export async function tellOthers(
  db: Transaction,
  site: Pick<Site, 'config' | 'post'>,
  told: {
    readonly delegationId: string
    readonly kind: LetterKind
    readonly parts: readonly (Part | 'manager')[]
  },
): Promise<void> {
  const { delegationId, kind, parts } = told
  const address = kind === 'hand-over' ? paths.delegations() : paths.delegation(delegationId)
  const page = `${site.config.baseUrl}${address}`
  for (const { part, address: to } of await listAddresses(db, { delegationId })) {
    if (!parts.some((one) => one === part)) continue
    await site.post(db, { to, ...delegationLetter(kind, page) })
  }
}
