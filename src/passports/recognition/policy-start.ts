/** What stands in the form on what is accepted before anybody types: a sensible start, or what holds now. */
import { partsOfDay } from '../../web/posted-form.ts'
import type { AcceptancePolicy, AcceptanceRule, ItemKind } from './model/acceptance-policy.ts'
import {
  type ExceptionEntered,
  type KindEntered,
  type PolicyEntered,
  usualExceptions,
  withRoom,
} from './model/policy-entered.ts'

/** Where nothing is published yet: what most can say yes to. */
export function sensibleDefault(today: string): PolicyEntered {
  const kind = { outcome: 'accept', months: '36', seen: false, topUp: '' }
  return {
    ...{ issuerKinds: [], sectors: [], nations: [], alsoLocal: '', version: '0' },
    kinds: {
      'sign-off': { ...kind, months: '24' },
      training: { ...kind, seen: true },
      qualification: { ...kind, months: '', seen: true },
      experience: { ...kind, outcome: 'say-nothing', months: '', seen: true },
    },
    exceptions: withRoom([], usualExceptions),
    from: partsOfDay(today),
  }
}

export function enteredPolicy(policy: AcceptancePolicy, today: string): PolicyEntered {
  const base = (kind: ItemKind) => policy.rules.find(({ id }) => id === kind)
  const scope = policy.rules.find(({ outcome }) => outcome !== 'do-not-accept')
  const others = policy.rules.filter(({ id, kind }) => id !== kind).map(enteredException)
  return {
    issuerKinds: scope?.issuerKinds ?? [],
    sectors: scope?.sectors ?? [],
    nations: scope?.nations ?? [],
    kinds: {
      'sign-off': enteredRule(base('sign-off')),
      training: enteredRule(base('training')),
      qualification: enteredRule(base('qualification')),
      experience: enteredRule(base('experience')),
    },
    exceptions: withRoom(others, usualExceptions),
    alsoLocal: policy.alsoLocal.join('\n'),
    from: partsOfDay(today),
    version: String(policy.version),
  }
}

function enteredRule(rule: AcceptanceRule | undefined): KindEntered {
  return {
    outcome: rule?.outcome ?? 'say-nothing',
    months: rule?.withinMonths === undefined ? '' : String(rule.withinMonths),
    seen: rule?.seenIsEnough ?? false,
    topUp: rule?.topUp ?? '',
  }
}

function enteredException(rule: AcceptanceRule): ExceptionEntered {
  const what = [...rule.sections, ...rule.subjects].join(', ')
  return { ...enteredRule(rule), kind: rule.kind, what, level: rule.levels[0] ?? '' }
}
