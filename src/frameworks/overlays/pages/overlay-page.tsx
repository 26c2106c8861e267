import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { StoredEdition } from '../../frameworks-store.ts'
import type { Fit } from '../model/fit-overlay.ts'
import type { Conflict } from '../model/list-conflicts.ts'
import { sectionOfPlace } from '../model/list-places.ts'
import { sectionOfCode } from '../model/overlay.ts'
import type { PublishedOverlay } from '../overlay-versions-store.ts'
import type { WrittenOverlay } from '../overlays-store.ts'
import { ConflictList } from './conflict-list.tsx'
import { notEvaluated } from './whose.tsx'

interface OverlayPageProps extends OwnPageProps {
  readonly held: WrittenOverlay
  /** The newest first. */
  readonly versions: readonly PublishedOverlay[]
  readonly core: StoredEdition
  readonly conflicts: readonly Conflict[]
  readonly newer?: { readonly stored: StoredEdition; readonly fit: Fit } | undefined
  readonly done: string
  readonly column?: string | undefined
  readonly reason?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

const doneWords: Readonly<Record<string, string>> = {
  begun: 'It is begun. Nobody else sees it until you publish.',
  column: 'The column is there.',
  'column-removed': 'The column is gone.',
  removed: 'The statement is gone.',
  moved: 'It stands on the newer edition now.',
  published: 'It is published.',
  withdrawn: 'It is withdrawn.',
}

export function OverlayPage(props: OverlayPageProps) {
  const { account, demo, errors, held, core, conflicts, done } = props
  return (
    <OwnLayout
      {...{ account, demo, errors, title: held.title }}
      notInMenu
      back={{ href: paths.ownOverlays(), text: 'What your organisation adds' }}
    >
      {doneWords[done] !== undefined && <DoneBanner title="Done" words={doneWords[done] ?? ''} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          Added to {core.edition.title}, {core.edition.version}
        </span>
        {held.title}
      </h1>
      {held.about !== '' && <p>{held.about}</p>}
      <p>{notEvaluated}</p>
      <Newer {...props} />
      <h2 class="nhsuk-heading-m">Conflicts</h2>
      {conflicts.length === 0 ? (
        <p>None that we can see.</p>
      ) : (
        <>
          <p>You can publish all the same. Whoever reads it sees these too.</p>
          <ConflictList conflicts={conflicts} />
        </>
      )}
      <Statements {...props} />
      <Columns {...props} />
      <Sections {...props} />
      <Publishing {...props} />
    </OwnLayout>
  )
}

function Newer({ account, held, newer }: OverlayPageProps) {
  if (newer === undefined) return null
  const { stored, fit } = newer
  return (
    <>
      <h2 class="nhsuk-heading-m">There is another edition: {stored.edition.version}</h2>
      <p>
        {fit.fits} of what you added fits there as it is.{' '}
        {fit.anew.length > 0 && `${fit.anew.length} must be placed anew:`}
      </p>
      {fit.anew.length > 0 && (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {fit.anew.map(({ at, column, because }) => (
            <li key={`${at} ${column}`}>
              {at}
              {column !== undefined && `, "${column}"`}: {because}.
            </li>
          ))}
        </ul>
      )}
      <OwnForm action={paths.newerOverlay(held.id)} csrfToken={account.csrfToken}>
        <Button
          text={`Go on with edition ${stored.edition.version}`}
          variant="secondary"
          preventDoubleClick
        />
      </OwnForm>
    </>
  )
}

function Statements({ held }: OverlayPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Your statements</h2>
      {held.statements.length === 0 ? (
        <p>None yet. Choose a section below to add one.</p>
      ) : (
        <ul class="lanyard-contents-list">
          {held.statements.map(({ code, text, place }) => (
            <li key={code}>
              <a href={paths.overlayStatement(held.id, code)}>{code}</a> {text}
              <span class="nhsuk-hint">In section {sectionOfPlace(place)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Columns({ account, held, column, errors }: OverlayPageProps) {
  const filled = (slug: string) => held.cells.filter((cell) => cell.column === slug).length
  return (
    <>
      <h2 class="nhsuk-heading-m">Your columns</h2>
      {held.columns.map(({ slug, title }) => (
        <OwnForm
          key={slug}
          action={paths.removeOverlayColumn(held.id, slug)}
          csrfToken={account.csrfToken}
        >
          <p class="nhsuk-u-margin-bottom-2">
            <strong>{title}</strong>, filled in for {filled(slug)} of the framework's statements
          </p>
          <Button
            text={`Take out "${title}" and all that is in it`}
            variant="secondary"
            small
            preventDoubleClick
          />
        </OwnForm>
      ))}
      <OwnForm action={paths.overlayColumns(held.id)} csrfToken={account.csrfToken}>
        <Input
          name="column"
          label={{ text: 'Add a column', size: 's' }}
          hint="Such as Local example, Local policy, or Who signs it off here."
          width={20}
          value={column}
          errorMessage={faultOf(errors, 'column')}
        />
        <Button text="Add the column" variant="secondary" preventDoubleClick />
      </OwnForm>
    </>
  )
}

function Sections({ held, core }: OverlayPageProps) {
  const here = (code: string) =>
    held.statements.filter(({ place }) => sectionOfPlace(place) === code).length +
    held.cells.filter(({ statement }) => sectionOfCode(statement) === code).length
  return (
    <>
      <h2 class="nhsuk-heading-m">Write, section by section</h2>
      {core.edition.domains.map(({ number, title, sections }) => (
        <details key={number} class="nhsuk-details nhsuk-expander">
          <summary class="nhsuk-details__summary">
            <span class="nhsuk-details__summary-text">
              Domain {number}: {title}
            </span>
          </summary>
          <div class="nhsuk-details__text">
            <ul class="nhsuk-list">
              {sections.map(({ code, title }) => (
                <li key={code}>
                  <a href={paths.overlaySection(held.id, code)}>
                    {code} {title}
                  </a>{' '}
                  {here(code) > 0 && `(${here(code)} added)`}
                </li>
              ))}
            </ul>
          </div>
        </details>
      ))}
    </>
  )
}

function Publishing({ account, held, versions, reason, errors }: OverlayPageProps) {
  const [newest] = versions
  const stands = newest !== undefined && newest.withdrawn === undefined
  return (
    <>
      <h2 class="nhsuk-heading-m">Publish</h2>
      {versions.length === 0 && <p>Nothing of it is published yet.</p>}
      <ul class="nhsuk-list">
        {versions.map(({ number, publishedAt, content, withdrawn }) => (
          <li key={number}>
            Version {number}, {plainDate(publishedAt)}, for {content.edition}
            {withdrawn !== undefined && `, withdrawn on ${plainDate(withdrawn.at)}`}
          </li>
        ))}
      </ul>
      {stands && (
        <p>
          <a href={paths.withOverlay(newest.content.edition, held.slug)}>See what is published</a>
        </p>
      )}
      <p>Everybody can read what is published. It never changes: a new version follows it.</p>
      <OwnForm action={paths.publishOverlay(held.id)} csrfToken={account.csrfToken}>
        <Checkboxes
          name="understood"
          idPrefix="understood"
          fieldset={{ legend: { text: 'Before you publish', size: 's' } }}
          errorMessage={faultOf(errors, 'understood')}
          items={[
            {
              value: 'yes',
              text: 'I know that everybody can read it, and that nobody can change it then',
            },
          ]}
        />
        <Button text={`Publish version ${(newest?.number ?? 0) + 1}`} preventDoubleClick />
      </OwnForm>
      {stands && (
        <OwnForm action={paths.withdrawOverlay(held.id)} csrfToken={account.csrfToken}>
          <Textarea
            name="reason"
            label={{ text: 'Why do you withdraw it?', size: 's' }}
            hint="Shown to everybody. What was published stays to be read."
            rows={2}
            value={reason}
            errorMessage={faultOf(errors, 'reason')}
          />
          <Button text="Withdraw it" variant="warning" preventDoubleClick />
        </OwnForm>
      )}
    </>
  )
}
