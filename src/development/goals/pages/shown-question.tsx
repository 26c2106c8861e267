import { Radios } from '../../../ui/radios.tsx'

export function ShownQuestion({ shared }: { readonly shared: boolean }) {
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
          text: 'Me and my supervisor',
          hint: 'They see the goal and its steps. They do not see what it said before, or your other goals.',
        },
      ]}
    />
  )
}
