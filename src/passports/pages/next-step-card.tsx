import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import type { NextStep } from '../model/choose-next-step.ts'
import type { LevelEvaluation } from '../model/evaluate-passport.ts'
import { whoSeesAnswers } from './own-answers.tsx'

interface NextStepCardProps {
  readonly next: NextStep
  readonly evaluation: LevelEvaluation
}

export function NextStepCard({ next, evaluation }: NextStepCardProps) {
  const { words, link } = nextStepWords(next, evaluation)
  return (
    <div class="lanyard-next">
      <h2 class="nhsuk-heading-m">Your next step</h2>
      <p>{words}</p>
      {link && <Button href={link.href} text={link.text} />}
      {(next.step === 'start' || next.step === 'answer') && (
        <p>
          <a href={paths.selfAssessLevel(evaluation.level)}>Choose another section</a>
        </p>
      )}
    </div>
  )
}

function nextStepWords(
  next: NextStep,
  { level }: LevelEvaluation,
): { words: string; link?: { href: string; text: string } } {
  switch (next.step) {
    case 'withdrawn':
      return {
        words: `Your sign-off for ${named(next)} was withdrawn. Read why first. When you are ready, you can ask to be assessed again.`,
        link: { href: paths.askForSignOff(next.section.code, level), text: 'Ask for sign-off' },
      }
    case 'start':
      return {
        words: `Start by saying where you stand. It takes a few minutes a section, and you can stop at any time. ${named(next)} is a good one to begin with. ${whoSeesAnswers}`,
        link: {
          href: paths.selfAssess(next.section.code, level),
          text: `Start with ${next.section.code}`,
        },
      }
    case 'renew':
      return {
        words: next.again
          ? `The meaning of ${named(next)} changed in the framework. Ask a colleague to confirm it again.`
          : `The review of ${named(next)} ${next.due === 'past' ? 'was due' : 'is due soon'}. Ask a colleague to look at it again.`,
        link: { href: paths.askForSignOff(next.section.code, level), text: 'Ask for a review' },
      }
    case 'refresh':
      return {
        words: `“${next.entry.title}” is past its date. When you have done it again, write it down here.`,
        link: {
          href: next.entry.brought ? paths.bring() : paths.ownEntry(next.entry.id),
          text: 'Open it',
        },
      }
    case 'ask':
      return {
        words: `You do things in ${named(next)} with confidence. Ask a colleague who has seen you to sign it off.`,
        link: { href: paths.askForSignOff(next.section.code, level), text: 'Ask for sign-off' },
      }
    case 'answer':
      return {
        words: `Carry on with ${named(next)}. Some statements have no answer yet.`,
        link: { href: paths.selfAssess(next.section.code, level), text: 'Carry on' },
      }
    case 'practise':
      return {
        words: `You have answered everything. ${named(next)} is one you could practise, or talk about in supervision. Change your answer when it changes.`,
        link: { href: paths.selfAssess(next.section.code, level), text: 'See my answers' },
      }
    case 'wait':
      return { words: 'You have asked for sign-off. Wait for the answer: nothing to do now.' }
    case 'share':
      return {
        words: 'You are up to date. You can share what you hold with an employer.',
        link: { href: paths.shares(), text: 'Share my credentials' },
      }
    case 'settled':
      return { words: 'You are up to date. Come back when something changes.' }
  }
}

function named({ section }: { readonly section: { code: string; title: string } }): string {
  return `${section.code} ${section.title}`
}
