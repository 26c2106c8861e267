/** The pages of a draft that stand beside its text: a line each. */
import { paths } from '../../paths.ts'

interface DraftLink {
  readonly href: string
  readonly text: string
}

/** In the order in which a steward comes to need them. */
export function draftLinks(draft: string): readonly DraftLink[] {
  return [
    { href: paths.draftPeople(draft), text: 'Who works on it' },
    { href: paths.draftFiles(draft), text: 'Spreadsheet and files, out and in' },
    { href: paths.draftTerms(draft), text: 'Change a term throughout' },
    { href: paths.draftFindings(draft), text: 'What the checks found' },
    { href: paths.draftComments(draft), text: 'Comments' },
    { href: paths.draftChanges(draft), text: 'What changed since the edition before' },
    { href: paths.draftSuccession(draft), text: 'What becomes of each statement' },
    { href: paths.draftReview(draft), text: 'Review and approval' },
    { href: paths.draftPublish(draft), text: 'Publish' },
  ]
}
