/** States in words, the same on pages and on the command line. */
import type { AnswerState } from './model/read-answer.ts'
import type { Anchor, AnchorState } from './model/resolve-anchors.ts'

export const answerStates: Readonly<Record<AnswerState, string>> = {
  answered: 'Answered',
  blank: 'Left blank',
  'not-recoverable': 'Not recoverable from the source',
}

export const anchorStates: Readonly<Record<AnchorState, string>> = {
  exact: 'Found',
  edited: 'Found, worded differently',
  ambiguous: 'Could mean several places',
  'not-found': 'Not found in our illustrative draft',
  'other-document': 'Speaks of another document',
}

export const anchorKinds: Readonly<Record<Anchor['kind'], string>> = {
  page: 'Page',
  section: 'Section',
  domain: 'Domain',
  part: 'Part',
  level: 'Level',
  glossary: 'Glossary',
  quotation: 'Quoted words',
}
