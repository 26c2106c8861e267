import { queryOf } from './query-of.ts'

/** A worker’s own development: goals, and the pathways that are open to everybody. */
export const developmentPaths = {
  development: () => '/development',
  goals: (done?: string | undefined) => `/development/goals${queryOf({ done })}`,
  newGoal: (kind?: string | undefined, level?: string | undefined) =>
    kind === undefined
      ? '/development/goals/new'
      : `/development/goals/new/${kind}${queryOf({ level })}`,
  goal: (id: string, done?: string | undefined) => `/development/goals/${id}${queryOf({ done })}`,
  changeGoal: (id: string) => `/development/goals/${id}/change`,
  goalState: (id: string) => `/development/goals/${id}/state`,
  goalShown: (id: string) => `/development/goals/${id}/shown`,
  takeOutGoal: (id: string) => `/development/goals/${id}/take-out`,
  goalSteps: (id: string) => `/development/goals/${id}/steps`,
  goalStep: (id: string, step: string) => `/development/goals/${id}/steps/${step}`,
  goalStepState: (id: string, step: string) => `/development/goals/${id}/steps/${step}/state`,
  pathways: (search: Readonly<Record<string, string | undefined>> = {}) =>
    `/pathways${queryOf(search)}`,
  pathway: (slug: string) => `/pathways/${slug}`,
  ownPathways: () => '/development/pathways',
  ownPathway: (slug: string) => `/development/pathways/${slug}`,
}
