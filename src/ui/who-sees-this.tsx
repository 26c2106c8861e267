/** On every page that is somebody's own: who sees what is on it. */
import { createContext, type VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { paths } from '../paths.ts'
import { Details } from './details.tsx'

export interface Audience {
  readonly seenBy: readonly { readonly who: string; readonly what: string }[]
  /** Who does not, and anything else worth saying. */
  readonly besides?: string | undefined
}

const PageAudience = createContext<Audience | undefined>(undefined)

/** Asked by whatever sends a page, so that no page can forget it. */
export function withAudience(page: VNode, audience: Audience | undefined): VNode {
  return <PageAudience.Provider value={audience}>{page}</PageAudience.Provider>
}

export function WhoSeesThis() {
  const audience = useContext(PageAudience)
  if (audience === undefined) return null
  return (
    <Details summary="Who sees this" classes="lanyard-who-sees-this" id="who-sees-this">
      <dl class="lanyard-seen-by">
        {audience.seenBy.map(({ who, what }) => (
          <div key={who}>
            <dt>{who}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      {audience.besides && <p>{audience.besides}</p>}
      <p>
        <a href={paths.preview()}>See your record as others see it</a>, or read{' '}
        <a href={paths.privacy()}>how your information is used</a>.
      </p>
    </Details>
  )
}
