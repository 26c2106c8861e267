import { paths } from '../../../paths.ts'
import type { StoredEdition } from '../../frameworks-store.ts'
import { EditionLayout, type EditionPageProps } from '../../pages/edition-layout.tsx'
import { ChangesBody, type ChangesBodyProps } from './changes-body.tsx'

interface EditionChangesPageProps extends EditionPageProps, ChangesBodyProps {
  readonly from: StoredEdition
  /** There is a page that says what became of each statement. */
  readonly hasSuccession: boolean
}

export function EditionChangesPage(props: EditionChangesPageProps) {
  const { stored, from, hasSuccession, total } = props
  const { version } = stored.edition
  return (
    <EditionLayout stored={stored} title={`Changes since ${from.edition.version}`} trail={[]} wide>
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">{stored.edition.title}</span>
        {total} {total === 1 ? 'change' : 'changes'} since{' '}
        {from.edition.version.replaceAll('-', ' ')}
      </h1>
      <p class="nhsuk-lede-text">
        From the edition <a href={paths.framework(from.ref)}>{from.edition.version}</a> to the
        edition <a href={paths.framework(stored.ref)}>{version}</a>.
      </p>
      {from.edition.label && <p>{from.edition.label}</p>}
      {hasSuccession && (
        <p>
          <a href={paths.succession(stored.ref, from.edition.version)}>
            What became of each statement, and of sign-offs of it
          </a>
        </p>
      )}
      <ChangesBody {...props} />
    </EditionLayout>
  )
}
