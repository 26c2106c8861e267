import { queryOf } from './query-of.ts'

/** Supervision and appraisal: the worker's side, and the supervisor's. */
export const supervisionPaths = {
  supervision: (done?: string | undefined) => `/supervision${queryOf({ done })}`,
  askToSupervise: () => '/supervision/ask',
  supervising: (id: string, done?: string | undefined) =>
    `/supervision/with/${id}${queryOf({ done })}`,
  agreeSupervising: (id: string) => `/supervision/with/${id}/agree`,
  endSupervising: (id: string) => `/supervision/with/${id}/end`,
  showEarlierNotes: (id: string) => `/supervision/with/${id}/show-earlier`,
  planSession: (id: string) => `/supervision/with/${id}/plan`,
  handOverSupervising: (id: string) => `/supervision/with/${id}/hand-over`,
  supervisionSession: (id: string, done?: string | undefined) =>
    `/supervision/${id}${queryOf({ done })}`,
  supervisionAgenda: (id: string) => `/supervision/${id}/agenda`,
  writeSession: (id: string) => `/supervision/${id}/write`,
  moveSession: (id: string) => `/supervision/${id}/move`,
  confirmSession: (id: string) => `/supervision/${id}/confirm`,
  correctSession: (id: string) => `/supervision/${id}/correct`,
  reflectOnSession: (id: string) => `/supervision/${id}/reflection`,
  addAgreedAction: (id: string) => `/supervision/${id}/actions`,
  agreedAction: (id: string) => `/supervision/actions/${id}`,
  supervisionRecord: () => '/supervision/record',
  supervisionRecordCsv: () => '/supervision/record.csv',
  teamSupervision: (done?: string | undefined) => `/team/supervision${queryOf({ done })}`,
  offerSupervision: () => '/team/supervision/ask',

  appraisals: () => '/appraisal',
  beginAppraisal: (supervising: string) => `/supervision/with/${supervising}/appraisal`,
  prepareAppraisal: (id: string) => `/appraisal/${id}/prepare`,
  meetForAppraisal: (id: string) => `/appraisal/${id}/meeting`,
  addPlanItem: (id: string) => `/appraisal/${id}/plan`,
  planItem: (id: string, item: string) => `/appraisal/${id}/plan/${item}`,
  agreePlan: (id: string) => `/appraisal/${id}/agree`,
  appraisal: (id: string, done?: string | undefined) => `/appraisal/${id}${queryOf({ done })}`,
}
