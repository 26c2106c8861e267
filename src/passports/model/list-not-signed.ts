/** What was asked for and not confirmed this time: all of a request, or the rest of it. */
import type { SignOffRequest } from './sign-off-request.ts'
import type { Signing } from './signing.ts'

export interface NotSigned {
  readonly request: SignOffRequest
  readonly answeredAt: Date
  /** In the order asked. */
  readonly codes: readonly string[]
  /** What the colleague wrote when they signed nothing. */
  readonly reason?: string | undefined
  /** What they did sign of it. */
  readonly signing?: Signing | undefined
}

/** It goes when its section is asked for again at the level, of whomever. `requests`: latest first. */
export function listNotSigned(
  requests: readonly SignOffRequest[],
  signings: readonly Signing[],
): NotSigned[] {
  return requests.flatMap((request, index) => {
    const { answer, section, level } = request
    if (answer === undefined || answer.outcome === 'taken-back') return []
    const again = requests
      .slice(0, index)
      .some((later) => later.section === section && later.level === level)
    const signing = signings.find(({ requestId }) => requestId === request.id)
    const codes = unsignedCodes(request, signing)
    // Signed, and its signing is not among those given: nothing can be said of the rest.
    const unknown = answer.outcome === 'signed' && signing === undefined
    if (again || unknown || codes.length === 0) return []
    return [{ request, answeredAt: answer.at, codes, reason: answer.reason, signing }]
  })
}

/** What was asked for and not signed, in the order asked. A later withdrawal is another matter. */
export function unsignedCodes(
  { codes }: Pick<SignOffRequest, 'codes'>,
  signing: Pick<Signing, 'signOffs'> | undefined,
): readonly string[] {
  const signed = new Set(signing?.signOffs.map(({ code }) => code))
  return codes.filter((code) => !signed.has(code))
}
