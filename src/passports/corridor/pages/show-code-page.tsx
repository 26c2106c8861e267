import type { Edition, LevelSlug, Section } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { Details } from '../../../ui/details.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'

interface ShowCodePageProps extends OwnPageProps {
  readonly edition: Edition
  readonly level: LevelSlug
  readonly sections: readonly (Section & { readonly domain: number })[]
  /** Of the visit to come. */
  readonly id: string
  readonly chosen: readonly string[]
}

export function ShowCodePage(props: ShowCodePageProps) {
  const { edition, level, id, account, demo } = props
  const title = 'Sign-off, face to face'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.passport(level), text: 'My passport' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{levelName(edition, level)}</span>
        {title}
      </h1>
      <p>
        Has somebody who signs off just seen you at work? Show them a code. They type it on their
        own phone and tick what they saw.
      </p>
      <OwnForm action={paths.showCode(level)} csrfToken={account.csrfToken}>
        <input type="hidden" name="id" value={id} />
        <Button text="Show a code" preventDoubleClick />
        <ChooseSections {...props} />
      </OwnForm>
      <h2 class="nhsuk-heading-m">What they see</h2>
      <p>
        Your name, your job, and the statements. What you said that you do comes first. They never
        see your private notes or your other answers.
      </p>
      <p>
        Not together now? You can{' '}
        <a href={paths.passport(level)}>ask a colleague from your passport</a> instead.
      </p>
    </OwnLayout>
  )
}

function ChooseSections({ edition, sections, chosen }: ShowCodePageProps) {
  return (
    <Details summary={{ text: 'Choose what they look at' }} open={chosen.length > 0}>
      <p>If you choose nothing, they can tick anything at your level.</p>
      {edition.domains.map(({ number, title }) => {
        const items = sections
          .filter(({ domain }) => domain === number)
          .map(({ code, title }) => ({ value: code, text: `${code} ${title}` }))
        if (items.length === 0) return null
        return (
          <Checkboxes
            key={number}
            name="sections"
            idPrefix={`sections-${number}`}
            small
            fieldset={{ legend: { text: `${number}. ${title}`, size: 's' } }}
            values={chosen}
            items={items}
          />
        )
      })}
      <Button text="Show a code for these" variant="secondary" />
    </Details>
  )
}
