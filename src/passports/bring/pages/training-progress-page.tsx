import { paths } from '../../../paths.ts'
import { JobProgress, refreshSeconds } from '../../../ui/job-progress.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { TrainingFile } from '../model/training-file.ts'
import { GiveUp } from './training-preview-page.tsx'

interface TrainingProgressPageProps extends OwnPageProps {
  readonly file: TrainingFile
}

const back = { href: paths.bring(), text: 'Bring what you have' }

/** While it goes on the page looks again by itself, with script or without. */
export function TrainingProgressPage({ file, account, demo }: TrainingProgressPageProps) {
  const { done, total } = file
  const title = 'Adding your training'
  return (
    <OwnLayout {...{ account, demo, title, refreshSeconds, back }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <JobProgress done={done} total={total} of="rows" />
      <GiveUp {...{ file, account }} />
    </OwnLayout>
  )
}

/** Finished, or given up: what was added stays. */
export function TrainingOverPage({ file, account, demo }: TrainingProgressPageProps) {
  const { imported, done, finishedAt } = file
  const count = imported.toLocaleString('en-GB')
  const added =
    imported === 1 ? '1 row of training is added' : `${count} rows of training are added`
  const title = finishedAt === undefined ? 'Stopped' : added
  return (
    <OwnLayout {...{ account, demo, title, back }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      {finishedAt === undefined && <p>{imported === 0 ? 'Nothing was added.' : `${added}.`}</p>}
      {imported < done && (
        <p>{(done - imported).toLocaleString('en-GB')} were in your passport already.</p>
      )}
      <p>
        They are in your passport as your own word. If you have the certificate of one, a colleague
        can look at it.
      </p>
      <p>
        <a href={paths.bringFile()}>Bring another list</a>
      </p>
      <p>
        <a href={paths.passport()}>My passport</a>
      </p>
    </OwnLayout>
  )
}
