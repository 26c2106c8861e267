import { type Edition, levelOf, type Statement } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { paths } from '../../../paths.ts'
import { DoneBanner, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Evidence } from '../model/evidence.ts'
import type { GoodEvidence } from '../model/good-evidence.ts'
import { EvidenceList } from './evidence-list.tsx'
import { GoodEvidenceView } from './good-evidence-view.tsx'

interface StatementEvidencePageProps extends OwnPageProps {
  readonly statement: Statement
  readonly edition: Edition
  readonly evidence: readonly Evidence[]
  readonly good: readonly GoodEvidence[]
  readonly done?: string | undefined
}

export function StatementEvidencePage(props: StatementEvidencePageProps) {
  const { account, demo, statement, edition, evidence, good, done } = props
  const level = levelOf(statement.code) ?? 'entry'
  const section = statement.code.split('-', 1)[0]?.split('.').slice(0, 2).join('.') ?? ''
  const title = `Evidence for ${section}`
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.selfAssess(section, level), text: `Where I stand: ${section}` }}
    >
      {done === 'added' && <DoneBanner title="Saved" words="Your evidence is saved." />}
      {done === 'taken-out' && <DoneBanner title="Taken out" words="It is gone." />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{levelName(edition, level)}</span>
        {title}
      </h1>
      <p>{statement.text}</p>
      <p>Only you see what you add here.</p>
      <GoodEvidenceView good={good} />
      <EvidenceList about={statement.code} evidence={evidence} />
    </OwnLayout>
  )
}
