import type { Finding } from '../../../finding.ts'
import type { Edition } from '../framework.ts'
import { listTexts } from '../list-texts.ts'

/** R31: where families are spoken of in general, paid and unpaid carers are named too. */
export function carersBesideFamilies(edition: Edition): Finding[] {
  return listTexts(edition)
    .filter(({ target }) => !target.startsWith('glossary/'))
    .filter(({ text }) => /\bfamilies\b/i.test(text) && !/\bcar(er|ers|es for|ing)\b/i.test(text))
    .map(({ target }) => ({
      code: 'carers-not-named',
      at: target,
      message: 'It names families: name paid and unpaid carers beside them',
    }))
}
