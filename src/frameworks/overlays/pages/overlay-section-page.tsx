import type { Finding } from '../../../finding.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  ConfirmNoPatient,
  DoneBanner,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { type Edition, levelOf, type Section, type Statement } from '../../model/framework.ts'
import { levelName } from '../../model/names.ts'
import { type CellEdit, cellField } from '../model/entered.ts'
import { sectionOfPlace } from '../model/list-places.ts'
import type { WrittenOverlay } from '../overlays-store.ts'

interface OverlaySectionPageProps extends OwnPageProps {
  readonly held: WrittenOverlay
  readonly edition: Edition
  readonly section: Section
  readonly done: string
  /** What was posted, where it is not saved. */
  readonly entered?: readonly CellEdit[] | undefined
  /** What stands there now was shown: sending again puts these words in its place. */
  readonly revised?: boolean | undefined
  readonly findings?: readonly Finding[] | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function OverlaySectionPage(props: OverlaySectionPageProps) {
  const { account, demo, errors, held, section, done, findings = [] } = props
  const title = `${section.code} ${section.title}`
  const own = held.statements.filter(({ place }) => sectionOfPlace(place) === section.code)
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      notInMenu
      back={{ href: paths.overlay(held.id), text: held.title }}
    >
      {done !== '' && <DoneBanner title="Done" words="It is saved." />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{held.title}</span>
        {title}
      </h1>
      <h2 class="nhsuk-heading-m">Your statements here</h2>
      {own.length === 0 ? (
        <p>None yet.</p>
      ) : (
        <ul class="lanyard-contents-list">
          {own.map(({ code, text }) => (
            <li key={code}>
              <a href={paths.overlayStatement(held.id, code)}>{code}</a> {text}
            </li>
          ))}
        </ul>
      )}
      <Button
        text="Add a statement"
        variant="secondary"
        href={paths.addOverlayStatement(held.id, section.code)}
      />
      <h2 class="nhsuk-heading-m">The framework's statements, and your columns beside them</h2>
      {held.columns.length === 0 && (
        <p>
          You have no columns. <a href={paths.overlay(held.id)}>Add one first</a>, such as Local
          policy.
        </p>
      )}
      <OwnForm action={paths.overlaySection(held.id, section.code)} csrfToken={account.csrfToken}>
        {held.columns.length > 0 && <p>{noPatients}</p>}
        {section.statements.map((statement) => (
          <Beside key={statement.code} {...{ ...props, statement }} />
        ))}
        <ConfirmNoPatient findings={findings} />
        {held.columns.length > 0 && <Button text="Save" preventDoubleClick />}
      </OwnForm>
    </OwnLayout>
  )
}

function Beside({
  held,
  edition,
  statement,
  entered,
  revised,
  errors,
}: OverlaySectionPageProps & { readonly statement: Statement }) {
  const { code, text } = statement
  const level = levelOf(code)
  return (
    <section class="lanyard-core">
      <h3 class="nhsuk-heading-xs">
        {level === undefined ? '' : levelName(edition, level)}{' '}
        <span class="lanyard-code">{code}</span>
      </h3>
      <p>{text}</p>
      {held.columns.map(({ slug, title }) => {
        const field = cellField(slug, code)
        const is = (one: { readonly column: string; readonly statement: string }) =>
          one.column === slug && one.statement === code
        const stands = held.cells.find(is)?.text ?? ''
        const written = entered?.find(is)
        const was = revised || written === undefined ? stands : written.was
        return (
          <div key={slug}>
            <input type="hidden" name={`was-${field}`} value={was} />
            <Textarea
              name={field}
              label={{ children: <Named column={title} code={code} /> }}
              hint={revised && stands !== written?.text ? `It says now: ${stands}` : undefined}
              rows={2}
              value={written?.text ?? stands}
              errorMessage={faultOf(errors, field)}
            />
          </div>
        )
      })}
    </section>
  )
}

function Named({ column, code }: { readonly column: string; readonly code: string }) {
  return (
    <>
      {column}
      <span class="nhsuk-u-visually-hidden"> of {code}</span>
    </>
  )
}
