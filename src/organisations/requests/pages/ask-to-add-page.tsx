import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { type FieldFault, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { RegisterWords } from '../../model/kinds.ts'
import type { OrganisationRequest, WantedOrganisation } from '../../model/organisation-request.ts'
import { WantedFields } from '../../pages/wanted-fields.tsx'
import { AskedList } from './asked-list.tsx'
import { type ShownEntered, ShownFields } from './shown-fields.tsx'

export type AddEntered = WantedOrganisation & ShownEntered

export interface AskToAddPageProps extends OwnPageProps {
  readonly words: RegisterWords
  readonly asked: readonly OrganisationRequest[]
  readonly entered: AddEntered
  readonly errors?: readonly FieldFault[] | undefined
}

const title = 'Ask us to add your organisation'

export function AskToAddPage({ words, asked, entered, errors, account, demo }: AskToAddPageProps) {
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{ href: paths.organisations(), text: 'Register of organisations' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <AskedList asked={asked} />
      <p>
        First <a href={paths.organisations()}>look in the register</a>: it may be there under an
        earlier name.
      </p>
      <p>
        When you send this, two stewards check who the organisation is. It can take some days. You
        see the answer on this page.
      </p>
      <OwnForm action={paths.addOrganisation()} csrfToken={account.csrfToken}>
        <WantedFields {...{ entered, words, errors }} />
        <ShownFields {...{ entered, words, errors }} />
        <Button text="Send to the stewards" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
