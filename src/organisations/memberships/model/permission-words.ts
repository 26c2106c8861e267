/** Permissions in words that a manager understands: what each lets somebody do, and what it does not. */
import { type Permission, permissions } from '../../../actor.ts'

export interface PermissionWords {
  /** As it stands in lists, and as a CSV file may name it. */
  readonly label: string
  readonly lets: string
  readonly doesNot: string
  readonly whoShould: string
}

export const permissionWords: Readonly<Record<Permission, PermissionWords>> = {
  assess: {
    label: 'Sign off',
    lets: 'Look at what a colleague asks them to sign off, and sign it off in your organisation’s name.',
    doesNot: 'It does not open anybody’s passport. They see only what a colleague sends to them.',
    whoShould:
      'Somebody who supervises support workers and can judge the work. It does not have to be a registered professional, but others will see whether they are.',
  },
  delegate: {
    label: 'Hand over tasks',
    lets: 'Hand a task over to a support worker, and look at how it goes.',
    doesNot: 'It does not let them sign anybody off.',
    whoShould:
      'A registered professional who answers for the task. Their own regulator’s standards on delegation still apply.',
  },
  'manage-team': {
    label: 'Manage people',
    lets: 'Invite people, end their jobs, give and end permissions, and record checks of identity and registration.',
    doesNot:
      'It does not open anybody’s passport, notes or answers, and nobody can give a permission to themselves.',
    whoShould: 'A team or service manager, or somebody in HR. Have at least two.',
  },
  issue: {
    label: 'Answer for sign-offs',
    lets: 'See every sign-off that your organisation issued, and withdraw one that was wrong.',
    doesNot: 'It does not let them sign anybody off, or change what was signed.',
    whoShould: 'A learning or workforce lead who answers for quality. Keep it to a few people.',
  },
  'steward-framework': {
    label: 'Look after a framework',
    lets: 'Edit and publish editions of a framework and, for a national steward, keep the register of organisations.',
    doesNot: 'It gives no view of people or of their passports.',
    whoShould: 'Somebody your organisation has named as an editor of the framework.',
  },
  'decide-consultation': {
    label: 'Decide on consultation comments',
    lets: 'Read the comments of a consultation, and record what was decided on each of them.',
    doesNot: 'It does not let them publish a new edition.',
    whoShould: 'Somebody your organisation has named for this consultation.',
  },
  'see-statistics': {
    label: 'See figures',
    lets: 'See figures about your organisation. Small numbers are hidden, so that nobody can be picked out.',
    doesNot: 'It gives no view of any one person.',
    whoShould: 'Somebody who plans services, training or the workforce.',
  },
}

const labels = new Map(
  permissions.flatMap((permission) => [
    [permission, permission],
    [permissionWords[permission].label.toLowerCase(), permission],
  ]),
)

/** The permission that somebody wrote, by its label or its name. */
export function readPermission(written: string): Permission | undefined {
  return labels.get(written.trim().toLowerCase())
}
