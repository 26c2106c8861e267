import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Select } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { StoredEdition } from '../../frameworks-store.ts'
import { levelSlugs } from '../../model/framework.ts'
import { levelName } from '../../model/names.ts'
import { listForeignCodes } from '../model/list-codes.ts'
import { confidences, coverages, relations } from '../model/mapping.ts'
import { confidenceNames, coverageNames, relationNames } from '../model/mapping-names.ts'
import type { ForeignEdition } from '../read-crosswalk.ts'
import { codeName } from './crosswalk-page.tsx'
import { TwoTexts } from './two-texts.tsx'

interface DecideMappingPageProps extends OwnPageProps {
  readonly from: StoredEdition
  readonly to: ForeignEdition
  readonly action: string
  readonly back: string
  /** Its code is given. */
  readonly replaces?: boolean | undefined
  readonly entered: {
    readonly from: string
    readonly level: string
    readonly to: string
    readonly relation: string
    readonly coverage: string
    readonly missing: string
    readonly confidence: string
    readonly why: string
  }
  readonly errors?: readonly FieldFault[] | undefined
}

export function DecideMappingPage(props: DecideMappingPageProps) {
  const { account, demo, errors, from, to, action, back, entered, replaces } = props
  const title = 'Decide how they go together'
  const level = levelSlugs.find((slug) => slug === entered.level)
  const mapping = { from: entered.from.split(/[\s,]+/), level, to: entered.to }
  return (
    <OwnLayout {...{ account, demo, errors, title }} team back={{ href: back, text: 'Back' }}>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{to.edition.title}</span>
        {title}
      </h1>
      {replaces && <TwoTexts {...{ from, to, mapping }} />}
      <OwnForm action={action} csrfToken={account.csrfToken}>
        <input type="hidden" name="framework" value={to.ref} />
        <WhatGoesTogether {...props} />
        <HowTheyGo {...props} />
        <Button text="Send my decision" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}

function WhatGoesTogether({ from, to, entered, errors, replaces }: DecideMappingPageProps) {
  return (
    <>
      {!replaces && (
        <Select
          name="to"
          label={{ text: 'Theirs', size: 's' }}
          errorMessage={faultOf(errors, 'to')}
          value={entered.to}
          items={[
            { value: '', text: 'Select one' },
            ...listForeignCodes(to.edition).map((code) => ({
              value: code.code,
              text: codeName(code),
            })),
          ]}
        />
      )}
      <Input
        name="from"
        label={{ text: 'Ours: sections or statements', size: 's' }}
        hint="Codes with commas between them, such as 3.9, 5.7-entry. Taken together."
        errorMessage={faultOf(errors, 'from')}
        value={entered.from}
      />
      <p>
        <a href={paths.statements(from.ref)}>Find statements in our framework</a>
      </p>
      <Select
        name="level"
        label={{ text: 'Of which level of ours?', size: 's' }}
        errorMessage={faultOf(errors, 'level')}
        value={entered.level}
        items={[
          { value: '', text: 'Every level' },
          ...levelSlugs.map((slug) => ({ value: slug, text: levelName(from.edition, slug) })),
        ]}
      />
    </>
  )
}

function HowTheyGo({ entered, errors }: DecideMappingPageProps) {
  return (
    <>
      <Radios
        name="relation"
        fieldset={{ legend: { text: 'How do they go together?', size: 's' } }}
        errorMessage={faultOf(errors, 'relation')}
        value={entered.relation}
        items={relations.map((value) => ({ value, text: relationNames[value] }))}
      />
      <Radios
        name="coverage"
        fieldset={{ legend: { text: 'How much of theirs does ours take in?', size: 's' } }}
        errorMessage={faultOf(errors, 'coverage')}
        value={entered.coverage}
        items={coverages.map((value) => ({ value, text: coverageNames[value] }))}
      />
      <Textarea
        name="missing"
        label={{ text: 'What is missing, in words?', size: 's' }}
        hint="What somebody still has to show there, although they hold all of ours. Workers read this."
        errorMessage={faultOf(errors, 'missing')}
        rows={3}
        value={entered.missing}
      />
      <Radios
        name="confidence"
        fieldset={{ legend: { text: 'How sure are you?', size: 's' } }}
        errorMessage={faultOf(errors, 'confidence')}
        value={entered.confidence}
        items={confidences.map((value) => ({ value, text: confidenceNames[value] }))}
      />
      <Textarea
        name="why"
        label={{ text: 'Why do you decide this?', size: 's' }}
        hint="Everybody can read this. Do not name people."
        errorMessage={faultOf(errors, 'why')}
        rows={3}
        value={entered.why}
      />
    </>
  )
}
