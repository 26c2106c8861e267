import { classNames } from './attributes.ts'
import { FieldGroup, type FieldProps } from './form-group.tsx'
import { type Messages, messageAttributes } from './message-attributes.ts'

export interface FileUploadProps extends FieldProps {
  readonly multiple?: boolean | undefined
  readonly chooseFilesButtonClassList?: readonly string[] | undefined
  readonly chooseFilesButtonText?: string | undefined
  readonly dropInstructionText?: string | undefined
  readonly noFileChosenText?: string | undefined
  readonly multipleFilesChosenText?: Messages | undefined
  readonly enteredDropZoneText?: string | undefined
  readonly leftDropZoneText?: string | undefined
}

export function FileUpload(props: FileUploadProps) {
  const buttonClasses = props.chooseFilesButtonClassList
  const attributes = {
    'data-module': 'nhsuk-file-upload',
    'data-choose-files-button-class-list': buttonClasses && JSON.stringify(buttonClasses),
    ...messageAttributes('choose-files-button', props.chooseFilesButtonText),
    ...messageAttributes('no-file-chosen', props.noFileChosenText),
    ...messageAttributes('multiple-files-chosen', props.multipleFilesChosenText),
    ...messageAttributes('drop-instruction', props.dropInstructionText),
    ...messageAttributes('entered-drop-zone', props.enteredDropZoneText),
    ...messageAttributes('left-drop-zone', props.leftDropZoneText),
  }
  return (
    <FieldGroup field={props} classes="nhsuk-file-upload" attributes={attributes}>
      {(id, describedBy) => (
        <>
          {props.formGroup?.beforeInput}
          <input
            class={classNames('nhsuk-file-upload__input', props.classes)}
            id={id}
            name={props.name}
            type="file"
            disabled={props.disabled}
            multiple={props.multiple}
            aria-describedby={describedBy}
            {...props.attributes}
          />
          {props.formGroup?.afterInput}
        </>
      )}
    </FieldGroup>
  )
}
