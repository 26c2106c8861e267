/** What a file holds for a draft, and the draft with it. */
import type { Edition } from '../../model/framework.ts'
import { type SheetEdition, withSheets } from './read-sheets.ts'

export type Brought =
  | { readonly kind: 'workbook'; readonly value: SheetEdition }
  | { readonly kind: 'folder'; readonly value: Edition }

/** A draft keeps its own name, and is published by nothing that a file says. */
export function withBrought(draft: Edition, brought: Brought): Edition {
  if (brought.kind === 'workbook') return withSheets(draft, brought.value)
  const { published: _, ...text } = brought.value
  return { ...text, slug: draft.slug, version: draft.version, status: draft.status }
}
