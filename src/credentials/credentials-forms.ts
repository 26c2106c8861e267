import { z } from 'zod'
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
  if (isUploaded) return { ok: true, field: 'file', source: file }
  if (isPasted) return { ok: true, field: 'credential', source: credential.trim() }
  return wrong('credential', 'Paste a credential, or choose its file')
}

function wrong(field: VerifyField, message: string): VerifyForm {
  return { ok: false, error: { field, message } }
}
