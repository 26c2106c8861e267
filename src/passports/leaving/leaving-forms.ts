/** What is posted to make a leaving pack. */
import { chosenField, readId, textField } from '../../web/posted-form.ts'

/** The id of the link to print, where one was asked for; it was made with the form. */
export function leavingForm(body: unknown): { readonly shareId?: string | undefined } {
  const wanted = chosenField(body, 'link', ['yes']).includes('yes')
  return { shareId: wanted ? readId(textField(body, 'id')) : undefined }
}
