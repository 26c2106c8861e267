import { codeName } from '../../../frameworks/crosswalks/pages/crosswalk-page.tsx'
import { levelSlugs } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/details.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { type CodeRead, isForLevel } from '../model/read-as.ts'
import type { HeldPassport, PassportReading } from '../read-passport-as.ts'
import { DraftNotice } from './draft-notice.tsx'
import { ReadingDetails } from './reading-details.tsx'
import { ReadingPicture } from './reading-picture.tsx'
import { ReadingTable } from './reading-table.tsx'

interface ReadAsPageProps extends OwnPageProps, PassportReading {
  readonly held: HeldPassport
}

export function ReadAsPage(props: ReadAsPageProps) {
  const { account, demo, to, codes, mappings, held, level } = props
  const title = `My passport read as ${to.edition.title}`
  const here = codes.filter((code) => isForLevel(code, level))
  const elsewhere = codes.filter((code) => code.mappings.length > 0 && !here.includes(code))
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.readAs(), text: 'Read my passport as' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">My passport read as</span>
        {to.edition.title}
      </h1>
      <DraftNotice {...{ to, mappings }} />
      <p>
        You are read here at <strong>{levelName(held.own.edition, level).toLowerCase()}</strong>{' '}
        level. <OtherLevels {...props} />
      </p>
      {held.signings.length === 0 && <NothingSigned />}
      <ReadingPicture codes={here} />
      <ReadingTable caption="Where you stand" codes={here} />
      <h2 class="nhsuk-heading-m">What says so, and what is missing</h2>
      <ReadingDetails codes={here} />
      <More codes={elsewhere} words="that go with other levels of ours" />
      <More
        codes={codes.filter(({ because }) => because === 'no-mapping')}
        words="that nothing of ours has been related to"
      />
      <h2 class="nhsuk-heading-m">What you can do next</h2>
      <ul class="nhsuk-list">
        <li>
          <a href={paths.crosswalk(to.ref)}>See who decided what goes together, and why</a>
        </li>
        <li>
          <a href={paths.priorLearning(to.ref)}>Make a pack of this for an education provider</a>
        </li>
        <li>
          <a href={paths.shares()}>Share your credentials by a link, so that they can be checked</a>
        </li>
      </ul>
    </OwnLayout>
  )
}

function OtherLevels({ held, to, level }: ReadAsPageProps) {
  return (
    <>
      Read me at:{' '}
      {levelSlugs
        .filter((other) => other !== level)
        .map((other, index) => (
          <>
            {index > 0 && ', '}
            <a href={paths.readAsFramework(to.ref, other)}>{levelName(held.own.edition, other)}</a>
          </>
        ))}
    </>
  )
}

function NothingSigned() {
  return (
    <p>
      Nothing of yours is signed off yet, so nothing is covered. The table says what goes with each
      part. <a href={paths.passport()}>Ask a colleague to sign something off</a>, and it counts here
      at once.
    </p>
  )
}

function More({ codes, words }: { readonly codes: readonly CodeRead[]; readonly words: string }) {
  if (codes.length === 0) return null
  return (
    <Details summary={`${codes.length} more of theirs ${words}`} classes="nhsuk-u-margin-bottom-3">
      <ul class="nhsuk-list nhsuk-list--bullet">
        {codes.map((code) => (
          <li key={code.code}>{codeName(code)}</li>
        ))}
      </ul>
    </Details>
  )
}
