/** A holder's goals and their steps: theirs alone. */
import { randomUUID } from 'node:crypto'
import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

const ofGoal: RouteRule = { may: ['owner'], params: ({ goal }: WorldRecord) => ({ id: goal }) }
const ofStep: RouteRule = {
  may: ['owner'],
  params: ({ goal, goalStep }: WorldRecord) => ({ id: goal, step: goalStep }),
}
const own = { words: 'Ask for a shift with her', helper: 'supervisor' }

export const goalsRules: RouteRules = {
  'GET /development': { may: ['signed-in'] },
  'GET /pathways': { may: ['anybody'] },
  'GET /pathways/:slug': {
    may: ['anybody'],
    params: () => ({ slug: 'first-job-in-support' }),
    of: ['holder'],
  },
  'GET /development/pathways': { may: ['signed-in'] },
  'GET /development/pathways/:slug': {
    may: ['signed-in'],
    params: () => ({ slug: 'first-job-in-support' }),
    of: ['holder'],
  },
  'GET /development/goals': { may: ['signed-in'] },
  'GET /development/goals/new': { may: ['signed-in'] },
  'POST /development/goals/new': { may: ['signed-in'], body: () => ({ kind: 'deepen' }) },
  'GET /development/goals/new/:kind': {
    may: ['signed-in'],
    params: () => ({ kind: 'deepen' }),
    of: ['holder'],
  },
  'POST /development/goals/new/:kind': {
    may: ['signed-in'],
    params: () => ({ kind: 'deepen' }),
    body: () => ({ id: randomUUID(), words: 'To listen well' }),
    of: ['holder'],
  },
  'GET /development/goals/:id': ofGoal,
  'GET /development/goals/:id/change': ofGoal,
  'POST /development/goals/:id/change': {
    ...ofGoal,
    body: () => ({ version: '1', words: 'To listen better' }),
  },
  'POST /development/goals/:id/state': { ...ofGoal, body: () => ({ state: 'completed' }) },
  'POST /development/goals/:id/shown': { ...ofGoal, body: () => ({ shared: 'yes' }) },
  'GET /development/goals/:id/take-out': ofGoal,
  'POST /development/goals/:id/take-out': ofGoal,
  'GET /development/goals/:id/steps': ofGoal,
  'POST /development/goals/:id/steps': { ...ofGoal, body: () => ({ id: randomUUID(), ...own }) },
  'GET /development/goals/:id/steps/:step': ofStep,
  'POST /development/goals/:id/steps/:step': { ...ofStep, body: () => ({ version: '1', ...own }) },
  'POST /development/goals/:id/steps/:step/state': { ...ofStep, body: () => ({ state: 'done' }) },
}
