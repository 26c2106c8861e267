/** An appraisal: prepared by the worker, talked over by both, and ending in a plan that both agree on. */
import type { Side } from '../../supervision/model/supervising.ts'

export interface Appraisal {
  readonly id: string
  readonly supervisingId: string
  readonly workerId: string
  readonly supervisorId: string
  readonly workerName: string
  readonly supervisorName: string
  /** The worker shows what they prepared. */
  readonly shared: boolean
  /** YYYY-MM-DD */
  readonly meetingOn?: string | undefined
  readonly reviewOn?: string | undefined
  readonly agreed: Readonly<Record<Side, boolean>>
  readonly agreedOn?: string | undefined
  /** The supervision goes on, so that it can still be written. */
  readonly open: boolean
}

/** What the worker says: own words under prompts, and three things they choose from their passport. */
export interface Preparation {
  readonly wentWell: string
  readonly hard: string
  readonly next: string
  readonly help: string
  readonly shown: readonly Shown[]
}

export interface Shown {
  /** `entry:…` or `signing:…`. */
  readonly key: string
  readonly words: string
}

export const mostShown = 3

export const noPreparation: Preparation = {
  ...{ wentWell: '', hard: '', next: '', help: '', shown: [] },
}

export const prompts = [
  {
    field: 'wentWell',
    label: 'What went well?',
    hint: 'Something you are proud of. When did somebody say thank you? What can you do now that you could not a year ago?',
  },
  {
    field: 'hard',
    label: 'What was hard?',
    hint: 'What got in the way? What would you like to do differently?',
  },
  {
    field: 'next',
    label: 'What do you want next?',
    hint: 'To get better where you are, to try another place, to move on: each is as good as the other.',
  },
  {
    field: 'help',
    label: 'What would help you?',
    hint: 'Time, a course, somebody to watch, equipment, other hours.',
  },
] as const

export const planKinds = ['statement', 'goal', 'learning', 'other'] as const
export type PlanKind = (typeof planKinds)[number]
export const planKindWords: Readonly<Record<PlanKind, string>> = {
  statement: 'A statement of the framework',
  goal: 'A goal',
  learning: 'Something to learn',
  other: 'Something else',
}

export const planStates = ['planned', 'done', 'still-going', 'no-longer', 'taken-off'] as const
export type PlanState = (typeof planStates)[number]
export const planStateWords: Readonly<Record<PlanState, string>> = {
  planned: 'Planned',
  done: 'Done',
  'still-going': 'Still going',
  'no-longer': 'No longer',
  'taken-off': 'Taken off',
}

export interface PlanFields {
  readonly kind: PlanKind
  readonly words: string
  readonly helper?: string | undefined
  readonly byOn?: string | undefined
  readonly state: PlanState
}

export interface PlanItem extends PlanFields {
  readonly id: string
  readonly version: number
}

export type AppraisalStep = 'preparing' | 'meeting' | 'planning' | 'agreed' | 'closed'

export function stepOf(
  { shared, meetingOn, agreedOn, open }: Appraisal,
  plan: readonly PlanItem[],
): AppraisalStep {
  if (agreedOn !== undefined) return 'agreed'
  if (!open) return 'closed'
  if (!shared) return 'preparing'
  return meetingOn === undefined && plan.length === 0 ? 'meeting' : 'planning'
}

/** What one side has to do now, in words; undefined where nothing waits for them. */
export function turnOf(
  appraisal: Appraisal,
  plan: readonly PlanItem[],
  { side, today }: { readonly side: Side; readonly today: string },
): string | undefined {
  const other = side === 'worker' ? 'supervisor' : 'worker'
  switch (stepOf(appraisal, plan)) {
    case 'preparing':
      return side === 'worker' ? 'Prepare it, and show it when you are ready' : undefined
    case 'meeting':
      return 'Meet, and write down what you talked about'
    case 'planning':
      if (appraisal.agreed[side]) return undefined
      if (plan.length === 0) return 'Put in the plan what comes next'
      return appraisal.agreed[other]
        ? 'Read the plan, and agree to it'
        : 'Finish the plan, and agree to it'
    case 'agreed':
      return isReviewDue(appraisal, plan, today) ? 'Look at the plan again together' : undefined
    case 'closed':
      return undefined
  }
}

/** The day has come, and something in the plan has not been looked at. */
export function isReviewDue(
  { agreedOn, reviewOn }: Appraisal,
  plan: readonly PlanItem[],
  today: string,
): boolean {
  if (agreedOn === undefined || reviewOn === undefined || today < reviewOn) return false
  return plan.some(({ state }) => state === 'planned')
}

/** All that is agreed to, as one text: whoever agrees says which of it they have read. */
export function planContent(
  { meetingOn, reviewOn }: Pick<Appraisal, 'meetingOn' | 'reviewOn'>,
  written: {
    readonly plan: readonly Pick<PlanItem, 'id' | 'version'>[]
    readonly notes: readonly { readonly authorId: string; readonly version: number }[]
    readonly preparation: { readonly version: number }
  },
): string {
  const items = written.plan.map(({ id, version }) => `${id} ${version}`).sort()
  const notes = written.notes.map(({ authorId, version }) => `${authorId} ${version}`).sort()
  const days = [meetingOn ?? '', reviewOn ?? '']
  return JSON.stringify([...days, items, notes, written.preparation.version])
}

export function comparePlanItems(one: PlanFields, other: PlanFields): (keyof PlanFields)[] {
  const fields = ['kind', 'words', 'helper', 'byOn', 'state'] as const
  return fields.filter((field) => one[field] !== other[field])
}
