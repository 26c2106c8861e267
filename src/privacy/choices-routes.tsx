/** Purposes, cookies, complaints, equality answers and previews. */
import type { FastifyInstance } from 'fastify'
import type { Site } from '../web/site.ts'
import { complaintRoutes } from './complaints/complaint-routes.tsx'
import { complaintsRoutes } from './complaints/complaints-routes.tsx'
import { readEqualityQuestions } from './equality/equality-content.ts'
import { equalityKeyOf } from './equality/equality-key.ts'
import { equalityRoutes } from './equality/equality-routes.tsx'
import { privacyRecordKinds } from './privacy-record-kinds.ts'
import { readPurposes } from './purposes/purposes-content.ts'
import { purposesRoutes } from './purposes/purposes-routes.tsx'
import type { PreviewParts } from './seen-by/read-preview.ts'
import { seenByRoutes } from './seen-by/seen-by-routes.tsx'

export function choicesRoutes(app: FastifyInstance, site: Site, parts: PreviewParts): void {
  const equality = {
    questions: readEqualityQuestions(),
    key: site.equalityKey && equalityKeyOf(site.equalityKey),
  }
  const { regulator } = readPurposes()
  purposesRoutes(app, site)
  complaintRoutes(app, site, regulator)
  complaintsRoutes(app, site, regulator)
  equalityRoutes(app, site, equality)
  seenByRoutes(app, site, {
    ...parts,
    listKinds: async () => [...(await parts.listKinds()), ...privacyRecordKinds(equality)],
  })
}
