/** A leaving pack checked with nothing but what is in it, and perhaps keys that somebody trusts. */
import { didDocument } from '../did-document.ts'
import type { FetchDocument } from '../fetch-document.ts'
import type { CheckedLists } from '../foreign-issuers.ts'
import { didWebDocumentAddress } from '../model/did-web.ts'
import { readTimestamp } from '../model/london-date.ts'
import {
  isObject,
  type JsonObject,
  listOf,
  type Parsed,
  parseCredential,
} from '../model/read-credential.ts'
import { envelopeIn } from '../model/read-jwt.ts'
import { type Outcome, type Step, unreadable, worstOf } from '../model/verdict.ts'
import { type CheckedDocument, verifyDocument } from '../verify-document.ts'
import {
  daysOld,
  judgeHolder,
  judgeIssuer,
  judgeStatus,
  type PackStep,
} from './model/judge-packed.ts'
import { isSealed, packNames, type RegisterWord, sha256 } from './model/manifest.ts'
import type { Pack } from './read-pack.ts'
import { offlineUrl } from './snapshot-elsewhere.ts'
import type { TrustedKeys } from './trusted-keys.ts'

export interface PackedVerdict {
  readonly file: string
  readonly title: string
  readonly outcome: Outcome
  readonly steps: readonly PackStep[]
  /** The day up to which its issuer's lists speak, and how long ago that is. */
  readonly statusAsOf?: string | undefined
  readonly statusDaysOld?: number | undefined
}

export interface PackVerdict {
  readonly outcome: Outcome
  /** Of the pack as a whole. */
  readonly steps: readonly PackStep[]
  readonly credentials: readonly PackedVerdict[]
}

interface Checking {
  readonly pack: Pack
  readonly trusted: TrustedKeys
  readonly now: Date
  readonly sealTrusted: boolean
  readonly fetchDocument: FetchDocument
  readonly statuses: ReadonlyMap<string, JsonObject>
  readonly lists: CheckedLists
}

export async function verifyPack(
  pack: Pack,
  { trusted, now }: { readonly trusted: TrustedKeys; readonly now: Date },
): Promise<PackVerdict> {
  const [files, seal] = [checkFiles(pack), checkSeal(pack, trusted)]
  const sealTrusted = seal.outcome === 'valid'
  const statuses = documentsIn(pack, packNames.status)
  const fetchDocument = fetchFrom(pack, trusted, statuses)
  const lists: CheckedLists = new Map()
  const checking = { pack, trusted, now, sealTrusted, fetchDocument, statuses, lists }
  const names = [...pack.files.keys()].filter(
    (name) => name.startsWith(packNames.credentials) || isBrought(name),
  )
  const credentials: PackedVerdict[] = []
  for (const name of names.sort()) credentials.push(await checkPacked(checking, name))
  // A seal by a key that is not known takes nothing from what an issuer signed.
  const broken = seal.outcome === 'invalid' ? [seal.outcome] : []
  const judged = worstOf(credentials.map(({ outcome }) => outcome))
  return { outcome: worstOf([judged, files.outcome, ...broken]), steps: [files, seal], credentials }
}

function checkFiles({ manifest, files }: Pack): PackStep {
  const listed = new Map(manifest.files.map((file) => [file.name, file]))
  const faults = [
    ...[...files.keys()].filter((name) => !listed.has(name)).map((name) => `${name} was added`),
    ...[...listed.keys()].filter((name) => !files.has(name)).map((name) => `${name} is missing`),
    ...[...files]
      .filter(([name, content]) => listed.has(name) && !isAsListed({ manifest }, name, content))
      .map(([name]) => `${name} was changed`),
  ]
  if (faults.length > 0) {
    const [few, more] = [faults.slice(0, 5), faults.length - 5]
    const others = more > 0 ? ` And ${more} more.` : ''
    return step('files', 'invalid', `Not as it was made: ${few.join('; ')}.${others}`)
  }
  return step('files', 'valid', 'Every file is the one that its list of contents names.')
}

function isAsListed(
  { manifest }: Pick<Pack, 'manifest'>,
  name: string,
  content: Uint8Array,
): boolean {
  const listed = manifest.files.filter((file) => file.name === name)
  return listed.length === 1 && listed[0]?.sha256 === sha256(content)
}

function checkSeal({ manifestBytes, seal }: Pack, { seals }: TrustedKeys): PackStep {
  if (seal === undefined) {
    return step('seal', 'unknown', 'Nobody has sealed its list of contents.')
  }
  if (!isSealed(manifestBytes, seal)) {
    return step('seal', 'invalid', 'Its list of contents was changed after it was sealed.')
  }
  if (seals.has(seal.key)) {
    return step('seal', 'valid', 'Its list of contents was sealed with a key that you trust.')
  }
  return step(
    'seal',
    'unknown',
    `Sealed with the key ${seal.key}, which you have not said you trust. So the name on it, the day it was made and what it says of issuers are only claims.`,
  )
}

/** As their addresses would answer; there is no way out from here. Where keys are trusted, those count alone. */
function fetchFrom(
  pack: Pack,
  { issuers }: TrustedKeys,
  statuses: ReadonlyMap<string, JsonObject>,
): FetchDocument {
  const known = new Map<string, unknown>(statuses)
  const add = (did: string, document: unknown) => {
    const address = didWebDocumentAddress(did)
    if (address !== undefined) known.set(address, document)
  }
  for (const [did, document] of documentsIn(pack, packNames.issuers)) add(did, document)
  for (const [did, keys] of issuers) add(did, didDocument(did, keys))
  return async (address) => known.get(address)
}

/** By id. Two of one id say nothing. */
function documentsIn({ files }: Pack, folder: string): ReadonlyMap<string, JsonObject> {
  const documents = new Map<string, JsonObject>()
  const twice = new Set<string>()
  for (const [name, content] of files) {
    const document = name.startsWith(folder) ? parsed(content) : undefined
    if (document === undefined || typeof document.id !== 'string') continue
    if (documents.has(document.id)) twice.add(document.id)
    documents.set(document.id, document)
  }
  for (const id of twice) documents.delete(id)
  return documents
}

function parsed(content: Buffer): JsonObject | undefined {
  const { document } = { document: undefined, ...parseCredential(content) }
  return isObject(document) ? document : undefined
}

async function checkPacked(checking: Checking, file: string): Promise<PackedVerdict> {
  const { pack, now, fetchDocument, lists } = checking
  const content = pack.files.get(file) ?? Buffer.alloc(0)
  const config = { baseUrl: offlineUrl }
  const source = isBrought(file) ? asItCame(content) : readPacked(content)
  const verifier = { config, now: () => now, lists }
  const checked: CheckedDocument =
    source.problem === undefined
      ? await verifyDocument(verifier, source.document, fetchDocument)
      : source.problem
  // Only what was checked is read from here on.
  const { document } = checked
  if (checked.unreadable || document === undefined) {
    return { file, title: file, outcome: checked.outcome, steps: checked.steps }
  }
  const asOf = statusAsOf(checking.statuses, document)
  const steps = stepsOf(checking, { file, checked, document, asOf })
  const told = steps.some((step) => step.step === 'status' && step.outcome !== 'unknown')
  return {
    ...{ file, title: checked.summary?.title ?? file, steps },
    outcome: worstOf(steps.map(({ outcome }) => outcome)),
    ...(told && asOf !== undefined
      ? { statusAsOf: asOf.toISOString(), statusDaysOld: daysOld(asOf, now) }
      : {}),
  }
}

function isBrought(file: string): boolean {
  return file.startsWith(packNames.brought)
}

/** Perhaps in an envelope. */
function asItCame(content: Buffer): Parsed {
  return { document: content.toString('utf8') }
}

function readPacked(content: Buffer): Parsed {
  const parsed = parseCredential(content)
  const enveloped = parsed.problem === undefined && envelopeIn(parsed.document) !== undefined
  return enveloped ? { problem: inEnvelope } : parsed
}

const inEnvelope = unreadable(
  'This could not be read as a credential: it is in an envelope, and no pack of ours holds one.',
)

function stepsOf(
  checking: Checking,
  checked: {
    readonly file: string
    readonly checked: CheckedDocument
    readonly document: JsonObject
    readonly asOf: Date | undefined
  },
): readonly PackStep[] {
  const { pack, now } = checking
  const { file, document, asOf } = checked
  const { steps } = checked.checked
  const isSigned = steps.some((step) => step.step === 'signature' && step.outcome === 'valid')
  const holders = listOf(document.credentialSubject).map((one) => isObject(one) && one.id)
  const judged = steps.map((step): Step => {
    if (!isSigned) return withoutSignature(step, file)
    if (step.step === 'issuer') return issuerOf(checking, checked)
    return step.step === 'status' ? judgeStatus(step, asOf, now) : step
  })
  return [...judged, isBrought(file) ? heldElsewhere : judgeHolder(holders, pack.manifest)]
}

/** Of what was brought, the pack may not hold what its issuer answers. */
function withoutSignature(step: Step, file: string): Step {
  if (step.step === 'issuer') return notSigned
  if (step.step !== 'signature' || step.outcome !== 'unknown' || !isBrought(file)) return step
  return { ...step, message: `Not checkable offline. ${step.message}` }
}

const heldElsewhere: PackStep = {
  step: 'holder',
  outcome: 'unknown',
  message:
    'Brought from elsewhere by whom this pack is for. Whom it is made out to, ask its issuer, or compare it with photo ID.',
}

const notSigned: Step = {
  step: 'issuer',
  outcome: 'unknown',
  message: 'No signature that could be checked shows who issued it.',
}

function issuerOf(
  { pack, trusted, sealTrusted }: Checking,
  { file, document }: { readonly file: string; readonly document: JsonObject },
): Step {
  const { manifest, files } = pack
  const issuer = isObject(document.issuer) ? document.issuer.id : document.issuer
  const did = typeof issuer === 'string' ? issuer : ''
  const word = manifest.register.find((one) => one.file === file && one.issuer === did)
  const content = files.get(file)
  const isIts = content !== undefined && isAsListed(pack, file, content)
  return judgeIssuer({
    ...{ issuer: did, trusted: trusted.issuers.has(did), sealTrusted },
    word: isIts ? (word satisfies RegisterWord | undefined) : undefined,
    madeAt: new Date(manifest.madeAt),
  })
}

/** Its lists speak no later than the oldest of them. */
function statusAsOf(
  statuses: ReadonlyMap<string, JsonObject>,
  document: JsonObject,
): Date | undefined {
  const moments = listOf(document.credentialStatus).flatMap((entry) => {
    const list = isObject(entry) ? entry.statusListCredential : undefined
    const found = typeof list === 'string' ? statuses.get(list) : undefined
    const moment = readTimestamp(found?.validFrom)
    return moment === undefined ? [] : [moment]
  })
  return moments.toSorted((a, b) => a.getTime() - b.getTime())[0]
}

function step(name: PackStep['step'], outcome: Outcome, message: string): PackStep {
  return { step: name, outcome, message }
}
