/** The page on which a passage of a published edition stands. */
import { paths } from '../../../paths.ts'
import { codeOf, type Passage } from './passage.ts'

/** Undefined where no page shows it by itself. */
export function addressPassage(ref: string, passage: Passage): string | undefined {
  const { target, name } = passage
  const code = codeOf(passage)
  switch (target.split('/')[0]) {
    case 'edition':
      return paths.framework(ref)
    case 'statement':
      return paths.statement(ref, code)
    case 'section':
      return paths.section(ref, code)
    case 'domain':
      return paths.domain(ref, Number(code))
    case 'level':
      return `${paths.levels(ref)}#${code}`
    case 'glossary':
    case 'term':
      return paths.glossary(ref, name)
    case 'part': {
      const page = paths.part(ref, Number(/^Part (\d+)/.exec(name)?.[1]))
      return /^\d+$/.test(code) ? page : `${page}#${code}`
    }
    default:
      return undefined
  }
}
