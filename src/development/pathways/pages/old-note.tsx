import { Tag } from '../../../ui/tag.tsx'

/** Before what is too old to go by, as large as what it is about. */
export function OldNote({ old }: { readonly old: string | undefined }) {
  if (old === undefined) return null
  return (
    <p class="nhsuk-u-margin-bottom-1">
      <Tag colour="yellow" text="Old: ask the provider" /> {old}
    </p>
  )
}
