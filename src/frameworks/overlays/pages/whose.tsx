import { Tag } from '../../../ui/tag.tsx'
import type { PublishedOverlay } from '../overlay-versions-store.ts'

/** Whose words these are, in words. */
export function Whose({
  slug,
  overlays,
}: {
  readonly slug: string
  readonly overlays: readonly PublishedOverlay[]
}) {
  const found = overlays.find(({ content }) => content.slug === slug)
  return <Tag text={`Added by ${found?.by ?? slug}`} colour="purple" />
}

export const notEvaluated =
  'What is added here is never part of the framework itself. No passport is measured by it here, and nobody is asked for it by the framework.'
