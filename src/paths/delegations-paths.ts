import { queryOf } from './query-of.ts'

/** Tasks that registered professionals hand over to workers. */
export const delegationsPaths = {
  delegations: (done?: string | undefined) => `/delegations${queryOf({ done })}`,
  delegationTasks: (search: Readonly<Record<string, string | undefined>> = {}) =>
    `/delegations/tasks${queryOf(search)}`,
  mayIBeAsked: (task: string, level?: string | undefined) =>
    `/delegations/tasks/${task}${queryOf({ level })}`,
  localTasks: (done?: string | undefined) => `/delegations/local-tasks${queryOf({ done })}`,
  takeOutLocalTask: (id: string) => `/delegations/local-tasks/${id}/take-out`,
  delegate: (search: Readonly<Record<string, string | undefined>> = {}) =>
    `/delegations/new${queryOf(search)}`,
  openWorker: () => '/delegations/new/code',
  delegateTo: (worker: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    `/delegations/new/${worker}${queryOf(search)}`,
  decideToDelegate: (worker: string) => `/delegations/new/${worker}/decide`,
  delegation: (id: string, done?: string | undefined) => `/delegations/${id}${queryOf({ done })}`,
  stepInDelegation: (id: string) => `/delegations/${id}/step`,
  answerDelegation: (id: string) => `/delegations/${id}/answer`,
  moveDelegationReview: (id: string) => `/delegations/${id}/review`,
  handOverDelegation: (id: string) => `/delegations/${id}/hand-over`,
  answerHandOver: (id: string) => `/delegations/${id}/hand-over/answer`,
  delegationCode: () => '/delegations/code',
  endDelegationCode: (id: string) => `/delegations/code/${id}/end`,
  delegationGlance: (worker?: string | undefined) =>
    worker === undefined ? '/delegations/glance' : `/delegations/glance/${worker}`,
  delegationRecord: () => '/delegations/record',
  delegationRecordFile: () => '/delegations/record.csv',
}
