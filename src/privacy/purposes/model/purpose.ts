/** What personal information is used for, by whom, and on what ground in law. */

export const controllerKinds = ['operator', 'employer', 'joint', 'steward'] as const
export type ControllerKind = (typeof controllerKinds)[number]

/** Of UK GDPR Article 6(1). Never (a): nobody can freely refuse their employer. */
export const articles = ['6(1)(b)', '6(1)(c)', '6(1)(d)', '6(1)(e)', '6(1)(ea)', '6(1)(f)'] as const
export type Article = (typeof articles)[number]

export interface LawfulBasis {
  readonly article: Article
  readonly when: string
  readonly law: string
  readonly because: string
}

export interface SpecialCategories {
  /** Whether the service asks for any. */
  readonly asked: boolean
  readonly words: string
  readonly article?: string | undefined
  readonly condition?: string | undefined
}

export interface Purpose {
  readonly id: string
  readonly title: string
  readonly short: string
  readonly what: readonly string[]
  readonly whose: string
  readonly controller: ControllerKind
  readonly bases: readonly LawfulBasis[]
  readonly special: SpecialCategories
  /** Of content/privacy/retention.yaml. */
  readonly kept: readonly string[]
  /** In words, where no kind says it. */
  readonly keptWords?: string | undefined
  readonly seenBy: readonly string[]
  readonly source: string
  /** What only a controller can decide. */
  readonly decides: readonly string[]
}

export interface Regulator {
  readonly name: string
  readonly page: string
  readonly phone: string
  readonly post: string
}

export interface PurposeList {
  readonly edition: string
  readonly short: readonly { readonly asks: string; readonly answer: string }[]
  readonly controllers: readonly {
    readonly id: ControllerKind
    readonly name: string
    readonly means: string
  }[]
  readonly purposes: readonly Purpose[]
  readonly regulator: Regulator
}

/** UK GDPR Article 21(1): only of what rests on a public task or on somebody's interests. */
export function mayObject({ bases }: Purpose): boolean {
  return bases.some(({ article }) => ['6(1)(e)', '6(1)(ea)', '6(1)(f)'].includes(article))
}

export const articleWords: Readonly<Record<Article, string>> = {
  '6(1)(b)': 'a contract with you',
  '6(1)(c)': 'a duty in law',
  '6(1)(d)': 'to protect somebody’s life',
  '6(1)(e)': 'a task in the public interest',
  '6(1)(ea)': 'an interest that the law names',
  '6(1)(f)': 'an interest that is weighed against yours',
}
