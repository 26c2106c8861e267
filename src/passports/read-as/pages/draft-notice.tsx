import { draftWords } from '../../../frameworks/crosswalks/model/mapping-names.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { draftCountWords } from '../model/read-as-words.ts'
import type { PassportReading } from '../read-passport-as.ts'

/** R26: whatever rests on a mapping that its owner has not approved says so first. */
export function DraftNotice({ to, mappings }: Pick<PassportReading, 'to' | 'mappings'>) {
  const draft = mappings
    .map(({ status }) => draftWords(status, to.skeleton))
    .find((words) => words !== undefined)
  return (
    <InsetText>
      {draft !== undefined && (
        <p>
          <strong>{draft}.</strong> {draftCountWords(mappings.map(({ status }) => status))}
        </p>
      )}
      <p>
        This is {to.edition.title}, by codes and titles only. It helps a new employer or a course to
        see what you bring. They decide what counts for them.
      </p>
    </InsetText>
  )
}
