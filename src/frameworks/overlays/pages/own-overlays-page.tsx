import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { OverlayHead } from '../model/overlay.ts'

interface OwnOverlaysPageProps extends OwnPageProps {
  readonly overlays: readonly (OverlayHead & { readonly id: string })[]
}

export function OwnOverlaysPage({ account, demo, overlays }: OwnOverlaysPageProps) {
  const title = 'What your organisation adds'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      notInMenu
      back={{ href: paths.overlays(), text: 'What others add to the framework' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Add statements of your own to an edition, or columns beside ours, such as your local policy.
        Nobody else sees them until you publish.
      </p>
      {overlays.length === 0 ? (
        <p>You have not begun any yet.</p>
      ) : (
        <ul class="lanyard-contents-list">
          {overlays.map(({ id, title, edition }) => (
            <li key={id}>
              <a href={paths.overlay(id)}>{title}</a>
              <span class="nhsuk-hint">Added to {edition}</span>
            </li>
          ))}
        </ul>
      )}
      <Button text="Begin a new one" href={paths.beginOverlay()} />
    </OwnLayout>
  )
}
