/** What differs between any two published editions of a framework: for everybody. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import type { Params } from '../../web/own-page.ts'
import type { EditionShelf } from '../edition-shelf.ts'
import type { StoredEdition } from '../frameworks-store.ts'
import { listChanges } from '../model/list-changes.ts'
import { keepLast } from './keep-last.ts'
import { addressPassage } from './model/address-passage.ts'
import { compareEditions } from './model/compare-editions.ts'
import type { Comparison } from './model/edition-change.ts'
import { explainChanges } from './model/explain-changes.ts'
import { showChange } from './model/show-comparison.ts'
import { EditionChangesPage } from './pages/edition-changes-page.tsx'
import { SuccessionPage } from './pages/succession-page.tsx'
import { changesForm } from './versions-forms.ts'
import { viewComparison } from './view-comparison.ts'
import { sendWordFile } from './word/send-word-file.ts'
import { writeChanges } from './word/write-changes.ts'

/** Rendered once for each key, the same for everyone. */
export type SendAnswer = (
  request: FastifyRequest,
  reply: FastifyReply,
  stored: StoredEdition,
  answer: { page: () => VNode; json: () => unknown; besides: string },
) => FastifyReply

interface Kept {
  readonly shelf: EditionShelf
  readonly sendAnswer: SendAnswer
}

export function versionsRoutes(app: FastifyInstance, { shelf, sendAnswer }: Kept): void {
  const comparisons = keepLast<Comparison>(12)
  const files = keepLast<Promise<Buffer>>(12)

  async function read({ slug, version, from: earlier }: Params) {
    const stored = await shelf.get(`${slug}/${version}`)
    const from = await shelf.get(`${slug}/${earlier}`)
    const key = `${from.digest} ${stored.digest}`
    const comparison = comparisons(key, () => compareEditions(from.edition, stored.edition))
    const amendments =
      from.derivation?.leadsTo === stored.edition.version ? from.derivation.amendments : []
    const reasons = explainChanges(comparison.changes, amendments)
    const hasSuccession = (await findSuccession(stored.ref, from.ref)) !== undefined
    const whole = `${key} ${from.status} ${hasSuccession}`
    return { stored, from, comparison, amendments, reasons, hasSuccession, key: whole }
  }

  async function findSuccession(to: string, from: string) {
    const { successions } = await shelf.get(to)
    return successions.find((one) => one.to === to && one.from === from)
  }

  app.get<{ Params: Params }>(
    paths.changes(':slug/:version', ':from'),
    { config: { public: true } },
    async (request, reply) => {
      const { key, ...compared } = await read(request.params)
      const { stored, from, comparison, amendments, reasons } = compared
      const form = changesForm(request.query)
      const { changes } = comparison
      return sendAnswer(request, reply, stored, {
        page: () => changesPage({ ...compared, form }),
        json: () => ({
          ...{ from: from.ref, to: stored.ref },
          changes: changes.map((change) => showChange(change, reasons.get(change))),
          amendments: listChanges(amendments),
        }),
        besides: `${key} ${JSON.stringify(form)}`,
      })
    },
  )

  app.get<{ Params: Params }>(
    paths.changesInWord(':slug/:version', ':from'),
    { config: { public: true } },
    async (request, reply) => {
      const { stored, from, comparison, reasons, key } = await read(request.params)
      const editions = [from.edition, stored.edition] as const
      const file = await files(key, () => writeChanges({ editions, comparison, reasons }))
      const name = `${stored.edition.slug}-${stored.edition.version}-changes-since-${from.edition.version}`
      return sendWordFile(reply, file, name)
    },
  )

  app.get<{ Params: Params }>(
    paths.succession(':slug/:version', ':from'),
    { config: { public: true } },
    async (request, reply) => {
      const { slug, version, from: earlier } = request.params
      const succession = await findSuccession(`${slug}/${version}`, `${slug}/${earlier}`)
      if (succession === undefined) throw new NotFound(`succession from ${earlier}`)
      const [stored, from] = [await shelf.get(succession.to), await shelf.get(succession.from)]
      return sendAnswer(request, reply, stored, {
        page: () => <SuccessionPage {...{ stored, from, succession }} />,
        json: () => succession,
        besides: `${from.digest} ${from.status}`,
      })
    },
  )
}

interface Read {
  readonly stored: StoredEdition
  readonly from: StoredEdition
  readonly comparison: Comparison
  readonly reasons: ReturnType<typeof explainChanges>
  readonly hasSuccession: boolean
  readonly form: ReturnType<typeof changesForm>
}

function changesPage({ stored, from, comparison, reasons, hasSuccession, form }: Read): VNode {
  const { version } = from.edition
  const view = viewComparison(comparison, [from.edition, stored.edition], form)
  return (
    <EditionChangesPage
      {...{ stored, from, reasons, hasSuccession, ...view }}
      addressBefore={(passage) => addressPassage(from.ref, passage)}
      addressAfter={(passage) => addressPassage(stored.ref, passage)}
      addresses={{
        chosen: (chosen) => paths.changes(stored.ref, version, chosen),
        word: paths.changesInWord(stored.ref, version),
      }}
    />
  )
}
