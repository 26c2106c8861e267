import { houseLanguage } from '../src/frameworks/language-content.ts'
import type { Checked } from '../src/frameworks/model/checks/check.ts'
import type { FrameworkRules } from '../src/frameworks/model/checks/framework-rules.ts'
import type { Edition } from '../src/frameworks/model/framework.ts'
import { listTexts } from '../src/frameworks/model/list-texts.ts'

/** An edition as a check is given it. */
export function checkedEdition(edition: Edition, rules?: FrameworkRules): Checked {
  return { edition, texts: listTexts(edition), language: houseLanguage(), rules }
}
