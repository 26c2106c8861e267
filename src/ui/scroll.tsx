import type { Wording } from './wording.ts'

interface ScrollProps extends Wording {
  readonly labelledBy?: string | undefined
  readonly variant?: 'reverse' | undefined
}

/** Lets a wide table scroll by itself, so that the page need not. */
export function Scroll({ labelledBy, variant, text, children }: ScrollProps) {
  return (
    <div
      class={`nhsuk-scroll${variant ? ` nhsuk-scroll--${variant}` : ''}`}
      data-module="nhsuk-scroll"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: kept as nhsuk-frontend has it, for its script */}
      <div class="nhsuk-scroll__content" role="region" aria-labelledby={labelledBy}>
        {children ?? <p>{text}</p>}
      </div>
    </div>
  )
}
