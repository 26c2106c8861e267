import { paths } from '../../../paths.ts'
import { WarningCallout } from '../../../ui/warning-callout.tsx'

interface NotYoursProps {
  readonly request: { readonly organisation: string }
  readonly refused: readonly string[]
}

/** What the reader may not sign here: which statements, and why. */
export function NotYours({ request, refused }: NotYoursProps) {
  if (refused.length === 0) return null
  return (
    <WarningCallout heading={{ text: 'Not yours to sign here', level: 2 }}>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {refused.map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
      <p>
        This is <a href={paths.assessing(request.organisation)}>your organisation’s rule</a>. You
        can sign the rest, and somebody else these.
      </p>
    </WarningCallout>
  )
}
