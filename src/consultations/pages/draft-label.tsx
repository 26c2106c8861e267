import type { Edition } from '../../frameworks/model/framework.ts'
import { editionRef } from '../../frameworks/model/framework.ts'
import { paths } from '../../paths.ts'

/** On every page that shows words of the consulted text: whose words they are. */
export function DraftLabel({ edition }: { readonly edition: Edition }) {
  return (
    <div class="nhsuk-inset-text lanyard-label">
      <p>
        <strong>{edition.label}</strong>
      </p>
      <p>
        <a href={paths.framework(editionRef(edition))}>Read the illustrative draft</a>
      </p>
    </div>
  )
}
