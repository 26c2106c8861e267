/** An edition to take away, and a draft as files. */
import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

/** The smallest there is: each is made anew. */
const edition: RouteRule = {
  may: ['anybody'],
  params: () => ({ slug: 'four-pillars', version: '2021' }),
  of: ['holder'],
}
const draft = ({ draft }: WorldRecord) => ({ draft })
const waiting = ({ draft, draftImport }: WorldRecord) => ({ draft, file: draftImport })
/** Stewards, and whoever was asked to write. */
const writer: RouteRule = { may: ['steward', 'owner'], params: draft }

export const publicationRules: RouteRules = {
  'GET /frameworks/:slug/:version/download': edition,
  'GET /frameworks/:slug/:version/print': edition,
  'GET /frameworks/:slug/:version/edition.pdf': edition,
  'GET /frameworks/:slug/:version/edition.docx': edition,
  'GET /frameworks/:slug/:version/edition.xlsx': edition,
  'GET /frameworks/:slug/:version/edition.zip': edition,
  'GET /drafts/:draft/files': writer,
  'GET /drafts/:draft/files/edition.xlsx': writer,
  'GET /drafts/:draft/files/template.xlsx': writer,
  'GET /drafts/:draft/files/edition.zip': writer,
  'GET /drafts/:draft/files/:file': { ...writer, params: waiting },
  'POST /drafts/:draft/files': { ...writer, gives: 422 },
  'POST /drafts/:draft/files/:file/accept': {
    ...writer,
    params: waiting,
    body: () => ({ revision: '1' }),
  },
  'POST /drafts/:draft/files/:file/drop': { ...writer, params: waiting },
}
