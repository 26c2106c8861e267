import { markTerms } from '../../language/mark-terms.ts'
import { paths } from '../../paths.ts'
import type { StoredEdition } from '../frameworks-store.ts'

/** Text with each glossary term linked, the first time it stands there, to what it means here. */
export function LinkedText({
  text,
  stored,
}: {
  readonly text: string
  readonly stored: StoredEdition
}) {
  return (
    <>
      {markTerms(text, stored.edition.glossary).map((segment) =>
        segment.term === undefined ? (
          segment.text
        ) : (
          <a class="lanyard-term" href={paths.glossary(stored.ref, segment.term)}>
            {segment.text}
          </a>
        ),
      )}
    </>
  )
}
