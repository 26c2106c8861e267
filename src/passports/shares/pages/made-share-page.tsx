import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'

interface MadeSharePageProps extends OwnPageProps {
  /** Of the link. */
  readonly id: string
  readonly address: string
  /** The same address as an SVG drawing. */
  readonly qrCode: string
  readonly expiresAt: Date
  readonly titles: readonly string[]
}

export function MadeSharePage(props: MadeSharePageProps) {
  const { account, demo, id, address, qrCode, expiresAt, titles } = props
  const title = 'Your link is ready'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.shares(), text: 'Share my credentials' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>Copy the link, or let somebody scan the code.</p>
      <p class="lanyard-link">
        <a href={address}>{address}</a>
      </p>
      <p>
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary nhsuk-button--small lanyard-copy"
          data-copy={address}
          data-copied="lanyard-copied"
          hidden
        >
          Copy the link
        </button>{' '}
        <span id="lanyard-copied" role="status"></span>
      </p>
      <p>
        <a href={address}>See what they will see</a>
      </p>
      <div
        class="lanyard-qr"
        role="img"
        aria-label="A QR code of the same link"
        dangerouslySetInnerHTML={{ __html: qrCode }}
      />
      <p>
        <button
          type="button"
          class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          data-phone="code"
          data-share={id}
          data-until={expiresAt.getTime()}
          data-words={`It works until ${plainDate(expiresAt)}, and shows: ${titles.join('; ')}.`}
          hidden
        >
          Keep this QR code on this phone
        </button>{' '}
        <span role="status" data-phone="told"></span>
      </p>
      <p>
        <strong>The link stops working on {plainDate(expiresAt)}.</strong> It shows your name and:
      </p>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      <WarningCallout heading={{ text: 'Copy it now', level: 2 }}>
        <p>
          We do not keep the link, so we cannot show it again. If you lose it, stop it and make
          another one.
        </p>
      </WarningCallout>
      <p>
        <a href={paths.shares()}>See or stop my links</a>
      </p>
    </OwnLayout>
  )
}
