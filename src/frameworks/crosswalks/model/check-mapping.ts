import type { Finding } from '../../../finding.ts'
import { type Edition, levelOf } from '../../model/framework.ts'
import { listForeignCodes, listOwnCodes } from './list-codes.ts'
import type { MappingWords } from './mapping.ts'

interface Editions {
  readonly from: Pick<Edition, 'domains'>
  readonly to: Pick<Edition, 'domains'>
}

/** What is wrong with a mapping, by its field. */
export function checkMapping(mapping: MappingWords, editions: Editions): Finding[] {
  return [...checkCodes(mapping, editions), ...checkRelation(mapping)]
}

function checkCodes({ from, level, to }: MappingWords, editions: Editions): Finding[] {
  const own = listOwnCodes(editions.from)
  const unknown = from.filter((code) => !own.includes(code))
  const elsewhere = from.filter(
    (code) => level !== undefined && ![level, undefined].includes(levelOf(code)),
  )
  const twice = from.filter((code, index) => from.indexOf(code) !== index)
  return [
    ...(from.length === 0 ? [finding('from', 'Enter at least one section or statement')] : []),
    ...unknown.map((code) => finding('from', `"${code}" is no section or statement of ours`)),
    ...elsewhere.map((code) => finding('from', `"${code}" is of another level than ${level}`)),
    ...twice.map((code) => finding('from', `"${code}" stands twice`)),
    ...(listForeignCodes(editions.to).some(({ code }) => code === to)
      ? []
      : [finding('to', `"${to}" is no code of the other framework`)]),
  ]
}

function checkRelation({ relation, coverage, missing }: MappingWords): Finding[] {
  if ((relation === 'none') !== (coverage === 'none')) {
    return [finding('coverage', 'Select “None of it” where they are not related, and only there')]
  }
  if (relation === 'exact' && coverage !== 'whole') {
    return [finding('coverage', 'What is the same takes in all of it: select another relation')]
  }
  if (coverage === 'part' && missing === undefined) {
    return [finding('missing', 'Enter what is missing')]
  }
  if (coverage !== 'part' && missing !== undefined) {
    return [finding('missing', 'Something is missing only where ours takes in part of it')]
  }
  return []
}

function finding(at: string, message: string): Finding {
  return { code: `mapping-${at}`, at, message }
}
