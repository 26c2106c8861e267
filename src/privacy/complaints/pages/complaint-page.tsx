import { paths } from '../../../paths.ts'
import type { Regulator } from '../../purposes/model/purpose.ts'
import { ComplaintLayout, type VisitorProps } from './complaint-layout.tsx'
import { type ComplaintView, ComplaintWords, Steps } from './complaint-progress.tsx'
import { RegulatorWords } from './regulator-words.tsx'

interface ComplaintPageProps extends VisitorProps, ComplaintView {
  readonly regulator: Regulator
}

/** As whoever complained reads it. */
export function ComplaintPage(props: ComplaintPageProps) {
  const { account, csrfToken, demo, complaint } = props
  const title = `Your complaint ${complaint.reference}`
  const back =
    account === undefined
      ? { href: paths.complain(), text: 'Complain' }
      : { href: paths.complaints(), text: 'Complaints' }
  return (
    <ComplaintLayout {...{ account, csrfToken, demo, title, back }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <Steps {...props} />
      <h2 class="nhsuk-heading-m">What you sent</h2>
      <ComplaintWords complaint={complaint} />
      <RegulatorWords regulator={props.regulator} />
    </ComplaintLayout>
  )
}
