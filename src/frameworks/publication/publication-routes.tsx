/** An edition to take away: Word, PDF, print, spreadsheet, content folder. Public, at addresses that stay. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { EditionFile } from '../../paths/publication-paths.ts'
import { paths } from '../../paths.ts'
import { pageCache, sendCached } from '../../web/page-cache.ts'
import { renderPage } from '../../web/send-page.ts'
import type { Site } from '../../web/site.ts'
import type { EditionShelf } from '../edition-shelf.ts'
import { writeFolder } from '../exchange/write-folder.ts'
import { writeWorkbook } from '../exchange/write-workbook.ts'
import type { StoredEdition } from '../frameworks-store.ts'
import { getFile, keptFiles, sendFile } from './kept-files.ts'
import { composePublication } from './model/compose-publication.ts'
import { DownloadPage } from './pages/download-page.tsx'
import { PrintPage } from './pages/print-page.tsx'
import { writeApart } from './write-apart.ts'

type OfEdition = FastifyRequest<{ Params: Readonly<Record<'slug' | 'version', string>> }>

const office = 'application/vnd.openxmlformats-officedocument'

interface Written {
  readonly type: string
  readonly write: (stored: StoredEdition) => Promise<Buffer>
}

export function publicationRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const cache = pageCache()
  const kept = keptFiles()
  const publish = (stored: StoredEdition) =>
    composePublication({
      ...stored,
      address: `${site.config.baseUrl}${paths.framework(stored.ref)}`,
    })

  const kinds: Readonly<Record<EditionFile, Written>> = {
    pdf: { type: 'application/pdf', write: (stored) => writeApart('pdf', publish(stored)) },
    docx: {
      type: `${office}.wordprocessingml.document`,
      write: (stored) => writeApart('docx', publish(stored)),
    },
    xlsx: { type: `${office}.spreadsheetml.sheet`, write: ({ edition }) => writeWorkbook(edition) },
    zip: { type: 'application/zip', write: async ({ edition }) => writeFolder(edition) },
  }

  for (const [kind, { type, write }] of Object.entries(kinds)) {
    const address = `/frameworks/:slug/:version/edition.${kind}`
    app.get(address, { config: { public: true } }, async (request: OfEdition, reply) => {
      const stored = await storedOf(request)
      const key = `${kind} ${stored.ref} ${stored.digest} ${stored.status}`
      const file = await getFile(kept, key, () => write(stored))
      const name = `${stored.ref.replace('/', '-')}.${kind}`
      return sendFile(request, reply, { ...file, name, type })
    })
  }

  page('download', (stored) => <DownloadPage stored={stored} />)
  page('print', (stored) => <PrintPage stored={stored} publication={publish(stored)} />)

  function page(name: string, render: (stored: StoredEdition) => VNode): void {
    const address = `/frameworks/:slug/:version/${name}`
    app.get(address, { config: { public: true } }, async (request: OfEdition, reply) =>
      sendRendered(request, reply, await storedOf(request), render),
    )
  }

  function sendRendered(
    request: OfEdition,
    reply: FastifyReply,
    stored: StoredEdition,
    render: (stored: StoredEdition) => VNode,
  ): FastifyReply {
    const key = `${request.routeOptions.url} ${stored.ref} ${stored.digest} ${stored.status}`
    return sendCached(cache, request, reply, key, () => ({
      type: 'text/html; charset=utf-8',
      body: renderPage(render(stored)),
    }))
  }

  function storedOf({ params: { slug, version } }: OfEdition): Promise<StoredEdition> {
    return shelf.get(`${slug}/${version}`)
  }
}
