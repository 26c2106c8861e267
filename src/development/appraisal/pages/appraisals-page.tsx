/** Appraisals, those I take part in, and how to begin one. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { otherName, type Supervising, sideOf } from '../../supervision/model/supervising.ts'
import { type Appraisal, type PlanItem, turnOf } from '../model/appraisal.ts'

interface AppraisalsPageProps extends OwnPageProps {
  readonly personId: string
  readonly appraisals: readonly (Appraisal & { readonly plan: readonly PlanItem[] })[]
  /** Those with whom one can be begun. */
  readonly supervisings: readonly Supervising[]
  readonly today: string
}

export function AppraisalsPage(props: AppraisalsPageProps) {
  const { account, demo, personId, appraisals, supervisings, today } = props
  const title = 'Appraisal and development plan'
  const open = new Set(
    appraisals.filter(({ agreedOn }) => !agreedOn).map(({ supervisingId }) => supervisingId),
  )
  const toBegin = supervisings.filter(({ id }) => !open.has(id))
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.supervision(), text: 'Supervision' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        An appraisal is a talk about your year. You prepare it, you meet, and you both agree a plan
        for what comes next. Nobody is given a mark, and it says nothing about pay.
      </p>
      <ul class="nhsuk-list">
        {appraisals.map((appraisal) => (
          <li key={appraisal.id} class="nhsuk-u-margin-bottom-3">
            <One {...{ appraisal, personId, today }} />
          </li>
        ))}
      </ul>
      {toBegin.map((one) => (
        <OwnForm key={one.id} action={paths.beginAppraisal(one.id)} csrfToken={account.csrfToken}>
          <Button
            text={`Begin an appraisal with ${otherName(one, sideOf(one, personId) ?? 'worker')}`}
            variant={appraisals.length > 0 ? 'secondary' : undefined}
            preventDoubleClick
          />
        </OwnForm>
      ))}
      {supervisings.length === 0 && (
        <p>
          An appraisal is held with somebody who supervises you.{' '}
          <a href={paths.askToSupervise()}>Ask a colleague to supervise you</a> first.
        </p>
      )}
    </OwnLayout>
  )
}

function One({
  appraisal,
  personId,
  today,
}: {
  readonly appraisal: AppraisalsPageProps['appraisals'][number]
  readonly personId: string
  readonly today: string
}) {
  const side = sideOf(appraisal, personId) ?? 'worker'
  const turn = turnOf(appraisal, appraisal.plan, { side, today })
  const { agreedOn } = appraisal
  return (
    <>
      <a href={paths.appraisal(appraisal.id)}>
        {side === 'worker' ? 'With' : 'Of'} {otherName(appraisal, side)}
        {agreedOn && `, plan agreed on ${dayInWords(agreedOn)}`}
      </a>{' '}
      {turn && <Tag text="Your turn" colour="blue" />}
      {!turn && agreedOn && <Tag text="Agreed" colour="green" />}
      {turn && (
        <>
          <br />
          {turn}
        </>
      )}
    </>
  )
}
