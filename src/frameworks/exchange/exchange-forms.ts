import { z } from 'zod'
import type { FieldError } from '../../web/posted-form.ts'

const sent = z.object({ file: z.instanceof(Uint8Array) })

export type SentFile =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

export function draftFileForm(body: unknown): SentFile {
  const bytes = sent.safeParse(body ?? {}).data?.file
  if (bytes !== undefined && bytes.length > 0) return { ok: true, bytes }
  return { ok: false, errors: [{ field: 'file', message: 'Choose a spreadsheet or a zip' }] }
}
