/** The four named steps over a document that somebody shows us, with our own register behind them. */
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import { type FetchDocument, fetchPublicDocument } from './fetch-document.ts'
import {
  type CheckedLists,
  type Elsewhere,
  findEnvelopesIssuer,
  findForeignIssuer,
  readForeignStatus,
} from './foreign-issuers.ts'
import { type CredentialSummary, summariseCredential } from './model/credential-summary.ts'
import { findRepeatedPart } from './model/find-repeated-part.ts'
import { pinnedContexts } from './model/pinned-contexts.ts'
import {
  type ClaimedCredential,
  isObject,
  type JsonObject,
  listOf,
  parseCredential,
  readCredential,
} from './model/read-credential.ts'
import { envelopeIn, isJwt, type Jwt, readJwt } from './model/read-jwt.ts'
import { judge, type Step, unreadable, type Verdict } from './model/verdict.ts'
import { verifyCredential } from './model/verify-credential.ts'
import { isOwnAddress, isOwnDid } from './own-addresses.ts'
import { findOwnIssuer, type OwnRegister, readOwnStatus } from './own-issuers.ts'
import { isPaperCode, readPaperCode } from './pack/model/paper-code.ts'

export interface Verifier {
  /** Without it there is no register: every issuer is looked up over https, and none is known. */
  readonly db?: Database | undefined
  readonly config: Pick<Config, 'baseUrl'>
  readonly now: () => Date
  /** Status lists elsewhere that were checked already, at this moment. */
  readonly lists?: CheckedLists | undefined
}

/** `unreadable` marks what could not be checked at all; there is no summary of that. */
export type CheckedDocument = Verdict & {
  readonly summary?: CredentialSummary | undefined
  /** What was checked, out of its envelope: nothing that stands beside it is signed. */
  readonly document?: JsonObject | undefined
}

/** Reads public tables only, and never inside a transaction: it may wait for an issuer far away. */
export async function verifyDocument(
  verifier: Verifier,
  source: unknown,
  fetchDocument: FetchDocument = fetchPublicDocument,
): Promise<CheckedDocument> {
  const parsed = parse(source)
  if (parsed.problem !== undefined) return parsed.problem
  const { jwt } = parsed
  const credential = readCredential(parsed.document)
  if ('outcome' in credential) return credential
  const problem = problemOfForm(credential, jwt)
  if (problem !== undefined) return unreadable(problem, 'not-supported')
  const { db, config, now, lists } = verifier
  const elsewhere = { now: now(), fetchDocument, lists, jwt }
  if (db === undefined) return checkWithoutRegister(credential, elsewhere)
  return checkWithRegister(credential, elsewhere, { db, baseUrl: config.baseUrl, now: now() })
}

type Source =
  | { readonly document: unknown; readonly jwt?: Jwt | undefined; readonly problem?: undefined }
  | { readonly problem: Verdict }

/** A document as it stands, as paper shows it, or in an envelope: then what the envelope holds. */
function parse(source: unknown): Source {
  if (typeof source === 'string' && isPaperCode(source)) {
    return parseCredential(readPaperCode(source) ?? '')
  }
  const text = envelopeText(source)
  if (text !== undefined) return open(text)
  const isText = typeof source === 'string' || source instanceof Uint8Array
  const parsed = isText ? parseCredential(source) : { document: source }
  const inside = parsed.problem === undefined ? envelopeIn(parsed.document) : undefined
  return inside === undefined ? parsed : open(inside)
}

function open(text: string): Source {
  const jwt = readJwt(text)
  return 'outcome' in jwt ? { problem: jwt } : { document: jwt.payload, jwt }
}

function envelopeText(source: unknown): string | undefined {
  const text = source instanceof Uint8Array ? Buffer.from(source).toString('latin1') : source
  if (typeof text !== 'string') return undefined
  const trimmed = text.trim()
  return isJwt(trimmed) ? trimmed : undefined
}

interface Asking extends Elsewhere {
  readonly jwt: Jwt | undefined
}

function findIssuerElsewhere(asking: Asking, did: string) {
  const { jwt } = asking
  return jwt === undefined
    ? findForeignIssuer(asking, did)
    : findEnvelopesIssuer(asking, did, jwt.header.kid)
}

async function checkWithRegister(
  credential: ClaimedCredential,
  elsewhere: Asking,
  register: OwnRegister,
): Promise<CheckedDocument> {
  const { document, issuer } = credential
  const own = isOwnDid(register.baseUrl, issuer)
    ? await findOwnIssuer(register, credential)
    : undefined
  const verdict = await verifyCredential(document, {
    ...{ now: elsewhere.now, jwt: elsewhere.jwt },
    findIssuer: async (did) => own ?? findIssuerElsewhere(elsewhere, did),
    readStatus: (entry) =>
      isOwnAddress(register.baseUrl, entry.list)
        ? readOwnStatus(register, issuer, entry)
        : readForeignStatus(elsewhere, issuer, entry),
  })
  return { ...verdict, document, summary: summariseCredential(document, verdict, own) }
}

async function checkWithoutRegister(
  { document, issuer }: ClaimedCredential,
  elsewhere: Asking,
): Promise<CheckedDocument> {
  const { steps } = await verifyCredential(document, {
    ...{ now: elsewhere.now, jwt: elsewhere.jwt },
    findIssuer: (did) => findIssuerElsewhere(elsewhere, did),
    readStatus: (entry) => readForeignStatus(elsewhere, issuer, entry),
  })
  const verdict = judge(steps.map(saidWithoutRegister))
  return { ...verdict, document, summary: summariseCredential(document, verdict, undefined) }
}

function saidWithoutRegister(step: Step): Step {
  if (step.step !== 'issuer') return step
  return {
    ...step,
    message: `${step.message} There is no register on this computer: issuers are looked up over https only.`,
  }
}

/** What would leave the signature without an answer whoever the issuer is. */
function problemOfForm(
  { document, proofs }: ClaimedCredential,
  jwt: Jwt | undefined,
): string | undefined {
  if (jwt === undefined && proofs.length > 0 && !proofs.some(isSupportedProof)) {
    return 'This cannot be checked here: it is not signed with a DataIntegrityProof of the kind eddsa-rdfc-2022 or eddsa-jcs-2022.'
  }
  const repeated = findRepeatedPart(document)
  if (repeated !== undefined) {
    return `This cannot be checked here: it describes ${repeated.slice(0, 200)} in two places, so it could be read in two ways.`
  }
  const unknown = listContexts(document, 0).find((address) => !pinnedContexts.has(address))
  if (unknown === undefined) return undefined
  return `This cannot be checked here: it uses a vocabulary that is not known, ${unknown.slice(0, 200)}. Vocabularies are never fetched.`
}

function isSupportedProof(proof: unknown): boolean {
  return (
    isObject(proof) &&
    proof.type === 'DataIntegrityProof' &&
    (proof.cryptosuite === 'eddsa-rdfc-2022' || proof.cryptosuite === 'eddsa-jcs-2022')
  )
}

const deepest = 64

function listContexts(value: unknown, depth: number): string[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return []
  return Object.entries(value).flatMap(([name, part]) =>
    name === '@context'
      ? listOf(part).filter((context) => typeof context === 'string')
      : listContexts(part, depth + 1),
  )
}
