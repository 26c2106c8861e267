import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

const ofSupervising = ({ supervising }: WorldRecord) => ({ id: supervising })
const ofSession = ({ supervisionSession }: WorldRecord) => ({ id: supervisionSession })
const ofAction = ({ agreedAction }: WorldRecord) => ({ id: agreedAction })
const ofAppraisal = ({ appraisal }: WorldRecord) => ({ id: appraisal })
const ofItem = ({ appraisal, planItem }: WorldRecord) => ({ id: appraisal, item: planItem })
/** The worker and whoever supervises them; nobody who manages. */
const both: Pick<RouteRule, 'may'> = { may: ['owner', 'assessor'] }
const empty = { body: () => ({}) }

export const supervisionRules: RouteRules = {
  'GET /supervision': { may: ['signed-in'] },
  'GET /supervision/ask': { may: ['signed-in'] },
  'POST /supervision/ask': { may: ['signed-in'], ...empty, gives: 422, of: ['holder'] },
  'GET /supervision/record': { may: ['signed-in'] },
  'GET /supervision/record.csv': { may: ['signed-in'] },
  'GET /supervision/with/:id': { ...both, params: ofSupervising },
  'POST /supervision/with/:id/agree': { ...both, params: ofSupervising },
  'POST /supervision/with/:id/end': { ...both, params: ofSupervising },
  'POST /supervision/with/:id/plan': { ...both, params: ofSupervising, ...planned(), gives: 303 },
  // Nobody took over from anybody here.
  'POST /supervision/with/:id/show-earlier': {
    ...{ may: ['nobody'], params: ofSupervising, body: () => ({ shown: 'yes' }) },
  },
  'POST /supervision/with/:id/appraisal': { ...both, params: ofSupervising },
  'GET /supervision/with/:id/hand-over': {
    ...{ may: ['assessor'], params: ofSupervising },
  },
  'POST /supervision/with/:id/hand-over': {
    ...{ may: ['assessor'], params: ofSupervising, ...empty, gives: 422 },
  },
  'GET /supervision/:id': { ...both, params: ofSession },
  'POST /supervision/:id/confirm': { ...both, params: ofSession, body: () => ({ seen: '' }) },
  // They have not both confirmed it.
  'POST /supervision/:id/correct': {
    ...{ ...both, params: ofSession, gives: 409 },
    body: ({ appraisal }) => ({ id: appraisal, words: 'It was longer.' }),
  },
  // A goal that is shown is offered by its id, which opens nothing for a supervisor.
  'GET /supervision/:id/agenda': { ...both, params: ofSession, shows: ['own-id'] },
  'POST /supervision/:id/agenda': { ...both, params: ofSession, body: () => ({ words: 'Rota' }) },
  'GET /supervision/:id/move': { ...both, params: ofSession },
  'POST /supervision/:id/move': { ...both, params: ofSession, ...planned() },
  'GET /supervision/:id/write': { ...both, params: ofSession },
  'POST /supervision/:id/write': { ...both, params: ofSession, ...empty, gives: 422 },
  'GET /supervision/:id/reflection': { ...both, params: ofSession },
  'POST /supervision/:id/reflection': { ...both, params: ofSession, ...empty, gives: 422 },
  'GET /supervision/:id/actions': { ...both, params: ofSession },
  'POST /supervision/:id/actions': { ...both, params: ofSession, ...empty, gives: 422 },
  'GET /supervision/actions/:id': { ...both, params: ofAction },
  'POST /supervision/actions/:id': { ...both, params: ofAction, ...empty, gives: 422 },
  'GET /team/supervision': { may: ['signed-in'] },
  'GET /team/supervision/ask': { may: ['signed-in'] },
  'POST /team/supervision/ask': { may: ['signed-in'], ...empty, gives: 422, of: ['holder'] },
  'GET /appraisal': { may: ['signed-in'] },
  'GET /appraisal/:id': { ...both, params: ofAppraisal },
  'POST /appraisal/:id/agree': { ...both, params: ofAppraisal, body: () => ({ seen: '' }) },
  'GET /appraisal/:id/prepare': { may: ['owner'], params: ofAppraisal },
  'POST /appraisal/:id/prepare': {
    ...{ may: ['owner'], params: ofAppraisal, body: () => ({ version: '1', 'and-then': 'later' }) },
  },
  'GET /appraisal/:id/meeting': { ...both, params: ofAppraisal },
  'POST /appraisal/:id/meeting': { ...both, params: ofAppraisal, ...empty, gives: 422 },
  'GET /appraisal/:id/plan': { ...both, params: ofAppraisal },
  'POST /appraisal/:id/plan': { ...both, params: ofAppraisal, ...empty, gives: 422 },
  'GET /appraisal/:id/plan/:item': { ...both, params: ofItem },
  'POST /appraisal/:id/plan/:item': { ...both, params: ofItem, ...empty, gives: 422 },
}

function planned() {
  const soon = new Date(Date.now() + 9 * 86_400_000)
  return {
    body: () => ({
      'planned-day': String(soon.getUTCDate()),
      'planned-month': String(soon.getUTCMonth() + 1),
      'planned-year': String(soon.getUTCFullYear()),
    }),
  }
}
