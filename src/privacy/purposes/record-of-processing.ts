/** docs/privacy/record-of-processing.md (UK GDPR Article 30), made from the same words as /privacy. */
import { keptInWords, kindOf, type RetentionKind } from '../retention/model/retention.ts'
import type { Purpose, PurposeList } from './model/purpose.ts'

export function recordOfProcessing(
  { edition, controllers, purposes }: PurposeList,
  retention: readonly RetentionKind[],
): string {
  const lines = [
    '# Record of processing activities',
    '',
    '> **Draft for a controller; not approved by anybody.**',
    '',
    `UK GDPR Article 30(1). Edition ${edition}. Made from \`content/privacy/purposes.yaml\` and`,
    '`content/privacy/retention.yaml`: change those files, then run',
    '`node --import tsx src/privacy/purposes/write-record-of-processing.ts`.',
    '',
    'A controller has to add what only it knows: its name and contact, its data protection officer,',
    'its processors (Article 28), where the service is hosted, and any transfer outside the UK with',
    'its safeguard. Measures of security (Article 32) are in `docs/security/` and in the',
    '[impact assessment](impact-assessment.md).',
    '',
    '## Controllers',
    '',
    '| kind | who | what that means |',
    '|---|---|---|',
    ...controllers.map(({ id, name, means }) => `| ${id} | ${name} | ${means} |`),
    ...purposes.flatMap((purpose) => ['', ...entryOf(purpose, retention)]),
  ]
  return `${lines.join('\n')}\n`
}

function entryOf(purpose: Purpose, retention: readonly RetentionKind[]): string[] {
  const { title, short, what, whose, controller, bases, special, seenBy, source } = purpose
  const condition = [special.article && `Article ${special.article}`, special.condition]
  return [
    `## ${title}`,
    '',
    short,
    '',
    '| | |',
    '|---|---|',
    `| Controller | ${controller} |`,
    `| Whose data | ${whose} |`,
    `| What | ${what.join('; ')} |`,
    ...bases.map(
      ({ article, when, law, because }) =>
        `| Lawful basis: Article ${article} | ${when}: ${law}. ${because} |`,
    ),
    `| Special categories | ${[special.words, ...condition].filter(Boolean).join(' ')} |`,
    `| Seen by | ${seenBy.join('; ')} |`,
    `| Source | ${source} |`,
    `| Kept | ${keptOf(purpose, retention)} |`,
    '',
    'A controller must decide:',
    '',
    ...purpose.decides.map((words) => `- ${words}`),
  ]
}

function keptOf({ kept, keptWords }: Purpose, retention: readonly RetentionKind[]): string {
  const kinds = kept.map((slug) => kindOf(retention, slug))
  const words = kinds.map((kind) => `${kind.what}: ${keptInWords(kind)} (\`${kind.kind}\`)`)
  return [...words, ...(keptWords === undefined ? [] : [keptWords])].join('; ')
}
