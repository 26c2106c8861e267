/** What is posted to make a leaving pack. */
import { chosenField, readId, textField } from '../../web/posted-form.ts'
import type { PaperChoice } from './model/paper-record.ts'

export interface LeavingForm {
  /** The id of the link to print, where one was asked for; it was made with the form. */
  readonly shareId?: string | undefined
  readonly choice: PaperChoice
}

export function leavingForm(body: unknown): LeavingForm {
  const isChosen = (field: string) => chosenField(body, field, ['yes']).includes('yes')
  return {
    shareId: isChosen('link') ? readId(textField(body, 'id')) : undefined,
    choice: { private: isChosen('private'), lived: isChosen('lived') },
  }
}
