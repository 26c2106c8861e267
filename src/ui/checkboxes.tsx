import { Choices, type ChoicesProps } from './choices.tsx'

export interface CheckboxesProps extends ChoicesProps {
  /** The values that are ticked. */
  readonly values?: readonly (string | number)[] | undefined
}

export function Checkboxes({ values, ...choices }: CheckboxesProps) {
  return (
    <Choices
      {...choices}
      kind="checkbox"
      isChosen={({ value }) => value !== undefined && !!values?.includes(value)}
    />
  )
}
