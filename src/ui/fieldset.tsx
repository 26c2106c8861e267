import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './attributes.ts'
import type { LabelOptions } from './label.tsx'
import { Legend } from './legend.tsx'
import { type Option, optionsOf } from './wording.ts'

export interface FieldsetOptions {
  readonly legend?: Option<LabelOptions> | undefined
  readonly describedBy?: string | undefined
  readonly role?: 'group' | 'radiogroup' | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

interface FieldsetProps extends FieldsetOptions {
  readonly children?: ComponentChildren
}

export function Fieldset(props: FieldsetProps) {
  return (
    <fieldset
      class={classNames('nhsuk-fieldset', props.classes)}
      id={props.id}
      role={props.role}
      aria-describedby={props.describedBy || undefined}
      {...props.attributes}
    >
      {props.legend && <Legend {...optionsOf(props.legend)} />}
      {props.children}
    </fieldset>
  )
}
