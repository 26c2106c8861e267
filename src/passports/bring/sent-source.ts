/** A file that was chosen, or text that was pasted. */
import { z } from 'zod'
import type { FieldError } from '../../web/posted-form.ts'

const upload = z.object({
  pasted: z.string().optional().catch(undefined),
  file: z.instanceof(Uint8Array).optional().catch(undefined),
})

type Source =
  | { readonly ok: true; readonly field: 'file' | 'pasted'; readonly source: Uint8Array | string }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly pasted: string }

/** A file, or what was pasted: one of the two. */
export function readSource(body: unknown, what: string): Source {
  const { pasted = '', file } = upload.safeParse(body ?? {}).data ?? {}
  const isPasted = pasted.trim() !== ''
  const isUploaded = file !== undefined && file.length > 0
  if (isPasted && isUploaded)
    return wrong('file', 'Choose a file or paste the text, not both', pasted)
  if (isUploaded) return { ok: true, field: 'file', source: file }
  if (isPasted) return { ok: true, field: 'pasted', source: pasted }
  return wrong('file', `Choose ${what}, or paste it`, pasted)
}

export function wrong(field: string, message: string, pasted: string) {
  return { ok: false, errors: [{ field, message }], pasted } as const
}
