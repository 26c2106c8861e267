import { Details } from '../../../ui/details.tsx'
import type { GoodEvidence } from '../model/good-evidence.ts'
import { settingName } from './setting-names.ts'

/** Nothing where nothing is known: an empty box helps nobody. */
export function GoodEvidenceView({ good }: { readonly good: readonly GoodEvidence[] }) {
  if (good.length === 0) return null
  return (
    <Details summary="What good evidence looks like">
      {good.map(({ capability, good, settings }) => (
        <div key={capability}>
          <ul>
            {good.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {settings.length > 0 && (
            <dl class="lanyard-seen-by">
              {settings.map(({ setting, example }) => (
                <div key={setting}>
                  <dt>{settingName(setting)}</dt>
                  <dd>{example}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      ))}
    </Details>
  )
}
