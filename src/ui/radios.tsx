import { Choices, type ChoicesProps } from './choices.tsx'

export interface RadiosProps extends ChoicesProps {
  /** The value that is chosen. */
  readonly value?: string | number | undefined
}

export function Radios({ value, ...choices }: RadiosProps) {
  return (
    <Choices {...choices} kind="radio" isChosen={(choice) => !!value && choice.value === value} />
  )
}
