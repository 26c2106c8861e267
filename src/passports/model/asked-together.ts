/** Requests that were sent to several colleagues at once, and are one asking to the worker. */
import { isOpen, type SignOffRequest } from './sign-off-request.ts'

/** One asking that somebody can still sign. */
export interface Waiting {
  /** Takes all of them back. */
  readonly request: SignOffRequest
  /** Names of all who were asked: who has declined matters only once nobody is left. */
  readonly of: readonly string[]
}

/** This one, and those sent with it. */
export function askedWith(
  request: SignOffRequest,
  requests: readonly SignOffRequest[],
): readonly SignOffRequest[] {
  if (request.together === undefined) return [request]
  return requests.filter(({ together }) => together === request.together)
}

/** In the order given, each asking once. */
export function listWaiting(requests: readonly SignOffRequest[]): Waiting[] {
  return requests
    .filter(isOpen)
    .filter(
      (request, index, open) =>
        request.together === undefined ||
        open.findIndex(({ together }) => together === request.together) === index,
    )
    .map((request) => ({ request, of: namesAsked(request, requests) }))
}

export function namesAsked(
  request: SignOffRequest,
  requests: readonly SignOffRequest[],
): readonly string[] {
  return askedWith(request, requests)
    .map(({ assessorName }) => assessorName)
    .toSorted()
}
