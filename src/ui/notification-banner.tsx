import { type Attributes, classNames, modifier } from './attributes.ts'
import { Heading, type HeadingOptions } from './heading.tsx'
import { type Option, optionsOf, saidBy, type Wording, wordingOf } from './wording.ts'

export interface NotificationBannerProps extends Wording {
  readonly variant?: 'success' | undefined
  readonly title?: Option<HeadingOptions> | undefined
  readonly heading?: Option<HeadingOptions> | undefined
  readonly role?: 'alert' | 'region' | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

function BannerTitle({ banner, id }: { banner: NotificationBannerProps; id: string }) {
  const title = optionsOf(banner.title)
  return (
    <div class="nhsuk-notification-banner__header">
      <Heading
        {...title}
        id={id}
        level={title?.level ?? 2}
        className="nhsuk-notification-banner__title"
      >
        {wordingOf(title) ?? (banner.variant === 'success' ? 'Success' : 'Important')}
      </Heading>
    </div>
  )
}

/** `text` is put in a paragraph; children bring their own. */
function BannerContent({ banner }: { banner: NotificationBannerProps }) {
  const heading = saidBy(banner.heading)
  const paragraph = heading ? 'nhsuk-body' : 'nhsuk-notification-banner__heading'
  return (
    <div class="nhsuk-notification-banner__content">
      {heading && (
        <Heading
          {...heading}
          level={heading.level ?? 3}
          className="nhsuk-notification-banner__heading"
        />
      )}
      {banner.children ?? (banner.text && <p class={paragraph}>{banner.text}</p>)}
    </div>
  )
}

export function NotificationBanner(props: NotificationBannerProps) {
  const base = 'nhsuk-notification-banner'
  const titleId = optionsOf(props.title)?.id ?? `${base}-title`
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it may have support the label
    <div
      class={classNames(base, props.classes, modifier(base, props.variant, props.classes))}
      id={props.id}
      data-module={base}
      data-disable-auto-focus={
        props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)
      }
      role={props.role ?? (props.variant === 'success' ? 'alert' : 'region')}
      aria-labelledby={titleId}
      {...props.attributes}
    >
      <BannerTitle banner={props} id={titleId} />
      <BannerContent banner={props} />
    </div>
  )
}
