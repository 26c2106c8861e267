/** Every fact here comes from the list or the number that the code itself goes by; only the sentences are ours. */

import { identityCheckWords } from '../../accounts/model/account.ts'
import { statusPurposes } from '../../credentials/model/achievement-credential.ts'
import { pinnedContexts } from '../../credentials/model/pinned-contexts.ts'
import { cryptosuite } from '../../credentials/model/sign-credential.ts'
import { leastStatusListLength } from '../../credentials/model/status-list.ts'
import { packFormat } from '../../credentials/pack/model/manifest.ts'
import { paperCodeMark } from '../../credentials/pack/model/paper-code.ts'
import { outcomeWords, stepNames, verdictLimits } from '../../credentials/verdict-words.ts'
import { levelSlugs } from '../../frameworks/model/framework.ts'
import { readKinds } from '../../organisations/kinds-content.ts'
import { permissionWords } from '../../organisations/memberships/model/permission-words.ts'
import { evidenceWords } from '../../organisations/model/evidence.ts'
import type { IssueRefusal } from '../../organisations/model/may-issue.ts'
import type { HeldRecord } from '../../personal-record.ts'
import { notice } from '../../ui/page-layout.tsx'
import { whoNames } from '../assessing/model/assessing-rule.ts'
import { secondWords } from '../assessing/model/second-words.ts'
import { linkDays } from '../leaving/leaving-actions.ts'
import { answerWords } from '../model/answer.ts'
import { entryKindNames } from '../model/entry.ts'
import { longestInAll, longestPause, pauseCauseNames } from '../model/pause.ts'
import { causeNames, methodNames } from '../model/signing.ts'
import { shareTimes } from '../passports-forms.ts'
import { questionKindNames } from '../questions/model/holder-letters.ts'
import { proposalDays } from '../questions/model/proposal.ts'
import { itemKindNames } from '../recognition/model/acceptance-policy.ts'
import { reasonNames } from '../recognition/model/recognition-decision.ts'
import { readNotYetWords } from '../sign-offs/not-yet-content.ts'
import { furthest, oldest, reviewAfter } from '../sign-offs/signing-forms.ts'
import { named, plainList, type Specification, type SpecifiedPart } from './model/specification.ts'

export function describePassport(held: readonly HeldRecord[]): Specification {
  return {
    format: 'lanyard-passport-specification/1',
    notice,
    parts: [
      whatIsHeld(held),
      ownAnswers(),
      ownEntries(),
      whoIssues(),
      ...whoMayIssue(),
      howAssessed(),
      whoAssesses(),
      howIdentified(),
      whenDeclined(),
      whoVerifies(),
      review(),
      ...withdrawal(),
      sharing(),
      ...recognised(),
      formats(),
    ],
  }
}

function whatIsHeld(held: readonly HeldRecord[]): SpecifiedPart {
  return {
    id: 'held',
    title: 'What it holds, and for how long',
    intro:
      'The holder decides who sees it. Somebody else’s passport cannot be found. A passport holds nothing about patients.',
    items: held.map(({ key, title, about, kept, why, law }) => ({
      code: key,
      name: title,
      words: `${about} Kept ${kept}. ${why}${law === undefined ? '' : ` The law: ${law}`}`,
    })),
  }
}

function ownAnswers(): SpecifiedPart {
  return {
    id: 'own-answers',
    title: 'What holders say of themselves',
    intro: `About each statement, at the levels ${levelSlugs.join(', ')}. It is never shown as signed off.`,
    items: named(answerWords),
  }
}

function ownEntries(): SpecifiedPart {
  return {
    id: 'entries',
    title: 'What holders put in themselves',
    intro:
      'In their own words, until somebody else vouches for it. Caring experience is private unless its holder chooses otherwise. Its evidence is shown to nobody but whom the holder asks for a sign-off, where they tick it, until that request is over.',
    items: named(entryKindNames),
  }
}

function whoIssues(): SpecifiedPart {
  return {
    id: 'issuers',
    title: 'Who can issue',
    intro:
      'An organisation in the register here, on a day on which it is verified. These are the kinds of organisation there are.',
    items: readKinds().kinds.map(({ slug, name, hint }) => ({ code: slug, name, words: hint })),
  }
}

/** The reasons are the code's: one that is new does not compile until it has words. */
const refusals: Readonly<Record<IssueRefusal, string>> = {
  'not-there': 'It had not opened yet, or had ended',
  'never-verified': 'Nobody had verified it yet',
  lapsed: 'It was to be checked again, and was not',
  withdrawn: 'Its verification was withdrawn',
}

function whoMayIssue(): SpecifiedPart[] {
  const { assess, issue } = permissionWords
  const permissions = { assess, issue }
  return [
    {
      id: 'verified-by',
      title: 'How an organisation is verified',
      intro: 'By a steward who proposes it and another who confirms it, on this evidence.',
      items: named(evidenceWords),
    },
    {
      id: 'not-issuing',
      title: 'When an organisation cannot issue',
      intro: 'Nobody can sign off in its name on a day of which one of these is so.',
      items: named(refusals),
    },
    {
      id: 'permissions',
      title: 'Who acts for an organisation',
      intro: 'Nobody signs their own.',
      items: Object.entries(permissions).map(([code, { label, lets, doesNot }]) => ({
        ...{ code, name: label, words: `${lets} ${doesNot}` },
      })),
    },
  ]
}

function howAssessed(): SpecifiedPart {
  return {
    id: 'methods',
    title: 'How something is assessed',
    intro: `Every sign-off names its assessor, the day, the place and one of these. What was seen is at most ${oldest} years old.`,
    items: named(methodNames),
  }
}

function whoAssesses(): SpecifiedPart {
  return {
    id: 'assessors',
    title: 'Who may assess, and whether two must',
    intro:
      'An organisation says it in a rule of dated versions, which everybody who works there can read. Until it does, whoever has the permission may, and one is enough. What needs two counts once both have signed, and the credential names both.',
    items: [...named(whoNames), ...named(secondWords)],
  }
}

function howIdentified(): SpecifiedPart {
  return {
    id: 'identity',
    title: 'How a holder’s identity is checked',
    intro:
      'Every credential says who checked it, when and in which of these ways, or that nobody did.',
    items: named(identityCheckWords),
  }
}

function whenDeclined(): SpecifiedPart {
  return {
    id: 'not-yet',
    title: 'When the answer is “not yet”',
    intro:
      'The assessor can say so in words of their own, or in these. No record of it is shown to others.',
    items: named(
      Object.fromEntries(readNotYetWords().kinds.map(({ kind, opening }) => [kind, opening])),
    ),
  }
}

function whoVerifies(): SpecifiedPart {
  return {
    id: 'verify',
    title: 'Who can verify, and what they learn',
    intro: `Anybody, without an account. ${verdictLimits} Each of four checks ends in one of ${Object.values(outcomeWords).join(', ')}.`,
    items: [...named(stepNames)],
  }
}

function review(): SpecifiedPart {
  const { usual, highRisk } = reviewAfter
  return {
    id: 'review',
    title: 'Review and expiry',
    intro:
      'Every sign-off has a review date. It is in date until the end of that day in London. After it, the check says that its review was due.',
    items: [
      { code: 'usual-months', name: `After ${usual} months, unless the assessor says otherwise` },
      { code: 'high-risk-months', name: `After ${highRisk} months for a high-risk statement` },
      { code: 'furthest-years', name: `At most ${furthest} years ahead` },
    ],
  }
}

function withdrawal(): SpecifiedPart[] {
  return [
    {
      id: 'withdrawal',
      title: 'Withdrawal',
      intro:
        'By the organisation that answers for it, for one of these reasons alone. It is for good, the holder is told why, and the rest of a credential is issued again.',
      items: named(causeNames),
    },
    {
      id: 'second-person',
      title: 'Withdrawal once the holder has left',
      intro: `One person proposes, and a second decides in ${proposalDays} days. Until then nothing changes. The holder is told, and can reply.`,
      items: named(questionKindNames),
    },
    {
      id: 'suspension',
      title: 'Suspension, called a pause',
      intro: `For at most ${longestPause} months at a time, and ${longestInAll} in all, for one of these reasons. The holder is told why and can reply. It ends by itself. Whoever checks the credential is told the last day, and never why.`,
      items: named(pauseCauseNames),
    },
    {
      id: 'status',
      title: 'Withdrawn and suspended, for programs',
      intro: `In public lists of at least ${leastStatusListLength.toLocaleString('en-GB')} places, so that a look-up does not tell whose it is. The purposes that a list can have:`,
      items: plainList(statusPurposes),
    },
  ]
}

function recognised(): SpecifiedPart[] {
  return [
    {
      id: 'recognition',
      title: 'What an employer can recognise',
      intro:
        'An organisation says what it accepts. A person there decides on each thing, and the holder can reply.',
      items: named(itemKindNames),
    },
    {
      id: 'not-accepted',
      title: 'When something is not accepted',
      intro: 'The holder is told which of these it was, in words too.',
      items: named(reasonNames),
    },
  ]
}

function sharing(): SpecifiedPart {
  return {
    id: 'sharing',
    title: 'Sharing',
    intro: `By a link to what the holder chooses. The holder can stop it at any time, and sees when it was opened. A leaving pack can print a link for ${linkDays} days. How long a link can work:`,
    items: shareTimes.map(({ days, text }) => ({ code: `${days}-days`, name: text })),
  }
}

function formats(): SpecifiedPart {
  return {
    id: 'formats',
    title: 'Formats and standards',
    intro:
      'A credential is an Open Badge 3.0 in the W3C Verifiable Credentials Data Model 2.0. Issuers are did:web, holders did:key. Vocabularies are never fetched: these are known, and any other is refused.',
    items: [
      { code: cryptosuite, name: 'How credentials are signed', words: cryptosuite },
      { code: packFormat, name: 'The leaving pack', words: packFormat },
      {
        code: paperCodeMark,
        name: 'A credential as a code on paper begins with',
        words: paperCodeMark,
      },
      ...[...pinnedContexts.keys()].map((address) => ({
        ...{ code: address, name: 'Vocabulary', words: address },
      })),
    ],
  }
}
