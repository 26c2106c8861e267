import { z } from 'zod'
import { fileFaultWords, readTextFile } from '../language/text-file.ts'
import type { VerifyError, VerifyField } from './pages/verify-page.tsx'

export type VerifyForm =
  | { readonly ok: true; readonly field: VerifyField; readonly source: string | Uint8Array }
  | { readonly ok: false; readonly error: VerifyError }

const form = z.object({
  credential: z.string().optional().catch(undefined),
  file: z.instanceof(Uint8Array).optional().catch(undefined),
})

/** What was pasted or uploaded: one of the two, as it came. */
export function verifyForm(body: unknown): VerifyForm {
  const { credential = '', file } = form.safeParse(body ?? {}).data ?? {}
  const isPasted = credential.trim() !== ''
  const isUploaded = file !== undefined && file.length > 0
  if (isPasted && isUploaded) {
    return wrong('credential', 'Paste a credential or choose a file, not both')
  }
  if (isUploaded) return uploaded(file)
  if (isPasted) return { ok: true, field: 'credential', source: credential.trim() }
  return wrong('credential', 'Paste a credential, or choose its file')
}

/** What is no text at all is told by its kind; what may be a credential is left to the verdict. */
function uploaded(file: Uint8Array): VerifyForm {
  const read = readTextFile(file, Number.POSITIVE_INFINITY)
  if (read.ok || read.fault === 'not-utf-8') return { ok: true, field: 'file', source: file }
  return wrong('file', fileFaultWords(read.fault, 'Choose the credential’s file, named .json'))
}

function wrong(field: VerifyField, message: string): VerifyForm {
  return { ok: false, error: { field, message } }
}
