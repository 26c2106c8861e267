import { z } from 'zod'
import type { Finding } from '../../finding.ts'
import { findCaredFor } from '../../language/find-cared-for.ts'
import {
  type FormResult,
  findingErrors,
  patientFindings,
  textField,
  tooLong,
} from '../../web/posted-form.ts'

export interface WordsEntered {
  readonly words: string
  readonly findings: readonly Finding[]
}

const nameLimit = 120
const noteLimit = 2000

/** The words of a note, or of what a file shows. About a private entry, who is cared for is asked. */
export function wordsForm(
  body: unknown,
  { what, aboutCaring }: { readonly what: 'file' | 'note'; readonly aboutCaring: boolean },
): FormResult<string, WordsEntered> {
  const words = textField(body, 'words')
  const sure = textField(body, 'no-patient') === 'yes'
  const cared = aboutCaring && !sure ? findCaredFor(words, 'words') : []
  const findings = [...patientFindings(body, { words }), ...cared]
  const missing = what === 'file' ? 'Enter what the file shows' : 'Enter your note'
  const errors = [
    ...(words === '' ? [{ field: 'words', message: missing }] : []),
    ...tooLong(words, what === 'file' ? nameLimit : noteLimit, 'words', 'Your words'),
    ...findingErrors(findings),
  ]
  const entered = { words, findings }
  return errors.length > 0 ? { ok: false, errors, entered } : { ok: true, value: words, entered }
}

const upload = z.object({ file: z.union([z.instanceof(Buffer), z.string()]).optional() }).catch({})

/** Undefined where no file was chosen. A field of words under its name is a file that is empty. */
export function sentFile(body: unknown): Buffer | undefined {
  const { file } = upload.parse(body ?? {})
  return typeof file === 'string' ? Buffer.from(file) : file
}
