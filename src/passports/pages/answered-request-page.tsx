import { plainDate } from '../../credentials/model/london-date.ts'
import type { Statement } from '../../frameworks/model/framework.ts'
import { paths } from '../../paths.ts'
import { Panel } from '../../ui/panel.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { dayInWords } from '../model/day.ts'
import type { SignOffRequest } from '../model/sign-off-request.ts'
import { methodNames, type Signing } from '../model/signing.ts'
import { assessorLine } from './held-credential.tsx'
import { OwnLayout, type OwnPageProps } from './own-layout.tsx'

interface AnsweredRequestPageProps extends OwnPageProps {
  readonly request: SignOffRequest
  readonly title: string
  /** Those that were signed. */
  readonly statements: readonly Statement[]
  readonly signing?: Signing | undefined
}

export function AnsweredRequestPage(props: AnsweredRequestPageProps) {
  const { request, title, account, demo, signing } = props
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.requests(), text: 'Requests for sign-off' }}
    >
      {signing ? <Signed {...props} signing={signing} /> : <NotSigned {...{ request, title }} />}
    </OwnLayout>
  )
}

function Signed({
  request,
  title,
  statements,
  signing,
}: AnsweredRequestPageProps & { readonly signing: Signing }) {
  const withdrawn = signing.signOffs.filter(({ withdrawal }) => withdrawal !== undefined)
  return (
    <>
      <Panel heading={{ text: 'Signed off', level: 1 }}>
        {request.holderName} now holds a credential for {title}
      </Panel>
      <h2 class="nhsuk-heading-m">What you confirmed</h2>
      <ul class="lanyard-confirmed">
        {statements.map(({ code, text }) => (
          <li key={code}>
            {text} <span class="lanyard-code">{code}</span>
          </li>
        ))}
      </ul>
      <SummaryList
        rows={[
          { key: 'Signed by', value: assessorLine(signing) },
          { key: 'Organisation', value: signing.shown.organisation },
          { key: 'Date', value: dayInWords(signing.assessedOn) },
          { key: 'How', value: methodNames[signing.method] },
          { key: 'Where', value: signing.setting },
          {
            key: 'Review due on',
            value: signing.reviewOn ? dayInWords(signing.reviewOn) : 'No review date',
          },
        ]}
      />
      {withdrawn.length > 0 && (
        <p>
          Withdrawn since by {signing.shown.organisation}:{' '}
          {withdrawn.map(({ code }) => code).join(', ')}.
        </p>
      )}
      <p>
        <a href={paths.requests()}>Back to your requests</a>
      </p>
    </>
  )
}

function NotSigned({ request, title }: Pick<AnsweredRequestPageProps, 'request' | 'title'>) {
  const { answer, holderName } = request
  const declined = answer?.outcome === 'declined'
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {holderName}: {title}
        </span>
        {declined ? 'You declined this' : 'This request was taken back'}
      </h1>
      <p>
        {declined ? `${holderName} was told` : `${holderName} took it back`}
        {answer && ` on ${plainDate(answer.at)}`}. They can ask you again.
      </p>
      {answer?.reason && <blockquote class="lanyard-words">{answer.reason}</blockquote>}
      <p>
        <a href={paths.requests()}>Back to your requests</a>
      </p>
    </>
  )
}
