import { Input } from '../../ui/input.tsx'
import { type FieldFault, faultOf } from '../../ui/own-layout.tsx'
import { Radios } from '../../ui/radios.tsx'
import { Select } from '../../ui/select.tsx'
import type { RegisterWords } from '../model/kinds.ts'
import type { WantedOrganisation } from '../model/organisation-request.ts'

/** What everybody is asked about an organisation that is to be added. */
export function WantedFields({
  entered,
  words,
  errors,
}: {
  readonly entered: WantedOrganisation
  readonly words: RegisterWords
  readonly errors: readonly FieldFault[] | undefined
}) {
  const choice = ({ slug, name }: { readonly slug: string; readonly name: string }) => ({
    value: slug,
    text: name,
  })
  return (
    <>
      <Input
        name="name"
        label={{ text: 'Its full name', size: 'm' }}
        hint="As it stands in public registers. For example, Merrowfell Hospitals NHS Trust"
        errorMessage={faultOf(errors, 'name')}
        value={entered.name}
        autocomplete="off"
      />
      <Radios
        name="kind"
        fieldset={{ legend: { text: 'What kind is it?', size: 'm' } }}
        errorMessage={faultOf(errors, 'kind')}
        value={entered.kind}
        items={words.kinds.map(({ hint, ...kind }) => ({ ...choice(kind), hint }))}
      />
      <Radios
        name="nation"
        fieldset={{ legend: { text: 'Which nation?', size: 'm' } }}
        errorMessage={faultOf(errors, 'nation')}
        value={entered.nation}
        items={words.nations.map(choice)}
      />
      <Select
        name="sector"
        label={{ text: 'Which sector?', size: 'm' }}
        errorMessage={faultOf(errors, 'sector')}
        value={entered.sector}
        items={[{ value: '', text: 'Select a sector' }, ...words.sectors.map(choice)]}
      />
    </>
  )
}
