import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Entry } from '../../model/entry.ts'

export function TakeOutEntryPage({
  account,
  demo,
  entry,
}: OwnPageProps & { readonly entry: Entry }) {
  const title = 'Take this out of my passport?'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.ownEntry(entry.id), text: entry.title }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        <strong>{entry.title}</strong> goes, with its earlier versions and the evidence that you
        added to it. You cannot get it back.
      </p>
      <OwnForm action={paths.takeOutEntry(entry.id)} csrfToken={account.csrfToken}>
        <Button text="Take it out" variant="warning" />
      </OwnForm>
      <p>
        <a href={paths.ownEntry(entry.id)}>Keep it</a>
      </p>
    </OwnLayout>
  )
}
