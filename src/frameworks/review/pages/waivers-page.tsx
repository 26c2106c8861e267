import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnForm } from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { checkName } from '../model/finding-words.ts'
import type { Waiver } from '../model/waiver.ts'
import { nameOf } from '../read-draft-view.ts'
import { DraftLayout, type DraftPageProps } from './draft-layout.tsx'

interface WaiversPageProps extends DraftPageProps {
  readonly waivers: readonly Waiver[]
  /** Ids of those whose words are gone. */
  readonly idle: ReadonlySet<string>
  readonly placeName: (thing: string) => string
  readonly done?: string | undefined
}

const doneWords: Readonly<Record<string, string>> = {
  waived: 'The finding is waived. It does not block publishing any more.',
  ended: 'The waiver has ended. The finding counts again.',
}

export function WaiversPage(props: WaiversPageProps) {
  const { waivers, done = '' } = props
  const words = doneWords[done]
  const standing = waivers.filter(({ ended }) => ended === undefined)
  const ended = waivers.filter((waiver) => waiver.ended !== undefined)
  return (
    <DraftLayout {...props} heading="Waivers" current="waivers">
      {words && <DoneBanner title="Done" words={words} />}
      <p>
        A waiver lets one finding stand, with a reason. It fits those words at that place alone.
        Waivers are published with the edition, without the names of people.
      </p>
      <h2 class="nhsuk-heading-m">Standing</h2>
      {standing.length === 0 && <p>Nothing is waived.</p>}
      {standing.map((waiver) => (
        <OneWaiver key={waiver.id} {...{ ...props, waiver }} />
      ))}
      {ended.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Ended</h2>
          {ended.map((waiver) => (
            <OneWaiver key={waiver.id} {...{ ...props, waiver }} />
          ))}
        </>
      )}
    </DraftLayout>
  )
}

function OneWaiver(props: WaiversPageProps & { readonly waiver: Waiver }) {
  const { view, account, waiver, idle, placeName } = props
  const { code, target, quote, reason, by, at, ended } = waiver
  const name = placeName(target)
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Where', value: name },
          { key: 'Check', value: checkName(code) },
          ...(quote === '' ? [] : [{ key: 'Words', value: `“${quote}”` }]),
          { key: 'Why it stands', value: reason },
          { key: 'Waived by', value: `${nameOf(view, by)}, ${plainDate(at)}` },
          ...(ended === undefined
            ? []
            : [{ key: 'Ended by', value: `${nameOf(view, ended.by)}, ${plainDate(ended.at)}` }]),
          ...(idle.has(waiver.id)
            ? [
                {
                  key: 'State',
                  value: {
                    children: (
                      <>
                        <Tag colour="grey" text="Idle" /> Its words are gone, so it lets nothing
                        pass.
                      </>
                    ),
                  },
                },
              ]
            : []),
        ]}
      />
      {ended === undefined && view.may.steward && view.may.write && (
        <OwnForm action={paths.endWaiver(view.draft.id, waiver.id)} csrfToken={account.csrfToken}>
          <Button variant="secondary" small preventDoubleClick>
            End this waiver
            <span class="nhsuk-u-visually-hidden">
              : {checkName(code)}, {name}
            </span>
          </Button>
        </OwnForm>
      )}
    </>
  )
}
