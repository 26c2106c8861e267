import type { RouteRule, RouteRules } from '../route-rule.ts'
import { dayFields } from './day-fields.ts'

const two: Pick<RouteRule, 'may'> = { may: ['owner', 'assessor'] }
const worker: Pick<RouteRule, 'params'> = { params: ({ personId }) => ({ worker: personId }) }
const taken: Pick<RouteRule, 'params'> = { params: ({ takenTask }) => ({ id: takenTask }) }
const keepers: Pick<RouteRule, 'may'> = { may: ['any-manager', 'any-delegator'] }

export const delegationsRules: RouteRules = {
  'GET /delegations': { may: ['signed-in'] },
  'GET /delegations/tasks': { may: ['signed-in'] },
  'GET /delegations/tasks/:task': {
    ...{ may: ['signed-in'], of: ['holder'] },
    params: () => ({ task: 'kitchen-practice' }),
  },
  'GET /delegations/record': { may: ['signed-in'] },
  'GET /delegations/record.csv': { may: ['signed-in'] },
  'GET /delegations/code': { may: ['signed-in'] },
  'POST /delegations/code': {
    may: ['signed-in'],
    body: () => ({ employer: 'own:employer' }),
    of: ['holder'],
  },
  'POST /delegations/code/:id/end': { may: ['owner'], params: ({ opening }) => ({ id: opening }) },
  'GET /delegations/local-tasks': keepers,
  'POST /delegations/local-tasks': { ...keepers, body: () => ({}), of: ['holder'], gives: 422 },
  'POST /delegations/local-tasks/:id/take-out': {
    may: ['manager', 'delegator-there'],
    params: ({ localTask }) => ({ id: localTask }),
  },
  'GET /delegations/new': { may: ['any-delegator'] },
  'POST /delegations/new/code': {
    ...{ may: ['any-delegator'], of: ['holder'], gives: 422 },
    body: () => ({ code: 'NOTHINGATALL' }),
  },
  // Nobody here has a registration on record who has the permission: the feature's own tests ask.
  'GET /delegations/new/:worker': { ...worker, may: ['nobody'] },
  'GET /delegations/new/:worker/decide': { ...worker, may: ['nobody'] },
  'POST /delegations/new/:worker/decide': { ...worker, may: ['nobody'], body: () => ({}) },
  'GET /delegations/:id': { ...two, ...taken },
  'POST /delegations/:id/answer': {
    may: ['owner'],
    params: ({ askedTask }) => ({ id: askedTask }),
    body: () => ({ answer: 'refused' }),
  },
  'POST /delegations/:id/step': { ...two, ...taken, body: () => ({ kind: 'paused' }) },
  'POST /delegations/:id/review': { ...two, ...taken, body: () => dayFields('review', 30) },
  'GET /delegations/:id/hand-over': { ...taken, may: ['assessor', 'manager'] },
  'POST /delegations/:id/hand-over': {
    ...{ ...taken, may: ['assessor', 'manager'], gives: 422 },
    body: () => ({}),
  },
  'POST /delegations/:id/hand-over/answer': {
    may: ['issuer'],
    params: ({ handedTask }) => ({ id: handedTask }),
    body: () => ({ answer: 'not-taken' }),
  },
  'GET /delegations/glance': { may: ['signed-in'] },
  'GET /delegations/glance/:worker': { ...worker, may: ['assessor'] },
}
