import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Panel } from '../../../ui/panel.tsx'
import type { Regulator } from '../../purposes/model/purpose.ts'
import type { ReplyBy } from '../model/complaint.ts'
import { ComplaintLayout, type VisitorProps } from './complaint-layout.tsx'
import { RegulatorWords } from './regulator-words.tsx'

interface ComplaintSentPageProps extends VisitorProps {
  readonly id: string
  readonly reference: string
  readonly code?: string | undefined
  readonly acknowledgeBy: string
  readonly replyBy: ReplyBy
  readonly regulator: Regulator
}

export function ComplaintSentPage(props: ComplaintSentPageProps) {
  const { account, csrfToken, demo, reference, code, acknowledgeBy, replyBy } = props
  const title = 'We have your complaint'
  return (
    <ComplaintLayout {...{ account, csrfToken, demo, title }}>
      <Panel heading={{ text: title, level: 1 }}>
        Your reference
        <br />
        <strong>{reference}</strong>
      </Panel>
      {code !== undefined && (
        <>
          <p>
            Your code is <strong>{code}</strong>. Write down both, or take a picture of this page.{' '}
            {replyBy === 'email' ? 'They are also in the e-mail.' : 'We show the code only here.'}
          </p>
          <p>
            With both you can <a href={paths.followComplaint()}>see where your complaint stands</a>.
          </p>
        </>
      )}
      {code === undefined && (
        <p>
          You can always <a href={paths.complaint(props.id)}>see where your complaint stands</a>.
        </p>
      )}
      <h2 class="nhsuk-heading-m">What happens next</h2>
      <p>
        {replyBy === 'email' && 'We have sent you an e-mail. '}
        By {dayInWords(acknowledgeBy)} somebody confirms that they are looking into it. Then they
        tell you what came of it, as soon as they can.
      </p>
      <RegulatorWords regulator={props.regulator} />
    </ComplaintLayout>
  )
}
