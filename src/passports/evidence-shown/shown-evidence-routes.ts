/** A file that a worker shows to whom they ask, while the request is open to them. */
import type { FastifyInstance } from 'fastify'
import type { Person } from '../../actor.ts'
import { recordViewing } from '../../audit/viewings-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { idOf } from '../../web/own-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { openEvidence } from '../evidence/evidence-actions.ts'
import { listEvidence } from '../evidence/evidence-store.ts'
import { sendEvidenceFile } from '../evidence/send-evidence-file.ts'
import { getRequestTo } from '../sign-offs/requests-store.ts'

export function shownEvidenceRoutes(app: FastifyInstance, site: Site): void {
  app.get<{ Params: { id: string; evidence: string } }>(
    '/team/requests/:id/evidence/:evidence',
    async (request, reply) => {
      const { id, evidence } = request.params
      const which = { requestId: idOf(id), id: idOf(evidence) }
      return sendEvidenceFile(reply, await openShown(site, signedIn(request), which))
    },
  )
}

/** Throws NotFound where it is not shown to them, or no longer. */
function openShown(
  { db, keyEncryptionKey }: Site,
  viewer: Person,
  { requestId, id }: { readonly requestId: string; readonly id: string },
) {
  return asActor(db, viewer, async (db) => {
    const asked = await getRequestTo(db, { id: requestId, assessorId: viewer.id })
    const { holderId, organisation, section: about } = asked
    const shown = await listEvidence(db, { holderId, requestId })
    if (!shown.some((one) => one.id === id)) throw new NotFound(`evidence ${id} of ${requestId}`)
    const opened = await openEvidence(db, keyEncryptionKey, { id, holderId })
    const seen = { holderId, what: 'evidence', subjectId: id, about } as const
    await recordViewing(db, { ...seen, viewer, organisation })
    return opened
  })
}
