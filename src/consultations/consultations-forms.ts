import { z } from 'zod'
import type { Finding } from '../finding.ts'
import type { ImportEntered, ImportError } from './pages/import-page.tsx'
import { longestRespondent, respondentName } from './respondent.ts'

interface ImportSource {
  readonly field: 'text' | 'file'
  readonly bytes: Uint8Array
}

export type ImportForm =
  | ({ readonly ok: true; readonly entered: ImportEntered } & ImportSource)
  | { readonly ok: false; readonly entered: ImportEntered; readonly errors: readonly ImportError[] }

const form = z.object({
  respondent: z.string().catch(''),
  text: z.string().catch(''),
  file: z.instanceof(Uint8Array).optional().catch(undefined),
})

/** Who sent it, and the response pasted or uploaded: one of the two, as it came. */
export function importForm(body: unknown): ImportForm {
  const sent = form.safeParse(body ?? {}).data ?? { respondent: '', text: '' }
  const entered = { respondent: respondentName(sent.respondent), text: sent.text }
  const source = sourceOf(entered.text, sent.file)
  const errors = [...respondentErrors(entered.respondent), ...('message' in source ? [source] : [])]
  if (errors.length > 0 || 'message' in source) return { ok: false, entered, errors }
  return { ok: true, entered, ...source }
}

function respondentErrors(respondent: string): ImportError[] {
  if (respondent === '') return [{ field: 'respondent', message: 'Write who sent the response' }]
  if (respondent.length <= longestRespondent) return []
  const message = `Who sent it must be ${longestRespondent} characters or fewer`
  return [{ field: 'respondent', message }]
}

function sourceOf(text: string, file: Uint8Array | undefined): ImportSource | ImportError {
  const isPasted = text.trim() !== ''
  const isUploaded = file !== undefined && file.length > 0
  if (isPasted && isUploaded) {
    return { field: 'text', message: 'Paste the response or choose its file, not both' }
  }
  if (isUploaded) return { field: 'file', bytes: file }
  if (isPasted) return { field: 'text', bytes: new TextEncoder().encode(text) }
  return {
    field: 'text',
    message: 'Paste the response, or choose its file. An empty file is no response',
  }
}

export function findingErrors(findings: readonly Finding[], field: 'text' | 'file'): ImportError[] {
  return findings.map(({ message }) => ({ field, message }))
}
