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
import type { DetailsEntered } from '../model/entered.ts'
import { overlayKindNames, overlayKinds } from '../model/overlay.ts'

interface BeginOverlayPageProps extends OwnPageProps {
  readonly organisations: readonly { readonly slug: string; readonly name: string }[]
  readonly editions: readonly StoredEdition[]
  readonly entered: Partial<DetailsEntered>
  readonly errors?: readonly FieldFault[] | undefined
}

export function BeginOverlayPage(props: BeginOverlayPageProps) {
  const { account, demo, errors, organisations, editions, entered } = props
  const title = 'Begin to add something'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      notInMenu
      back={{ href: paths.ownOverlays(), text: 'Back' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <OwnForm action={paths.beginOverlay()} csrfToken={account.csrfToken}>
        <Select
          name="organisation"
          label={{ text: 'Whose is it?', size: 's' }}
          errorMessage={faultOf(errors, 'organisation')}
          value={entered.organisation ?? organisations[0]?.slug}
          items={organisations.map(({ slug, name }) => ({ value: slug, text: name }))}
        />
        <Select
          name="edition"
          label={{ text: 'Which edition does it add to?', size: 's' }}
          errorMessage={faultOf(errors, 'edition')}
          value={entered.edition ?? ''}
          items={[
            { value: '', text: 'Choose an edition' },
            ...editions.map(({ ref, edition }) => ({
              value: ref,
              text: `${edition.title}, ${edition.version}`,
            })),
          ]}
        />
        <Radios
          name="kind"
          fieldset={{ legend: { text: 'What is it for?', size: 's' } }}
          errorMessage={faultOf(errors, 'kind')}
          value={entered.kind}
          items={overlayKinds.map((value) => ({ value, text: overlayKindNames[value] }))}
        />
        <Input
          name="title"
          label={{ text: 'Title', size: 's' }}
          hint="Such as Stroke unit additions. It becomes part of its address."
          value={entered.title}
          errorMessage={faultOf(errors, 'title')}
        />
        <Textarea
          name="about"
          label={{ text: 'What is it about?', size: 's' }}
          rows={3}
          value={entered.about}
          errorMessage={faultOf(errors, 'about')}
        />
        <Input
          name="prefix"
          label={{ text: 'First letters of your codes', size: 's' }}
          hint="2 to 6 letters, such as AHT. Your codes then look like AHT-3.9.1-entry."
          width={5}
          value={entered.prefix}
          errorMessage={faultOf(errors, 'prefix')}
        />
        <Button text="Begin" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
