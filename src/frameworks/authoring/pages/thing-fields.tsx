/** The fields of a thing, as the list of its kind has them. */
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { Input } from '../../../ui/input.tsx'
import { type FieldFault, faultOf } from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Select } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { type Edition, levelSlugs } from '../../model/framework.ts'
import { levelName, pillarName } from '../../model/names.ts'
import { type Entered, exampleName, exampleTexts, variantRows } from '../model/entered-thing.ts'
import { type Offered, type ThingField, variantOffers } from '../model/thing-fields.ts'

interface ThingFieldsProps {
  readonly fields: readonly ThingField[]
  readonly entered: Entered
  readonly edition: Pick<Edition, 'levels' | 'pillars' | 'roles'>
  readonly errors?: readonly FieldFault[] | undefined
  /** Before each id, where several things stand on one page. */
  readonly prefix?: string | undefined
  readonly rows?: number | undefined
}

interface OneField extends Omit<ThingFieldsProps, 'fields'> {
  readonly field: ThingField
}

export function ThingFields({ fields, ...rest }: ThingFieldsProps) {
  return (
    <>
      {fields.map((field) => (
        <OneField key={field.name} field={field} {...rest} />
      ))}
    </>
  )
}

function OneField(props: OneField) {
  switch (props.field.shape) {
    case 'line':
      return <Line {...props} />
    case 'choice':
      return <Choice {...props} />
    case 'choices':
    case 'professions':
      return <Ticked {...props} />
    case 'yes':
      return <Yes {...props} />
    case 'requires':
      return <Requires {...props} />
    case 'variants':
      return <Variants {...props} />
    case 'examples':
      return <Examples {...props} />
    default:
      return <Words {...props} />
  }
}

function asked({ field, errors, prefix = '' }: OneField, name = field.name) {
  const hint = field.optional && field.hint === undefined ? 'You can leave this empty.' : field.hint
  return {
    name,
    id: `${prefix}${name}`,
    hint,
    errorMessage: faultOf(errors, name),
  }
}

function typed(entered: Entered, name: string): string {
  return String(entered[name] ?? '')
}

function Line(props: OneField) {
  const { field, entered } = props
  const label = { text: field.label, size: 's' as const }
  return <Input {...asked(props)} label={label} value={typed(entered, field.name)} />
}

const rowsOf: Partial<Record<ThingField['shape'], number>> = { texts: 12, lines: 4 }

function Words(props: OneField) {
  const { field, entered, rows } = props
  return (
    <Textarea
      {...asked(props)}
      label={{ text: field.label, size: 's' }}
      rows={rowsOf[field.shape] ?? rows ?? 4}
      value={typed(entered, field.name)}
    />
  )
}

function Choice(props: OneField) {
  const { field, entered } = props
  return (
    <Select
      {...asked(props)}
      label={{ text: field.label, size: 's' }}
      value={typed(entered, field.name)}
      items={[{ value: '', text: 'Everybody' }, ...(field.offered ?? [])]}
    />
  )
}

function Ticked(props: OneField) {
  const { field, entered, prefix = '' } = props
  const { name, hint, errorMessage } = asked(props)
  const chosen = [entered[field.name] ?? []].flat()
  return (
    <Checkboxes
      {...{ name, hint, errorMessage }}
      small
      idPrefix={`${prefix}${name}`}
      fieldset={{ legend: { text: field.label, size: 's' } }}
      values={chosen}
      items={offeredFor(props, chosen)}
    />
  )
}

function offeredFor({ field, edition }: OneField, chosen: readonly string[]): readonly Offered[] {
  if (field.name === 'pillars') {
    return (field.offered ?? []).map(({ value }) => ({ value, text: pillarName(edition, value) }))
  }
  if (field.shape !== 'professions') return field.offered ?? []
  const known = edition.roles.map(({ profession, name }) => ({ value: profession, text: name }))
  const unknown = chosen.filter((slug) => !known.some(({ value }) => value === slug))
  return [...known, ...unknown.map((slug) => ({ value: slug, text: slug }))]
}

function Yes(props: OneField) {
  const { field, entered, prefix = '' } = props
  return (
    <Checkboxes
      name={field.name}
      small
      idPrefix={`${prefix}${field.name}`}
      fieldset={{ legend: { text: 'Higher risk', size: 's' } }}
      values={[typed(entered, field.name)]}
      items={[{ value: 'yes', text: field.label }]}
    />
  )
}

function Requires(props: OneField) {
  const { field, entered, errors, prefix = '' } = props
  const [how, parts] = [`${field.name}-how`, `${field.name}-parts`]
  return (
    <>
      <Radios
        name={how}
        small
        idPrefix={`${prefix}${how}`}
        fieldset={{ legend: { text: field.label, size: 's' } }}
        errorMessage={faultOf(errors, how)}
        value={typed(entered, how) || 'no'}
        items={[
          { value: 'no', text: 'No, one thing' },
          { value: 'all', text: 'All of the things below' },
          { value: 'any', text: 'Any of the things below' },
        ]}
      />
      <Textarea
        name={parts}
        id={`${prefix}${parts}`}
        label={{ text: 'Those things', size: 's' }}
        hint="One a line."
        errorMessage={faultOf(errors, parts)}
        rows={3}
        value={typed(entered, parts)}
      />
    </>
  )
}

function Variants(props: OneField) {
  const rows = variantRows(props.entered, props.field.name)
  return (
    <fieldset class="nhsuk-fieldset">
      <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{props.field.label}</legend>
      {rows.map((row) => (
        <Variant key={row} row={row} {...props} />
      ))}
    </fieldset>
  )
}

function Variant({ row, ...props }: OneField & { readonly row: number }) {
  const { field, entered, errors, prefix = '' } = props
  const place = (part: 'sector' | 'nation', label: string, any: string) => {
    const name = `${field.name}-${row}-${part}`
    return (
      <Select
        name={name}
        id={`${prefix}${name}`}
        label={`${label} (${row + 1})`}
        errorMessage={faultOf(errors, name)}
        value={typed(entered, name)}
        items={[{ value: '', text: any }, ...variantOffers[part]]}
      />
    )
  }
  const words = `${field.name}-${row}-text`
  return (
    <>
      {place('sector', 'In which sector?', 'Every sector')}
      {place('nation', 'In which nation?', 'Every nation')}
      <Textarea
        name={words}
        id={`${prefix}${words}`}
        label={`The words there (${row + 1})`}
        errorMessage={faultOf(errors, words)}
        rows={3}
        value={typed(entered, words)}
      />
    </>
  )
}

const exampleLabels = {
  person: 'What the person gets to do',
  supportWorker: 'What the support worker brings',
  registeredProfessional: 'How the registered professional is involved',
} as const

function Examples({ field, entered, errors, edition, prefix = '' }: OneField) {
  return (
    <>
      {levelSlugs.map((level) => (
        <fieldset class="nhsuk-fieldset" key={level}>
          <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
            Example at {levelName(edition, level).toLowerCase()} level
          </legend>
          {exampleTexts.map((text) => {
            const name = exampleName(field.name, level, text)
            return (
              <Textarea
                key={name}
                name={name}
                id={`${prefix}${name}`}
                label={exampleLabels[text]}
                errorMessage={faultOf(errors, name)}
                rows={3}
                value={typed(entered, name)}
              />
            )
          })}
        </fieldset>
      ))}
    </>
  )
}
