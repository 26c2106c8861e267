import type { DraftState } from './draft.ts'

/** How far a draft is, as every page says it. */
export const stateNames: Readonly<Record<DraftState, string>> = {
  writing: 'Being written',
  'in-review': 'In review',
  approved: 'Approved',
  published: 'Published',
  'set-aside': 'Set aside',
}
