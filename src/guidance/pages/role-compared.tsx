import type { ComponentChildren } from 'preact'
import type { ProfessionRole } from '../../frameworks/model/framework.ts'
import { Icon } from '../../ui/icon.tsx'
import type { RoleWords } from '../model/role-guidance.ts'

interface RoleComparedProps {
  readonly role: ProfessionRole
  readonly words: RoleWords
}

/** Support worker and registered professional side by side; one above the other on a phone. */
export function RoleCompared({ role, words }: RoleComparedProps) {
  const { does, may } = words
  return (
    <>
      <h2 class="nhsuk-heading-l">{does.heading}</h2>
      <div class="nhsuk-grid-row nhsuk-card-group">
        <HalfCard heading={does.supportWorker}>
          <p>
            {does.called}: {role.supportTitles.join(', ')}.
          </p>
          <Lines lines={role.supportWorkerDoes} />
        </HalfCard>
        <HalfCard heading={role.registeredTitle}>
          <Lines lines={role.registeredProfessionalDoes} />
        </HalfCard>
      </div>
      <h2 class="nhsuk-heading-l">{may.heading}</h2>
      <div class="nhsuk-grid-row nhsuk-card-group">
        <HalfCard heading={may.supportWorker}>
          <MarkedLines mark="tick" said={may.may} lines={may.supportWorkerMay} />
          <MarkedLines mark="cross" said={may.mayNot} lines={may.supportWorkerMayNot} />
        </HalfCard>
        <HalfCard heading={may.registeredProfessional}>
          <MarkedLines mark="tick" said={may.may} lines={may.registeredProfessionalMay} />
          <MarkedLines mark="cross" said={may.mayNot} lines={may.registeredProfessionalMayNot} />
        </HalfCard>
      </div>
    </>
  )
}

interface HalfCardProps {
  readonly heading: string
  readonly children: ComponentChildren
}

function HalfCard({ heading, children }: HalfCardProps) {
  return (
    <div class="nhsuk-grid-column-one-half nhsuk-card-group__item">
      <div class="nhsuk-card">
        <div class="nhsuk-card__content">
          <h3 class="nhsuk-card__heading nhsuk-heading-m">{heading}</h3>
          {children}
        </div>
      </div>
    </div>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

interface MarkedLinesProps {
  readonly mark: 'tick' | 'cross'
  readonly said: string
  readonly lines: readonly string[]
}

function MarkedLines({ mark, said, lines }: MarkedLinesProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: a list without bullets is no list to VoiceOver unless its role is said.
    <ul class={`nhsuk-list nhsuk-list--${mark}`} role="list">
      {lines.map((line) => (
        <li key={line}>
          <Icon name={mark} />
          <strong>{said}</strong>
          {line}
        </li>
      ))}
    </ul>
  )
}
