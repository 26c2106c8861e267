/** The professions: who does what, and an example at each level. */
import type { Edition, ProfessionRole } from '../../model/framework.ts'
import { levelName } from '../../model/names.ts'
import { type Block, type Chapter, cellOf } from './publication.ts'

export function composeRoles(edition: Edition): Chapter[] {
  if (edition.roles.length === 0) return []
  const lead =
    'What people can expect of a support worker and of a registered professional, profession by profession.'
  return [
    {
      ...{ id: 'roles', title: 'Roles in the professions' },
      blocks: [
        { kind: 'words', text: lead, lead: true },
        ...edition.roles.flatMap((role) => composeRole(edition, role)),
      ],
    },
  ]
}

function composeRole(edition: Edition, role: ProfessionRole): Block[] {
  return [
    { kind: 'heading', level: 2, text: role.name, id: `role-${role.profession}` },
    { kind: 'words', text: role.about },
    ...(role.fewRoles === undefined ? [] : [{ kind: 'words' as const, text: role.fewRoles }]),
    { kind: 'fact', label: 'Support workers may be called', text: role.supportTitles.join('; ') },
    { kind: 'fact', label: 'Registered professional', text: role.registeredTitle },
    { kind: 'fact', label: 'Regulator', text: `${role.regulator}, ${role.registerAddress}` },
    { kind: 'heading', level: 3, text: 'What the support worker does' },
    { kind: 'points', items: role.supportWorkerDoes },
    { kind: 'heading', level: 3, text: 'What the registered professional does' },
    { kind: 'points', items: role.registeredProfessionalDoes },
    ...(role.examples.length === 0 ? [] : [examples(edition, role)]),
  ]
}

function examples(edition: Edition, { name, examples }: ProfessionRole): Block {
  return {
    ...{ kind: 'table', caption: `Examples in ${name}`, rowHeads: true },
    head: ['Level', 'The person', 'The support worker', 'The registered professional'],
    widths: [0.8, 1.2, 1.2, 1.2],
    rows: examples.map(({ level, person, supportWorker, registeredProfessional }) => [
      cellOf(levelName(edition, level)),
      ...[person, supportWorker, registeredProfessional].map(cellOf),
    ]),
  }
}
