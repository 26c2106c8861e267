/** The pages of a draft that stand beside its text: a line each. */
import { paths } from '../../paths.ts'

interface DraftLink {
  readonly href: string
  readonly text: string
  /** Of use only while its words can change. */
  readonly isWriting?: boolean
}

/** In the order in which a steward comes to need them; of a published one what can still be read. */
export function draftLinks(draft: string, isPublished: boolean): readonly DraftLink[] {
  const links = linksOf(draft)
  return isPublished ? links.filter(({ isWriting }) => !isWriting) : links
}

function linksOf(draft: string): readonly DraftLink[] {
  return [
    { href: paths.draftPeople(draft), text: 'Who works on it' },
    { href: paths.draftFiles(draft), text: 'Spreadsheet and files, out and in' },
    { href: paths.draftTerms(draft), text: 'Change a term throughout', isWriting: true },
    { href: paths.draftFindings(draft), text: 'What the checks found', isWriting: true },
    { href: paths.draftComments(draft), text: 'Comments' },
    { href: paths.draftChanges(draft), text: 'What changed since the edition before' },
    { href: paths.draftSuccession(draft), text: 'What becomes of each statement', isWriting: true },
    { href: paths.draftReview(draft), text: 'Review and approval' },
    { href: paths.draftPublish(draft), text: 'Publish' },
  ]
}
