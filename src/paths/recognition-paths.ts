import { queryOf } from './query-of.ts'

/** What organisations accept, what is shared with them, what they decided. */
export const recognitionPaths = {
  accepts: (slug: string) => `/orgs/${slug}/accepts`,
  acceptsJson: (slug: string) => `/orgs/${slug}/accepts.json`,
  changeAccepts: (slug: string) => `/orgs/${slug}/accepts/change`,
  agreements: (slug: string) => `/orgs/${slug}/agreements`,
  agreement: (slug: string, id: string) => `/orgs/${slug}/agreements/${id}`,
  recognitions: (slug: string) => `/orgs/${slug}/recognition`,
  recognition: (slug: string, share: string) => `/orgs/${slug}/recognition/${share}`,
  recogniseItem: (slug: string, share: string, item: string) =>
    `/orgs/${slug}/recognition/${share}/items/${item}`,
  stillToDo: (slug: string, share: string) => `/orgs/${slug}/recognition/${share}/to-do`,
  topUp: (slug: string, share: string, decision: string) =>
    `/orgs/${slug}/recognition/${share}/top-ups/${decision}`,
  takeBackTopUp: (slug: string, share: string, decision: string) =>
    `/orgs/${slug}/recognition/${share}/top-ups/${decision}/take-back`,
  whoAccepts: (search: Readonly<Record<string, string | undefined>> = {}) =>
    `/passport/accepted${queryOf(search)}`,
  ownRecognitions: () => '/passport/recognition',
  ownRecognition: (share: string) => `/passport/recognition/${share}`,
  shareWith: (slug: string) => `/passport/recognition/share/${slug}`,
  stopRecognition: (share: string) => `/passport/recognition/${share}/stop`,
  replyToDecision: (share: string) => `/passport/recognition/${share}/reply`,
}
