import type { CardWords } from '../model/role-guidance.ts'

interface RolePrintCardProps {
  readonly name: string
  readonly words: CardWords
  readonly qrSvg: string
  readonly address: string
}

/** A card to print. Its code holds the page's public address and nothing about anybody (R11). */
export function RolePrintCard({ name, words, qrSvg, address }: RolePrintCardProps) {
  return (
    <section class="nhsuk-card lanyard-print-card" aria-labelledby="print-card">
      <div class="nhsuk-card__content">
        <h2 class="nhsuk-card__heading nhsuk-heading-m" id="print-card">
          <span class="nhsuk-caption-m">{name}</span> {words.heading}
        </h2>
        <div
          class="lanyard-print-card__code"
          role="img"
          aria-label={words.picture}
          // The drawing is made on the server from the page's own address.
          dangerouslySetInnerHTML={{ __html: qrSvg }}
        />
        <p>
          {words.address}: <span class="lanyard-print-card__address">{address}</span>
        </p>
        <p class="nhsuk-hint lanyard-print-card__hint">{words.hint}</p>
      </div>
    </section>
  )
}
