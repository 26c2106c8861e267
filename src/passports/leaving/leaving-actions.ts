/** Packing a passport to take away: see docs/decisions/0012-leaving-pack.md. */
import type { Person } from '../../actor.ts'
import { serviceSigner } from '../../audit/audit-actions.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { writeZip, type ZipEntry } from '../../content/write-zip.ts'
import { listCredentials, type StoredCredential } from '../../credentials/credentials-store.ts'
import type { JsonObject } from '../../credentials/model/read-credential.ts'
import { packNames, type RegisterWord } from '../../credentials/pack/model/manifest.ts'
import { writePaperCode } from '../../credentials/pack/model/paper-code.ts'
import { sealPack } from '../../credentials/pack/seal-pack.ts'
import {
  type CheckedElsewhere,
  checkElsewhere,
  documentsOfElsewhere,
  isCheckableOffline,
} from '../../credentials/pack/snapshot-elsewhere.ts'
import { snapshotIssuers } from '../../credentials/pack/snapshot-issuers.ts'
import { type CheckedDocument, verifyDocument } from '../../credentials/verify-document.ts'
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { paths } from '../../paths.ts'
import { contentOf, type ReadRecordFiles, type RecordFile } from '../../personal-record.ts'
import type { Site } from '../../web/site.ts'
import { type Received, standingOf } from '../bring/model/received.ts'
import { currentCredential } from '../model/signing.ts'
import { type MadeShare, shareCredentials } from '../shares/share-credentials.ts'
import { listSigningsFor } from '../sign-offs/signings-store.ts'
import type { LeavingForm } from './leaving-forms.ts'
import { type HeldRecord, type PaperChoice, paperTables } from './model/paper-record.ts'
import { folders, readMe } from './model/read-me.ts'
import { type ReadRecord, readHeldRecord, withWordings } from './read-held-record.ts'
import { type PaperCredential, writePassportPaper } from './write-passport-paper.ts'

/** In days: as long as a link can be. */
export const linkDays = 30

export interface Packing {
  readonly site: Site
  readonly shelf: EditionShelf
  readonly readRecordFiles: ReadRecordFiles
}

interface Read {
  readonly madeAt: Date
  readonly holderName: string
  readonly credentials: readonly StoredCredential[]
  /** Those that nobody has withdrawn. */
  readonly standing: readonly string[]
  readonly record: readonly RecordFile[]
  readonly held: ReadRecord
}

interface Checked extends StoredCredential {
  readonly checked: CheckedDocument
}

/** The archive. With a `shareId`, one link to all that stands is printed too; the same form makes one. */
export async function packPassport(
  packing: Packing,
  person: Person,
  { shareId, choice }: LeavingForm,
): Promise<Buffer> {
  const { site } = packing
  const read = await readPassport(packing, person)
  const { madeAt, credentials, standing, record } = read
  const share =
    shareId === undefined || standing.length === 0
      ? undefined
      : await shareCredentials(site, person, { id: shareId, credentials: standing, days: linkDays })
  const checked = await Promise.all(credentials.map((one) => check(site, one)))
  const { held: asRead, ...rest } = read
  const held = await withWordings(asRead, packing.shelf)
  const brought = await Promise.all(shareable(held.received).map((one) => look(site, one)))
  const shown = await packForOthers(site, { ...rest, checked, share, held, brought, choice })
  const entries: ZipEntry[] = [
    entry('README.txt', readMe({ madeAt, madeBy: site.config.baseUrl })),
    ...shown.map(({ name, content }) => ({ name: `${folders.toShow}${name}`, content })),
    ...record.map((file) => ({
      name: `${folders.forYou}${file.name}`,
      content: contentOf(file),
    })),
  ]
  return writeZip(entries, madeAt)
}

function readPassport({ site, readRecordFiles }: Packing, person: Person): Promise<Read> {
  const madeAt = site.now()
  return asActor(site.db, person, async (db) => {
    const holder = { holderId: person.id }
    const credentials = await listCredentials(db, holder)
    const signings = await listSigningsFor(db, holder)
    const record = await readRecordFiles(db, person, madeAt)
    const held = await readHeldRecord(db, holder)
    const details = { about: person.id, credentials: credentials.length }
    await recordEvent(db, person, 'record.packed', `person:${person.id}`, details)
    const standing = signings.flatMap((signing) => currentCredential(signing) ?? [])
    return { madeAt, holderName: person.name, credentials, standing, record, held }
  })
}

async function check(site: Site, credential: StoredCredential): Promise<Checked> {
  return { ...credential, checked: await verifyDocument(site, credential.document) }
}

async function packForOthers(
  site: Site,
  read: Omit<Read, 'held'> & {
    readonly checked: readonly Checked[]
    readonly share: MadeShare | undefined
    readonly held: HeldRecord
    readonly brought: readonly Looked[]
    readonly choice: PaperChoice
  },
): Promise<readonly ZipEntry[]> {
  const { madeAt, holderName, checked, credentials, share, held, brought, choice } = read
  const signer = await serviceSigner(site)
  const documents: readonly JsonObject[] = [
    ...credentials.map(({ document }) => document),
    ...brought.flatMap(({ checked: { document } }) => (document === undefined ? [] : [document])),
  ]
  const snapshot = await snapshotIssuers(site, documents, madeAt)
  const packed = [...snapshot.documents, ...documentsOfElsewhere(brought)]
  const offline = new Set<string>()
  for (const { received } of brought) {
    if (await isCheckableOffline(received.document, packed, site.now)) offline.add(received.id)
  }
  const tables = paperTables(held, choice, offline)
  const { baseUrl: madeBy } = site.config
  const paper = await writePassportPaper({
    ...{ holderName, madeAt, madeBy, linksEnd: share?.expiresAt, tables },
    credentials: checked.map((one) => paperOf(one, { madeBy, read, share })),
    keys: [...snapshot.keys, `seal ${signer.key.id}`],
  })
  const files = [
    { name: 'passport.pdf', content: paper },
    ...credentials.map(({ id, document }) => entry(fileOf(id), written(document))),
    ...brought.map(({ received }) => entry(fileOfBrought(received), received.document)),
    ...packed.map(({ name, document }) => entry(name, written(document))),
  ]
  const holder = { name: holderName, key: holderKey(checked) }
  const register = [
    ...checked.map((one) => registerWord(fileOf(one.id), one.checked)),
    ...brought.map((one) => registerWord(fileOfBrought(one.received), one.checked)),
  ]
  return sealPack(files, { madeAt: madeAt.toISOString(), madeBy, holder, register }, signer)
}

function paperOf(
  { id, document, checked: { summary, ...verdict } }: Checked,
  {
    madeBy,
    read: { standing },
    share,
  }: {
    readonly madeBy: string
    readonly read: Pick<Read, 'standing'>
    readonly share: MadeShare | undefined
  },
): PaperCredential {
  const isShared = share !== undefined && standing.includes(id)
  const address = isShared ? `${paths.share(share.token)}#${id}` : paths.verify()
  return {
    ...{ title: summary?.title ?? 'A credential', summary, verdict, isShared },
    address: `${madeBy}${address}`,
    code: writePaperCode(document),
  }
}

function holderKey(checked: readonly Checked[]): string | undefined {
  return checked.find(({ checked }) => checked.summary?.holder)?.checked.summary?.holder
}

/** What our register says now of its issuer. */
function registerWord(file: string, { summary, steps }: CheckedDocument): RegisterWord {
  const issuer = steps.find(({ step }) => step === 'issuer')
  return {
    ...{ file, issuer: summary?.issuer ?? '', name: summary?.issuerName },
    outcome: issuer?.outcome ?? 'unknown',
    message: issuer?.message ?? '',
  }
}

function fileOf(id: string): string {
  return `${packNames.credentials}${id}.json`
}

function fileOfBrought({ id, document }: Received): string {
  return `${packNames.brought}${id}.${document.startsWith('{') ? 'json' : 'jwt'}`
}

interface Looked extends CheckedElsewhere {
  readonly received: Received
}

async function look(site: Site, received: Received): Promise<Looked> {
  return { received, ...(await checkElsewhere(site, received.document)) }
}

/** What is made out to somebody else is theirs. */
function shareable(received: readonly Received[]): readonly Received[] {
  return received.filter((one) => standingOf(one) !== 'somebody-else')
}

function written(document: unknown): string {
  return `${JSON.stringify(document, undefined, 2)}\n`
}

function entry(name: string, text: string): ZipEntry {
  return { name, content: Buffer.from(text, 'utf8') }
}
