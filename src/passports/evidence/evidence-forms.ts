/** The words of a note, or of what a file shows; and the file. */
import { z } from 'zod'
import type { Finding } from '../../finding.ts'
import { findCaredFor } from '../../language/find-cared-for.ts'
import {
  type FieldError,
  type FormResult,
  findingErrors,
  patientFindings,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import { notePrompts } from './model/note-prompts.ts'

export interface WordsEntered {
  readonly texts: Readonly<Record<string, string>>
  readonly findings: readonly Finding[]
}

const titleLimit = 120
/** Three of them are as long as a note may be. */
const answerLimit = 600

type Words = FormResult<string, WordsEntered>

/** What a file shows. `aboutCaring`: who was cared for is asked about too. */
export function titleForm(body: unknown, aboutCaring: boolean): Words {
  const texts = { words: textField(body, 'words') }
  const entered = { texts, findings: findingsIn(body, texts, aboutCaring) }
  const missing =
    texts.words === '' ? [{ field: 'words', message: 'Enter what the file shows' }] : []
  return read(entered, [...missing, ...tooLong(texts.words, titleLimit, 'words', 'Your words')])
}

/** Answers to the prompts of a note: one of them is enough. */
export function noteForm(body: unknown, aboutCaring: boolean): Words {
  const texts = Object.fromEntries(notePrompts.map(({ field }) => [field, textField(body, field)]))
  const entered = { texts, findings: findingsIn(body, texts, aboutCaring) }
  const missing = Object.values(texts).every((text) => text === '')
    ? [{ field: notePrompts[0].field, message: 'Answer at least one of the three questions' }]
    : []
  const long = Object.entries(texts).flatMap(([field, text]) =>
    tooLong(text, answerLimit, field, 'Your answer'),
  )
  return read(entered, [...missing, ...long])
}

function read(entered: WordsEntered, faults: readonly FieldError[]): Words {
  const errors = [...faults, ...findingErrors(entered.findings)]
  if (errors.length > 0) return { ok: false, errors, entered }
  const value = Object.values(entered.texts)
    .filter((text) => text !== '')
    .join('\n\n')
  return { ok: true, value, entered }
}

function findingsIn(
  body: unknown,
  texts: Readonly<Record<string, string>>,
  aboutCaring: boolean,
): readonly Finding[] {
  const patients = patientFindings(body, texts)
  if (!aboutCaring || textField(body, 'no-patient') === 'yes') return patients
  const cared = Object.entries(texts).flatMap(([field, text]) => findCaredFor(text, field))
  return [...patients, ...cared]
}

const upload = z.object({ file: z.union([z.instanceof(Buffer), z.string()]).optional() }).catch({})

/** Undefined where no file was chosen. A field of words under its name is a file of words. */
export function sentFile(body: unknown): Buffer | undefined {
  const { file } = upload.parse(body ?? {})
  return typeof file === 'string' ? Buffer.from(file) : file
}
