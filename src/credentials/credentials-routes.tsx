import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../errors.ts'
import { paths } from '../paths.ts'
import { accountOf, sendPage, wantsJson } from '../web/send-page.ts'
import type { Site } from '../web/site.ts'
import { verifyForm } from './credentials-forms.ts'
import { didDocument } from './did-document.ts'
import { listIssuerKeys } from './issuers-store.ts'
import type { SummaryStatement } from './model/credential-summary.ts'
import { largestDocument } from './model/read-dataset.ts'
import { unreadable } from './model/verdict.ts'
import { organisationDid, ownListNamed, ownShareToken } from './own-addresses.ts'
import type { NewerWordings } from './pages/signed-summary.tsx'
import { VerifyPage, type VerifyPageProps } from './pages/verify-page.tsx'
import { statusListShelf } from './served-status-list.ts'
import { unreadableWords } from './verdict-words.ts'
import { type CheckedDocument, verifyDocument } from './verify-document.ts'

/** Given by app.ts, because credentials know nothing of frameworks. */
export interface CredentialsCallbacks {
  /** Of these statements, by address, those that a newer edition words differently. */
  readonly findNewerWordings?:
    | ((signed: readonly SummaryStatement[]) => Promise<NewerWordings>)
    | undefined
}

export function credentialsRoutes(
  app: FastifyInstance,
  site: Site,
  callbacks: CredentialsCallbacks = {},
): void {
  didRoute(app, site)
  statusRoute(app, site)
  verifyRoutes(app, site, callbacks)
}

type Named<Name extends string> = { Params: Readonly<Record<Name, string>> }

function didRoute(app: FastifyInstance, { db, config }: Site): void {
  const open = { config: { public: true } } as const

  app.get<Named<'slug'>>(paths.organisationDid(':slug'), open, async (request, reply) => {
    const { slug } = request.params
    const keys = await listIssuerKeys(db, slug)
    if (keys.length === 0) throw new NotFound(`issuer ${slug}`)
    const document = didDocument(organisationDid(config.baseUrl, slug), keys)
    return sendDocument(request, reply, 'application/did+json', document)
  })
}

function statusRoute(app: FastifyInstance, site: Site): void {
  const shelf = statusListShelf(site)
  const open = { config: { public: true } } as const
  app.get<Named<'list'>>(paths.statusList(':list'), open, async (request, reply) => {
    const served = ownListNamed(request.params.list)
    const list = served && (await shelf.find(served))
    if (list === undefined) throw new NotFound(`status list ${request.params.list}`)
    return sendDocument(request, reply, 'application/vc', list.credential)
  })
}

/** Asked again each time, and answered 304 while nothing changed: a withdrawal shows at once. */
function sendDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  document: unknown,
): FastifyReply {
  const body = JSON.stringify(document)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  // Anybody's page may read what is for every verifier.
  reply.header('access-control-allow-origin', '*')
  reply.header('cross-origin-resource-policy', 'cross-origin')
  reply.header('cache-control', 'no-cache').header('etag', etag).header('vary', 'accept')
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  const asked = request.headers.accept?.includes(type) ?? false
  return reply.type(asked ? type : 'application/json; charset=utf-8').send(body)
}

function verifyRoutes(app: FastifyInstance, site: Site, callbacks: CredentialsCallbacks): void {
  const { config } = site

  app.get(paths.verify(), (request, reply) => sendPage(reply, page(request, reply, {})))

  app.post(paths.verify(), { config: { upload: true } }, async (request, reply) => {
    const form = verifyForm(request.body)
    if (!form.ok) {
      const { field, message } = form.error
      return answer(request, reply, 422, unreadable(message), { errors: [{ field, message }] })
    }
    if (form.source.length > largestDocument) throw tooLarge()
    const shared = typeof form.source === 'string' ? sharedBy(form.source) : undefined
    if (shared !== undefined && !wantsJson(request)) return reply.redirect(shared, 303)
    const checked = await verifyDocument(site, form.source)
    const pasted = typeof form.source === 'string' ? form.source : undefined
    if (checked.unreadable) {
      const errors = [{ field: form.field, message: unreadableWords[checked.unreadable] }]
      return answer(request, reply, 422, checked, { errors, pasted })
    }
    const newerWordings = await findNewer(checked)
    const view = { verdict: checked, summary: checked.summary, newerWordings }
    return answer(request, reply, 200, checked, { checked: view })
  })

  function page(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Pick<VerifyPageProps, 'checked' | 'errors' | 'pasted'>,
  ) {
    return (
      <VerifyPage
        csrfToken={reply.generateCsrf()}
        account={accountOf(request, reply)}
        demo={config.demo}
        {...shown}
      />
    )
  }

  function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    { outcome, steps }: CheckedDocument,
    shown: Pick<VerifyPageProps, 'checked' | 'errors' | 'pasted'>,
  ): FastifyReply {
    if (!wantsJson(request)) return sendPage(reply, page(request, reply, shown), status)
    return reply.code(status).header('cache-control', 'no-store').send({ outcome, steps })
  }

  /** Where a pasted link leads; a document may hold addresses of its own. */
  function sharedBy(pasted: string): string | undefined {
    const token = pasted.startsWith('{') ? undefined : ownShareToken(config.baseUrl, pasted)
    return token === undefined ? undefined : paths.share(token)
  }

  async function findNewer({ summary }: CheckedDocument): Promise<NewerWordings | undefined> {
    return callbacks.findNewerWordings?.(summary?.statements ?? [])
  }
}

function tooLarge(): Error {
  return Object.assign(new Error('the document is too large'), { statusCode: 413 })
}
