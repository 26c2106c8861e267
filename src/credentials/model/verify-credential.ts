import type { ContextLibrary } from './active-context.ts'
import { checkDates } from './check-dates.ts'
import { checkJwt, checkJwtDates } from './check-jwt.ts'
import { checkSignature, type IssuerLookup } from './check-signature.ts'
import { checkStatus, type ReadStatus } from './check-status.ts'
import { readCredential } from './read-credential.ts'
import type { Jwt } from './read-jwt.ts'
import { judge, type Outcome, type Step, type Verdict } from './verdict.ts'

export type FindIssuer = (did: string) => Promise<IssuerLookup>

export type Verification = {
  readonly now: Date
  readonly findIssuer: FindIssuer
  readonly readStatus: ReadStatus
  /** for tests that need contexts of their own; everything else uses the pinned ones */
  readonly contexts?: ContextLibrary | undefined
  /** Where it came in an envelope, which is then what was signed. */
  readonly jwt?: Jwt | undefined
}

/** The four named steps over a document from a stranger. Whatever was not checked is unknown. */
export async function verifyCredential(
  document: unknown,
  { now, findIssuer, readStatus, contexts, jwt }: Verification,
): Promise<Verdict> {
  const credential = readCredential(document)
  if ('outcome' in credential) return credential
  const found = await findIssuer(credential.issuer)
  const check = { now, found, contexts }
  const signature =
    jwt === undefined ? await checkSignature(credential, check) : checkJwt(jwt, credential, check)
  const dates =
    jwt === undefined
      ? checkDates(credential.document, now)
      : checkJwtDates(jwt, credential.document, now)
  if (signature.outcome !== 'valid') {
    return judge([signature, claimedIssuer(found), claimedStatus(), claimedDates(dates)])
  }
  const status = await checkStatus(credential.document, readStatus)
  return judge([signature, issuerStep(found), status, dates])
}

function issuerStep(found: IssuerLookup): Step {
  if (found === 'unreachable') {
    return step(
      'issuer',
      'unknown',
      'The issuer could not be looked up, so it is not known who it is.',
    )
  }
  if (!found.known) {
    return step(
      'issuer',
      'unknown',
      'The issuer is not in the register here, so it is not known who it is.',
    )
  }
  if (found.standing !== undefined) {
    return step('issuer', found.standing.outcome, found.standing.message)
  }
  return step(
    'issuer',
    'valid',
    `Issued by ${found.name ?? 'an issuer'}, which is in the register here.`,
  )
}

function claimedIssuer(found: IssuerLookup): Step {
  const isKnown = found !== 'unreachable' && found.known
  const named = isKnown
    ? `The document names ${found.name ?? 'an issuer'}, which is in the register here`
    : 'The document names an issuer that is not known here'
  return step('issuer', 'unknown', `${named}, but no signature shows that it comes from there.`)
}

function claimedStatus(): Step {
  return step(
    'status',
    'unknown',
    'Withdrawal was not looked up, because no signature vouches for where the document points.',
  )
}

function claimedDates(claimed: Step): Step {
  const outcome = claimed.outcome === 'invalid' ? 'invalid' : 'unknown'
  return step(
    'date',
    outcome,
    `By its own dates, which no signature vouches for: ${claimed.message}`,
  )
}

function step(name: Step['step'], outcome: Outcome, message: string): Step {
  return { step: name, outcome, message }
}
