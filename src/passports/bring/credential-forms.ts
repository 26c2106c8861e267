/** The form of bringing a credential. */
import { fileFaultWords, readTextFile } from '../../language/text-file.ts'
import type { FieldError } from '../../web/posted-form.ts'
import { type BroughtDocument, findCredentials } from './model/find-credentials.ts'
import type { ReadingFault } from './model/reading.ts'
import { readSource, wrong } from './sent-source.ts'

export type CredentialForm =
  | { readonly ok: true; readonly documents: readonly BroughtDocument[] }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly pasted: string }

const faultWords: Readonly<Record<ReadingFault, string>> = {
  damaged: 'The file is damaged. Download the badge again from where you got it',
  'no-credential':
    'There is no badge inside this file: it is a picture or document alone. Download the badge’s own file, named .json, or bring it as a paper certificate',
  'older-badge':
    'This is an older kind of badge (Open Badges 2.0), which cannot be checked here. Ask whoever gave it for an Open Badges 3.0 file, or bring it as a paper certificate',
  'too-large': 'The file must be 1 MB or smaller',
  'not-a-credential':
    'This is not a badge or credential. Download the badge’s own file: it is named .json, .png or .svg',
  'live-markup':
    'This picture holds instructions that we do not open. Choose the .json or .png file',
  locked: 'This PDF is locked with a password. Save it without one, or choose the .json file',
}

export function credentialForm(body: unknown): CredentialForm {
  const read = readSource(body, 'the badge’s file')
  if (!read.ok) return read
  const pasted = typeof read.source === 'string' ? read.source : ''
  const found = findCredentials(read.source)
  if (found.ok) return found
  return wrong(read.field, wordsOfFault(found.fault, read.source), pasted.slice(0, 100_000))
}

/** A file that is something else altogether is told by its name: "This file is a program". */
function wordsOfFault(fault: ReadingFault, source: Uint8Array | string): string {
  if (fault !== 'not-a-credential' || typeof source === 'string') return faultWords[fault]
  const text = readTextFile(source, Number.POSITIVE_INFINITY)
  if (text.ok || text.fault === 'not-utf-8') return faultWords[fault]
  return fileFaultWords(text.fault, 'Choose the badge’s own file, named .json, .png or .svg')
}
