/** The words of the public role pages that are the same for every profession. */

export interface RoleGuidance {
  readonly list: RoleListWords
  readonly role: RoleWords
}

export interface RoleListWords {
  readonly title: string
  readonly intro: readonly string[]
  readonly heading: string
  readonly supportTitles: string
  readonly registeredTitle: string
}

export interface RoleWords {
  readonly title: string
  readonly does: {
    readonly heading: string
    readonly supportWorker: string
    readonly called: string
  }
  readonly may: RoleRules
  readonly register: RegisterWords
  readonly examples: ExampleWords
  readonly ask: Advice
  readonly thank: Advice
  readonly worry: WorryAdvice
  readonly read: ReadWords
  readonly card: CardWords
}

interface RoleRules {
  readonly heading: string
  readonly supportWorker: string
  readonly registeredProfessional: string
  readonly supportWorkerMay: readonly string[]
  readonly supportWorkerMayNot: readonly string[]
  readonly registeredProfessionalMay: readonly string[]
  readonly registeredProfessionalMayNot: readonly string[]
  /** Read out before a line whose tick or cross cannot be seen. */
  readonly may: string
  readonly mayNot: string
}

interface RegisterWords {
  readonly heading: string
  /** The registered title follows. */
  readonly registeredProfessional: string
  readonly free: string
  readonly link: string
  readonly supportWorker: string
}

export interface ExampleWords {
  readonly heading: string
  readonly intro: string
  readonly person: string
  readonly supportWorker: string
  readonly registeredProfessional: string
}

export interface Advice {
  readonly heading: string
  readonly intro: string
  readonly points: readonly string[]
}

interface WorryAdvice extends Advice {
  readonly urgent: string
  readonly notHere: string
}

interface ReadWords {
  readonly heading: string
  readonly nobody: string
  readonly readers: string
}

export interface CardWords {
  readonly heading: string
  readonly hint: string
  readonly picture: string
  readonly address: string
}
