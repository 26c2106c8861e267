import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import type { SetEntered } from '../model/recognition-entered.ts'
import type { OwnItem } from '../own-items.ts'

export interface ShareSetPageProps extends OwnPageProps {
  readonly slug: string
  readonly name: string
  readonly verified: boolean
  readonly items: readonly OwnItem[]
  readonly entered: SetEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function ShareSetPage(props: ShareSetPageProps) {
  const { account, demo, name, verified, items, errors } = props
  const title = `Share with ${name}`
  return (
    <OwnLayout
      {...{ account, demo, title }}
      errors={atFirstPart(errors, ['ends'])}
      back={{ href: paths.whoAccepts(), text: 'Who accepts this today' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {!verified && (
        <p>
          Nobody vouches today that {name} is who it says, so you cannot share with it here. You can{' '}
          <a href={paths.shares()}>make a link</a> and give it to somebody you know.
        </p>
      )}
      {verified && items.length === 0 && (
        <p>
          You have nothing to share yet. <a href={paths.passport()}>Your passport</a> says what to
          do next.
        </p>
      )}
      {verified && items.length > 0 && <SetQuestions {...props} />}
    </OwnLayout>
  )
}

function SetQuestions({ account, slug, name, items, entered, errors }: ShareSetPageProps) {
  return (
    <>
      <p>
        Those who take people on at {name} see your name and what you choose here, and decide what
        you need not do again. You see what they decide and who looked. Nothing private is offered
        here.
      </p>
      <OwnForm action={paths.shareWith(slug)} csrfToken={account.csrfToken}>
        <input type="hidden" name="id" value={entered.id} />
        <Checkboxes
          name="items"
          fieldset={{ legend: { text: 'What do you want to share?', size: 'm' } }}
          errorMessage={faultOf(errors, 'items')}
          values={entered.items}
          items={items.map(({ key, item, hint }) => ({ value: key, text: item.title, hint }))}
        />
        <Radios
          name="purpose"
          fieldset={{ legend: { text: 'Why?', size: 'm' } }}
          errorMessage={faultOf(errors, 'purpose')}
          value={entered.purpose}
          items={[
            { value: 'apply', text: 'I am applying for a job there' },
            { value: 'join', text: 'I am joining them' },
          ]}
        />
        <DayQuestion
          field="ends"
          parts={entered.ends}
          legend="Until which day can they see it?"
          hint="You can stop at any time. What they decided stays with them."
          errorMessage={faultOf(errors, 'ends')}
        />
        <Button text={`Share with ${name}`} preventDoubleClick />
      </OwnForm>
    </>
  )
}
