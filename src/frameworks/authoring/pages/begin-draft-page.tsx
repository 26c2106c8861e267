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
import type { EditionHead } from '../../frameworks-store.ts'

interface BeginDraftPageProps extends OwnPageProps {
  /** Editions that a draft can begin from. */
  readonly editions: readonly EditionHead[]
  readonly entered: { readonly from: string; readonly version: string }
  readonly errors?: readonly FieldFault[] | undefined
}

const statusWords = {
  draft: 'a draft',
  'in-consultation': 'in consultation',
  published: 'published',
  withdrawn: 'withdrawn',
} as const

export function BeginDraftPage(props: BeginDraftPageProps) {
  const { account, demo, errors, editions, entered } = props
  const title = 'Begin a new edition'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team
      back={{ href: paths.drafts(), text: 'Drafts' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <OwnForm action={paths.beginDraft()} csrfToken={account.csrfToken}>
        <Radios
          name="from"
          fieldset={{ legend: { text: 'Which edition do you begin from?', size: 's' } }}
          hint="All its words are copied into your draft. The edition itself stays as it is."
          errorMessage={faultOf(errors, 'from')}
          value={entered.from}
          items={editions.map(({ ref, title, status }) => ({
            value: ref,
            text: `${title}: ${ref.split('/')[1]}`,
            hint: `This edition is ${statusWords[status]}.`,
          }))}
        />
        <Input
          name="version"
          label={{ text: 'What is the new edition called?', size: 's' }}
          hint="It stands in every address of the edition, such as 2027 or 2027-draft: small letters, figures and hyphens."
          errorMessage={faultOf(errors, 'version')}
          value={entered.version}
          width={10}
          autocapitalize="none"
          spellcheck={false}
        />
        <Button text="Begin the draft" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
