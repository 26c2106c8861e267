/** What was asked for and not confirmed this time: all of a request, or the rest of it. */
import { askedWith } from './asked-together.ts'
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
  /** Declined too, where several were asked at once. */
  readonly others?: readonly SignOffRequest[] | undefined
}

/** It goes when its section is asked for again at the level, of whomever. `requests`: latest first. */
export function listNotSigned(
  requests: readonly SignOffRequest[],
  signings: readonly Signing[],
): NotSigned[] {
  return requests.flatMap((request, index) => {
    const { answer, section, level } = request
    if (answer === undefined || answer.outcome === 'taken-back') return []
    const asked = askedWith(request, requests)
    if (!speaksForAll(request, asked)) return []
    const again = requests
      .slice(0, index)
      .some((later) => later.section === section && later.level === level && !asked.includes(later))
    const signing = signings.find(({ requestId }) => requestId === request.id)
    const codes = unsignedCodes(request, signing)
    // Signed, and its signing is not among those given: nothing can be said of the rest.
    const unknown = answer.outcome === 'signed' && signing === undefined
    if (again || unknown || codes.length === 0) return []
    const others = answer.outcome === 'declined' ? asked.filter((one) => one !== request) : []
    return [{ request, answeredAt: answer.at, codes, reason: answer.reason, signing, others }]
  })
}

/** Of several who were asked at once: whoever signed, or the latest once all have declined. */
function speaksForAll(request: SignOffRequest, asked: readonly SignOffRequest[]): boolean {
  if (request.answer?.outcome !== 'declined') return request.answer?.outcome === 'signed'
  if (asked.some(({ answer }) => answer?.outcome !== 'declined')) return false
  const [latest] = asked.toSorted((one, other) => answeredAt(other) - answeredAt(one))
  return latest === request
}

function answeredAt({ answer }: SignOffRequest): number {
  return answer?.at.getTime() ?? 0
}

/** What was asked for and not signed, in the order asked. A later withdrawal is another matter. */
export function unsignedCodes(
  { codes }: Pick<SignOffRequest, 'codes'>,
  signing: Pick<Signing, 'signOffs'> | undefined,
): readonly string[] {
  const signed = new Set(signing?.signOffs.map(({ code }) => code))
  return codes.filter((code) => !signed.has(code))
}
