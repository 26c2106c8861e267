import { queryOf } from './query-of.ts'

type Asked = string | undefined

const draft = (id: string) => `/drafts/${id}`

/** Editions while they are written. A thing is named as `draft_thing` names it: `statement/7.1-entry`. */
export const draftsPaths = {
  drafts: () => '/drafts',
  beginDraft: (from?: Asked) => `/drafts/begin${queryOf({ from })}`,
  draft: (id: string, done?: Asked) => `${draft(id)}${queryOf({ done })}`,
  draftList: (id: string, of?: Asked, done?: Asked) => `${draft(id)}/list${queryOf({ of, done })}`,
  draftThing: (id: string, of?: Asked, done?: Asked) =>
    `${draft(id)}/thing${queryOf({ of, done })}`,
  addToDraft: (id: string, to?: Asked) => `${draft(id)}/add${queryOf({ to })}`,
  moveInDraft: (id: string) => `${draft(id)}/move`,
  takeOutOfDraft: (id: string, of?: Asked) => `${draft(id)}/take-out${queryOf({ of })}`,
  renumberInDraft: (id: string, of?: Asked) => `${draft(id)}/renumber${queryOf({ of })}`,
  draftHistory: (id: string, of?: Asked, done?: Asked) =>
    `${draft(id)}/history${queryOf({ of, done })}`,
  putBackInDraft: (id: string) => `${draft(id)}/put-back`,
  undoInDraft: (id: string) => `${draft(id)}/undo`,
}
