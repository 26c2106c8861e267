import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Select } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { type Edition, levelSlugs, partySlugs, pillarSlugs } from '../../model/framework.ts'
import { levelName, partyNames, pillarName } from '../../model/names.ts'
import type { StatementEntered } from '../model/entered.ts'
import { listPlaces, sectionOfPlace } from '../model/list-places.ts'
import { capabilityCode } from '../model/overlay.ts'
import type { WrittenOverlay, WrittenStatement } from '../overlays-store.ts'

interface OverlayStatementPageProps extends OwnPageProps {
  readonly held: WrittenOverlay
  readonly edition: Edition
  /** Code of the section that it stands in. */
  readonly section: string
  /** Left out for a new one. */
  readonly statement?: WrittenStatement | undefined
  readonly entered?: StatementEntered | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function OverlayStatementPage(props: OverlayStatementPageProps) {
  const { account, demo, errors, held, section, statement, entered } = props
  const title = statement === undefined ? `Add a statement to ${section}` : statement.code
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      notInMenu
      back={{ href: paths.overlay(held.id), text: held.title }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{held.title}</span>
        {title}
      </h1>
      <OwnForm
        action={
          statement === undefined
            ? paths.addOverlayStatement(held.id, section)
            : paths.overlayStatement(held.id, statement.code)
        }
        csrfToken={account.csrfToken}
      >
        {statement !== undefined && (
          <input type="hidden" name="revision" value={statement.revision} />
        )}
        <Textarea
          name="text"
          label={{ text: 'What the worker does', size: 's' }}
          hint={`One sentence that begins with the verb. ${noPatients}`}
          rows={3}
          value={entered?.text ?? statement?.text}
          errorMessage={faultOf(errors, 'text')}
        />
        {statement === undefined && <CapabilityAndLevel {...props} />}
        <Where {...props} />
        <ConfirmNoPatient findings={entered?.findings ?? []} />
        <Button text="Save" preventDoubleClick />
      </OwnForm>
      {statement !== undefined && (
        <OwnForm
          action={paths.removeOverlayStatement(held.id, statement.code)}
          csrfToken={account.csrfToken}
        >
          <Button text="Take this statement out" variant="warning" preventDoubleClick />
        </OwnForm>
      )}
    </OwnLayout>
  )
}

function CapabilityAndLevel({
  held,
  edition,
  section,
  entered,
  errors,
}: OverlayStatementPageProps) {
  const own = held.statements.filter(({ place }) => sectionOfPlace(place) === section)
  const capabilities = [...new Set(own.map(capabilityCode))]
  return (
    <>
      {capabilities.length > 0 && (
        <Select
          name="capability"
          label={{ text: 'Which capability is it?', size: 's' }}
          value={entered?.capability ?? 'new'}
          items={[
            { value: 'new', text: 'A new one' },
            ...capabilities.map((code) => ({ value: code, text: `Another level of ${code}` })),
          ]}
        />
      )}
      <Radios
        name="level"
        fieldset={{ legend: { text: 'At which level?', size: 's' } }}
        errorMessage={faultOf(errors, 'level')}
        value={entered?.level}
        items={levelSlugs.map((slug) => ({ value: slug, text: levelName(edition, slug) }))}
      />
    </>
  )
}

function Where({ edition, section, statement, entered, errors }: OverlayStatementPageProps) {
  return (
    <>
      <Select
        name="after"
        label={{ text: 'Where does it stand?', size: 's' }}
        errorMessage={faultOf(errors, 'after')}
        value={entered?.after ?? statement?.place ?? `section/${section}`}
        items={listPlaces(edition, section).map(({ place, name }) => ({
          value: place,
          text: name,
        }))}
      />
      <Checkboxes
        name="pillars"
        fieldset={{ legend: { text: 'Pillars', size: 's' } }}
        errorMessage={faultOf(errors, 'pillars')}
        items={pillarSlugs.map((slug) => ({ value: slug, text: pillarName(edition, slug) }))}
        values={entered?.pillars ?? statement?.pillars ?? []}
      />
      <Checkboxes
        name="parties"
        fieldset={{ legend: { text: 'Whom does it touch?', size: 's' } }}
        items={partySlugs.map((slug) => ({ value: slug, text: partyNames[slug] }))}
        values={entered?.parties ?? statement?.parties ?? []}
      />
    </>
  )
}
