import type { ComponentChildren } from 'preact'
import { type Attributes, classNames, modifier } from './attributes.ts'
import { ChoiceGroup, type ChoiceProps, isWrong } from './form-group.tsx'
import { Hint, type HintProps } from './hint.tsx'
import { Label, type LabelOptions } from './label.tsx'
import { type Option, optionsOf, saidBy, type Wording, wordingOf } from './wording.ts'

/** One radio or checkbox, or the word between two of them. */
export interface Choice extends Wording {
  readonly value?: string | number | undefined
  readonly label?: Option<LabelOptions> | undefined
  readonly hint?: Option<HintProps> | undefined
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Shown while this is chosen; always shown without script. */
  readonly conditional?: ComponentChildren
  readonly divider?: string | undefined
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  /** Checkboxes: `exclusive` unticks the others ("None of these"), `inclusive` ticks them all. */
  readonly behaviour?: 'exclusive' | 'inclusive' | undefined
  readonly behaviourGroup?: string | undefined
}

export interface ChoicesProps extends ChoiceProps {
  readonly name?: string | undefined
  /** The same as the name unless said; an error summary links to it. */
  readonly idPrefix?: string | undefined
  readonly items: readonly Choice[]
  readonly small?: boolean | undefined
  readonly inline?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

type Kind = 'radio' | 'checkbox'

interface ChoiceRowProps {
  readonly kind: Kind
  readonly choice: Choice
  readonly all: ChoicesProps
  readonly id: string
  readonly checked: boolean
}

const blocks = { radio: 'nhsuk-radios', checkbox: 'nhsuk-checkboxes' } as const

function scriptOnly({ behaviour }: Choice): string | false {
  return behaviour === 'inclusive' && 'nhsuk-u-frontend-not-supported-hidden'
}

function ChoiceInput({ kind, choice, all, id, checked }: ChoiceRowProps) {
  const hint = saidBy(choice.hint)
  const outside = kind === 'checkbox' && !all.fieldset ? all.describedBy : undefined
  return (
    <input
      class={classNames(`${blocks[kind]}__input`, choice.classes)}
      id={id}
      name={choice.name ?? all.name}
      type={kind}
      value={choice.value}
      checked={checked}
      disabled={choice.disabled ?? all.disabled}
      data-behaviour={choice.behaviour}
      data-behaviour-group={choice.behaviourGroup}
      data-aria-controls={choice.conditional ? `conditional-${id}` : undefined}
      aria-describedby={classNames(outside, hint && (hint.id ?? `${id}-item-hint`)) || undefined}
      {...choice.attributes}
    />
  )
}

function ChoiceRow(props: ChoiceRowProps) {
  const { kind, choice, id, checked } = props
  const block = blocks[kind]
  const label = optionsOf(choice.label)
  const hint = saidBy(choice.hint)
  return (
    <>
      <div class={classNames(`${block}__item`, scriptOnly(choice))}>
        <ChoiceInput {...props} />
        <Label {...label} for={id} classes={classNames(`${block}__label`, label?.classes)}>
          {wordingOf(label) ?? wordingOf(choice)}
        </Label>
        {hint && (
          <Hint
            {...hint}
            id={hint.id ?? `${id}-item-hint`}
            classes={classNames(`${block}__hint`, hint.classes)}
          />
        )}
      </div>
      {choice.conditional && (
        <div
          class={classNames(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {choice.conditional}
        </div>
      )}
    </>
  )
}

interface ChoicesParts extends ChoicesProps {
  readonly kind: Kind
  readonly isChosen: (choice: Choice) => boolean
}

/** What radios and checkboxes share. */
export function Choices({ kind, isChosen, ...all }: ChoicesParts) {
  const block = blocks[kind]
  const idPrefix = all.idPrefix ?? all.name
  const classes = classNames(
    block,
    modifier(block, all.small && 'small', all.classes),
    modifier(block, all.inline && 'inline', all.classes),
    all.classes,
  )
  return (
    <ChoiceGroup choice={all} idPrefix={idPrefix} wrong={isWrong(all)}>
      <div class={classes} id={all.id} data-module={block} {...all.attributes}>
        {all.formGroup?.beforeInputs}
        {all.items.map((choice, index) => {
          // The first has no number, so that an error summary can link to it by name.
          const id = choice.id ?? `${idPrefix}${index > 0 ? `-${index + 1}` : ''}`
          if (!choice.divider) {
            const checked = choice.checked ?? isChosen(choice)
            return <ChoiceRow key={id} {...{ kind, choice, all, id, checked }} />
          }
          return (
            <div key={id} class={classNames(`${block}__divider`, scriptOnly(choice))}>
              {choice.divider}
            </div>
          )
        })}
        {all.formGroup?.afterInputs}
      </div>
    </ChoiceGroup>
  )
}
