import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { toString as drawQrCode } from 'qrcode'
import type { Person } from '../../actor.ts'
import { verifyDocument } from '../../credentials/verify-document.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import type { Edition } from '../../frameworks/model/framework.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { readId } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { nameSigning } from '../model/name-signing.ts'
import { type Pause, pausedNow } from '../model/pause.ts'
import { currentCredential } from '../model/signing.ts'
import { newerWordings, ownEdition } from '../passports-edition.ts'
import { shareForm, shareTimes } from '../passports-forms.ts'
import { listSigningsFor } from '../sign-offs/signings-store.ts'
import { MadeSharePage } from './pages/made-share-page.tsx'
import { type SharedCredential, SharedPage, ShareEndedPage } from './pages/shared-page.tsx'
import { type ShareChoice, SharesPage } from './pages/shares-page.tsx'
import { type OpenedShare, openShare, shareCredentials, stopSharing } from './share-credentials.ts'
import { isStopped, listLiveShares } from './shares-store.ts'

export function sharesRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, config, now } = site

  async function readShares(person: Person) {
    const { edition } = await ownEdition(shelf, person)
    return asActor(db, person, (db) => readSharing(db, { person, edition, now: now() }))
  }

  app.get<{ Querystring: { stopped?: string } }>(paths.shares(), async (request, reply) => {
    const person = signedIn(request)
    const view = { ...(await readShares(person)), stopped: await hasStopped(person, request.query) }
    const entered = { credentials: view.choices.map(({ id }) => id), days: '7' }
    const form = { shareId: randomUUID(), times: shareTimes, entered }
    return sendPage(reply, <SharesPage {...ownPage(request, reply, site)} {...view} {...form} />)
  })

  async function hasStopped(person: Person, { stopped }: { readonly stopped?: string }) {
    const id = readId(stopped)
    if (id === undefined) return false
    return asActor(db, person, (db) => isStopped(db, { id, holderId: person.id }))
  }

  app.post(paths.shares(), async (request, reply) => {
    const person = signedIn(request)
    const view = await readShares(person)
    const offered = view.choices.map(({ id }) => id)
    const form = shareForm(request.body, offered)
    const own = ownPage(request, reply, site)
    if (!form.ok) {
      const again = { ...view, ...form, shareId: randomUUID(), times: shareTimes }
      return sendPage(reply, <SharesPage {...own} {...again} />, 422)
    }
    const { token, expiresAt } = await shareCredentials(site, person, form.value)
    const address = `${config.baseUrl}${paths.share(token)}`
    const { id } = form.value
    const qrCode = await drawQrCode(address, { type: 'svg', margin: 2 })
    const titles = titlesOf(view.choices, form.value.credentials)
    return sendPage(
      reply,
      <MadeSharePage {...own} {...{ id, address, qrCode, expiresAt, titles }} />,
    )
  })

  app.post<{ Params: Params }>('/passport/shares/:id/stop', async (request, reply) => {
    const id = idOf(request.params.id)
    await stopSharing(db, signedIn(request), id)
    return reply.redirect(`${paths.shares()}?stopped=${id}`, 303)
  })

  app.get<{ Params: Params }>(
    '/share/:token',
    { config: { public: true } },
    async (request, reply) => {
      keepPrivate(reply)
      const opened = await openShare(site, request.params.token ?? '').catch(unlessNotFound)
      if (opened === undefined) return sendPage(reply, <ShareEndedPage demo={config.demo} />, 404)
      const credentials = await Promise.all(opened.credentials.map((one) => check(site, one)))
      const signed = credentials.flatMap(({ summary }) => summary?.statements ?? [])
      const newer = await newerWordings(shelf, config.baseUrl, signed)
      const view = { ...opened, credentials, newerWordings: newer, demo: config.demo }
      return sendPage(reply, <SharedPage {...view} />)
    },
  )
}

/** The address is the key: it goes into no index, no other site's log and no cache. */
function keepPrivate(reply: FastifyReply): void {
  reply.header('x-robots-tag', 'noindex, nofollow').header('referrer-policy', 'no-referrer')
}

function unlessNotFound(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error
}

async function check(
  site: Site,
  { id, document }: OpenedShare['credentials'][number],
): Promise<SharedCredential> {
  const { summary, ...verdict } = await verifyDocument(site, document)
  return { id, title: summary?.title ?? 'A credential', verdict, summary }
}

async function readSharing(
  db: Transaction,
  {
    person,
    edition,
    now,
  }: { readonly person: Person; readonly edition: Edition; readonly now: Date },
) {
  const signings = await listSigningsFor(db, { holderId: person.id })
  const today = dayOf(now)
  const named = signings.flatMap((signing) =>
    signing.credentials.map((id) => ({ id, signing, title: nameSigning(edition, signing) })),
  )
  const choices: ShareChoice[] = named
    .filter(({ id, signing }) => id === currentCredential(signing))
    .map(({ id, title, signing }) => ({
      paused: pausedNow(signing, today),
      ...{ id, title, reviewOn: signing.reviewOn },
      assessor: signing.shown.assessor.name,
    }))
  const shares = await listLiveShares(db, { holderId: person.id, now })
  const live = shares.map(({ credentials, ...share }) => ({
    ...share,
    titles: titlesOf(
      named.map((one) => withPause(one, today)),
      credentials,
    ),
    withdrawn: titlesOf(
      named.filter(({ id, signing }) => id !== currentCredential(signing)),
      credentials,
    ),
  }))
  return { choices, live, held: signings.length > 0 }
}

function withPause(
  {
    id,
    title,
    signing,
  }: {
    readonly id: string
    readonly title: string
    readonly signing: { readonly pause?: Pause | undefined }
  },
  today: string,
) {
  const paused = pausedNow(signing, today)
  return { id, title: paused === undefined ? title : `${title}. ${paused}` }
}

function titlesOf(
  named: readonly { readonly id: string; readonly title: string }[],
  ids: readonly string[],
): string[] {
  return named.filter(({ id }) => ids.includes(id)).map(({ title }) => title)
}
