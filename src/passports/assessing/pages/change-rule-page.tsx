import type { Finding } from '../../../finding.ts'
import { type Edition, levelSlugs } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { Details } from '../../../ui/details.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Select } from '../../../ui/select.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import type { ProfessionNames } from '../model/assessing-rule.ts'
import { type LineEntered, type RuleEntered, specialLines } from '../model/rule-entered.ts'

interface ChangeRulePageProps extends OwnPageProps {
  readonly slug: string
  readonly name: string
  readonly edition: Edition
  readonly names: ProfessionNames
  readonly entered: RuleEntered
  readonly errors?: readonly FieldFault[] | undefined
  /** What the rule as filled in would do, where that is not right: said once, then it is theirs. */
  readonly warnings?: readonly Finding[] | undefined
}

export function ChangeRulePage(props: ChangeRulePageProps) {
  const { account, demo, slug, name, entered, errors, warnings = [] } = props
  const title = `Change who may sign off at ${name}`
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team
      back={{ href: paths.assessing(slug), text: 'Who may sign this off' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Everybody who works at {name} can read the rule. It holds from the moment you save it, for
        what is signed from then on. It never makes anybody an assessor: that is{' '}
        <a href={paths.team()}>a permission of each person</a>.
      </p>
      <OwnForm action={paths.changeAssessing(slug)} csrfToken={account.csrfToken}>
        <input type="hidden" name="version" value={entered.version} />
        <Who {...props} prefix="all" line={entered.base} legend="Who may sign off?" />
        <h2 class="nhsuk-heading-m">Something else for some statements</h2>
        <p>You can leave these out. The first line that fits a statement decides.</p>
        {specialLines.map((number, place) => (
          <SpecialLine key={number} {...props} number={number} line={entered.special[place]} />
        ))}
        <Radios
          name="second"
          fieldset={{
            legend: { text: 'Do higher-risk statements need a second assessor?', size: 'm' },
          }}
          hint="A second colleague confirms on their own phone. The statement counts once both have signed."
          errorMessage={faultOf(errors, 'second')}
          value={entered.second}
          items={[
            { value: 'high-risk', text: 'Yes, two assessors' },
            { value: 'none', text: 'No, one is enough' },
          ]}
        />
        {warnings.length > 0 && (
          <WarningCallout heading={{ text: 'Before you save', level: 2 }}>
            {warnings.map(({ code, message }) => (
              <p key={code}>{message}</p>
            ))}
            <p>
              Change the rule, or make sure that enough people have the permission and a checked
              registration. Nothing is saved yet.
            </p>
            <Checkboxes
              name="anyway"
              values={[]}
              items={[{ value: 'yes', text: 'Save this rule all the same' }]}
            />
          </WarningCallout>
        )}
        <Button text="Save the rule" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}

interface LineProps extends Pick<ChangeRulePageProps, 'names' | 'errors'> {
  readonly prefix: string
  readonly line: LineEntered
  readonly legend: string
}

function Who({ prefix, line, legend, names, errors }: LineProps) {
  return (
    <>
      <Radios
        name={`${prefix}-who`}
        fieldset={{ legend: { text: legend, size: prefix === 'all' ? 'm' : 's' } }}
        errorMessage={faultOf(errors, `${prefix}-who`)}
        value={line.who}
        items={[
          {
            value: 'experienced',
            text: 'Anybody with the permission to sign off',
            hint: 'Also an experienced colleague who is on no register',
          },
          {
            value: 'registered',
            text: 'Only a registered professional',
            hint: 'With the permission, and a registration that you have checked',
          },
        ]}
      />
      <Details summary="Only some professions" open={line.professions.length > 0}>
        <Checkboxes
          name={`${prefix}-professions`}
          idPrefix={`${prefix}-professions`}
          small
          fieldset={{ legend: { text: 'If registered: which professions?', size: 's' } }}
          hint="Tick none for any of them."
          values={line.professions}
          items={[...names].map(([value, text]) => ({ value, text }))}
        />
      </Details>
    </>
  )
}

function SpecialLine({
  number,
  line,
  edition,
  ...props
}: ChangeRulePageProps & { readonly number: string; readonly line: LineEntered | undefined }) {
  if (line === undefined) return null
  const prefix = `x${number}`
  const used = line.who !== '' || line.domain !== '' || line.level !== '' || line.highRisk
  return (
    <Details summary={`Line ${number}`} open={used}>
      <Select
        name={`${prefix}-domain`}
        id={`${prefix}-domain`}
        label="Statements of"
        value={line.domain}
        errorMessage={faultOf(props.errors, `${prefix}-domain`)}
        items={[
          { value: '', text: 'Any domain' },
          ...edition.domains.map(({ number, title }) => ({
            value: String(number),
            text: `${number}. ${title}`,
          })),
        ]}
      />
      <Select
        name={`${prefix}-level`}
        id={`${prefix}-level`}
        label="At"
        value={line.level}
        items={[
          { value: '', text: 'Any level' },
          ...levelSlugs.map((slug) => ({ value: slug, text: levelName(edition, slug) })),
        ]}
      />
      <Checkboxes
        name={`${prefix}-high-risk`}
        idPrefix={`${prefix}-high-risk`}
        small
        values={line.highRisk ? ['yes'] : []}
        items={[{ value: 'yes', text: 'Only the higher-risk ones' }]}
      />
      <Who {...props} {...{ prefix, line }} legend="Who may sign these?" />
    </Details>
  )
}
