import { queryOf } from './query-of.ts'

const draft = (id: string) => `/drafts/${id}`

interface FindingsAsked {
  readonly severity?: string | undefined
  readonly code?: string | undefined
  readonly page?: string | undefined
  readonly done?: string | undefined
  readonly left?: string | undefined
}

/** Who works on a draft, what they say of it, and how it becomes an edition. */
export const reviewPaths = {
  draftPeople: (id: string, done?: string | undefined) => `${draft(id)}/people${queryOf({ done })}`,
  askForDraft: (id: string) => `${draft(id)}/people/ask`,
  takeBackDraftInvitation: (id: string, invitation: string) =>
    `${draft(id)}/people/asked/${invitation}/take-back`,
  endDraftPerson: (id: string, person: string) => `${draft(id)}/people/${person}/end`,
  draftInvitation: (invitation: string) => `/draft-invitations/${invitation}`,
  draftComments: (
    id: string,
    shown: {
      readonly thing?: string | undefined
      readonly settled?: string | undefined
      readonly done?: string | undefined
    } = {},
  ) => `${draft(id)}/comments${queryOf({ ...shown })}`,
  replyToDraftComment: (id: string, comment: string) => `${draft(id)}/comments/${comment}/reply`,
  settleDraftComment: (id: string, comment: string) => `${draft(id)}/comments/${comment}/settle`,
  reopenDraftComment: (id: string, comment: string) => `${draft(id)}/comments/${comment}/reopen`,
  draftFindings: (id: string, asked: FindingsAsked = {}) =>
    `${draft(id)}/findings${queryOf({ ...asked })}`,
  takeSuggestion: (id: string) => `${draft(id)}/findings/take`,
  draftSuggestions: (id: string, asked: FindingsAsked = {}) =>
    `${draft(id)}/findings/suggestions${queryOf({ ...asked })}`,
  draftWaivers: (id: string, done?: string | undefined) =>
    `${draft(id)}/waivers${queryOf({ done })}`,
  waiveFinding: (
    id: string,
    finding: {
      readonly code?: string | undefined
      readonly at?: string | undefined
      readonly start?: string | undefined
    } = {},
  ) => `${draft(id)}/waivers/add${queryOf({ ...finding })}`,
  endWaiver: (id: string, waiver: string) => `${draft(id)}/waivers/${waiver}/end`,
  draftReview: (id: string, done?: string | undefined) => `${draft(id)}/review${queryOf({ done })}`,
  sendForReview: (id: string) => `${draft(id)}/review/send`,
  takeBackToWriting: (id: string) => `${draft(id)}/review/take-back`,
  answerReview: (id: string) => `${draft(id)}/review/answer`,
  approveDraft: (id: string) => `${draft(id)}/review/approve`,
  draftPublish: (id: string, done?: string | undefined) =>
    `${draft(id)}/publish${queryOf({ done })}`,
  stewardsEditions: (done?: string | undefined) => `/stewards/editions${queryOf({ done })}`,
  withdrawEdition: (ref: string) => `/stewards/editions/${ref}/withdraw`,
  editionRecord: (ref: string) => `/frameworks/${ref}/record`,
}
