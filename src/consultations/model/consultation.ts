/** What is asked, and the text it is asked about. */
import type { Edition } from '../../frameworks/model/framework.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { PageContent } from './resolve-anchors.ts'

export interface Consultation {
  readonly questionnaire: Questionnaire
  readonly edition: Edition
  /** What stands on each page of the consulted layout. */
  readonly pages: readonly PageContent[]
}
