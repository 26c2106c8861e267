import type { CourseMode, CourseNation } from './course.ts'

/** What somebody looks for, as the form has it. */
export interface FindEntered {
  /** A kind of gap, "any", or the code of a section. Empty: nothing was chosen yet. */
  readonly covers: string
  readonly mode: CourseMode | undefined
  readonly nation: CourseNation | undefined
  readonly place: string
  readonly hours: string
  readonly cost: string
  readonly page: number
}
