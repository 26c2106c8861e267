import type { Door } from '../model/home.ts'
import { DoorIcon } from './door-icon.tsx'

interface DoorCardProps {
  readonly door: Door
  readonly notYet: string
}

/** One audience, and its first actions: each reaches a working page in one tap. */
export function DoorCard({ door, notYet }: DoorCardProps) {
  return (
    <li class="lanyard-door">
      <div class="lanyard-door__head">
        <DoorIcon picture={door.picture} />
        <h3 class="lanyard-door__who">{door.who}</h3>
      </div>
      <p>{door.what}</p>
      <ul class="lanyard-door__actions">
        {door.actions.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
        {door.choices && <Choices choices={door.choices} />}
      </ul>
      {door.notYet !== undefined && (
        <p class="lanyard-door__not-yet">
          <strong>{notYet}:</strong> {door.notYet}
        </p>
      )}
    </li>
  )
}

function Choices({ choices }: { readonly choices: NonNullable<Door['choices']> }) {
  return (
    <li>
      {choices.lead}
      <ul class="lanyard-door__choices">
        {choices.links.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>
              <span class="nhsuk-u-visually-hidden">{choices.lead} </span>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </li>
  )
}
