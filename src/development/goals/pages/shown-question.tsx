import { Radios } from '../../../ui/radios.tsx'

export interface ShownQuestionProps {
  readonly shared: boolean
  /** Who they are now: every one of them sees it. */
  readonly supervisors: readonly string[]
}

export function ShownQuestion({ shared, supervisors }: ShownQuestionProps) {
  return (
    <Radios
      name="shared"
      fieldset={{ legend: { text: 'Who is this for?', size: 'm' } }}
      hint="You can change this whenever you like."
      value={shared ? 'yes' : 'no'}
      items={[
        { value: 'no', text: 'Only me' },
        {
          value: 'yes',
          text: supervisors.length > 1 ? 'Me and all my supervisors' : 'Me and my supervisor',
          hint: `${whoSees(supervisors)} They see the goal and its steps. They do not see what it said before, or your other goals.`,
        },
      ]}
    />
  )
}

function whoSees(supervisors: readonly string[]): string {
  if (supervisors.length === 0) {
    return 'Nobody supervises you now. Whoever does later sees it, while they supervise you.'
  }
  const names = supervisors.join('; ')
  return supervisors.length === 1
    ? `Now that is ${names}. Whoever supervises you later sees it too.`
    : `Now these are ${names}. All of them see it, and whoever supervises you later.`
}
