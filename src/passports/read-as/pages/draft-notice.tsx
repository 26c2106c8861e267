import type { MappingStatus } from '../../../frameworks/crosswalks/model/mapping.ts'
import { draftWords } from '../../../frameworks/crosswalks/model/mapping-names.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import type { PassportReading } from '../read-passport-as.ts'

/** R26: whatever rests on a mapping that its owner has not approved says so first. */
export function DraftNotice({ to, mappings }: Pick<PassportReading, 'to' | 'mappings'>) {
  const draft = mappings
    .map(({ status }) => draftWords(status, to.skeleton))
    .find((words) => words !== undefined)
  const agreed = (wanted: readonly MappingStatus[]) =>
    mappings.filter(({ status }) => wanted.includes(status)).length
  return (
    <InsetText>
      {draft !== undefined && (
        <p>
          <strong>{draft}.</strong> Of {mappings.length} mappings that this rests on,{' '}
          {agreed(['approved'])} are approved, {agreed(['confirmed'])} are agreed by two people, and
          the others are a first draft.
        </p>
      )}
      <p>
        This is {to.edition.title}, by codes and titles only. It helps a new employer or a course to
        see what you bring. They decide what counts for them.
      </p>
    </InsetText>
  )
}
