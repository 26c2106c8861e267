import { classNames } from './attributes.ts'
import { Hint } from './hint.tsx'
import { type Messages, messageAttributes } from './message-attributes.ts'
import { Textarea, type TextareaProps } from './textarea.tsx'

export interface CharacterCountProps extends Omit<TextareaProps, 'groupAttributes'> {
  readonly maxlength?: number | undefined
  readonly maxwords?: number | undefined
  /** The share of the limit, in per cent, at which the count appears. */
  readonly threshold?: number | undefined
  readonly countType?: 'characters' | 'words' | undefined
  readonly countMessage?: { readonly classes?: string | undefined } | undefined
  readonly textareaDescriptionText?: string | undefined
  readonly charactersUnderLimitText?: Messages | undefined
  readonly charactersAtLimitText?: string | undefined
  readonly charactersOverLimitText?: Messages | undefined
  readonly wordsUnderLimitText?: Messages | undefined
  readonly wordsAtLimitText?: string | undefined
  readonly wordsOverLimitText?: Messages | undefined
}

/** What is shown without script, where the limit is known. */
function describeLimit(props: CharacterCountProps, countType: string | undefined) {
  const limit = props.maxwords ?? props.maxlength
  const unit = countType === 'words' ? 'words' : 'characters'
  const text = props.textareaDescriptionText ?? `You can enter up to %{count} ${unit}`
  return limit === undefined ? undefined : text.replace('%{count}', String(limit))
}

function countAttributes(props: CharacterCountProps, countType: string | undefined) {
  const unlimited = props.maxwords === undefined && props.maxlength === undefined
  const description = props.textareaDescriptionText
  return {
    'data-module': 'nhsuk-character-count',
    'data-maxlength': props.maxlength,
    'data-maxwords': props.maxwords,
    'data-threshold': props.threshold,
    'data-count-type': countType,
    ...messageAttributes(
      'textarea-description',
      unlimited && description ? { other: description } : undefined,
    ),
    ...messageAttributes('characters-under-limit', props.charactersUnderLimitText),
    ...messageAttributes('characters-at-limit', props.charactersAtLimitText),
    ...messageAttributes('characters-over-limit', props.charactersOverLimitText),
    ...messageAttributes('words-under-limit', props.wordsUnderLimitText),
    ...messageAttributes('words-at-limit', props.wordsAtLimitText),
    ...messageAttributes('words-over-limit', props.wordsOverLimitText),
  }
}

export function CharacterCount(props: CharacterCountProps) {
  const id = props.id ?? props.name
  const countType = props.countType ?? (props.maxwords === undefined ? undefined : 'words')
  const limit = describeLimit(props, countType)
  const message = (
    <>
      <Hint
        id={`${id}-info`}
        classes={classNames('nhsuk-character-count__message', props.countMessage?.classes)}
        attributes={{ hidden: limit === undefined }}
      >
        {limit}
      </Hint>
      {props.formGroup?.afterInput}
    </>
  )
  return (
    <Textarea
      id={id}
      name={props.name}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      rows={props.rows}
      value={props.value}
      spellcheck={props.spellcheck}
      autocomplete={props.autocomplete}
      disabled={props.disabled}
      attributes={props.attributes}
      describedBy={`${id}-info`}
      classes={classNames('nhsuk-js-character-count', props.classes)}
      groupAttributes={countAttributes(props, countType)}
      formGroup={{
        ...props.formGroup,
        classes: classNames(props.formGroup?.classes, 'nhsuk-character-count'),
        afterInput: message,
      }}
    />
  )
}
