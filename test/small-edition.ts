/** Editions of a few statements, for tests of what is made of them. */
import type { Edition, Statement } from '../src/frameworks/model/framework.ts'

/** A statement that no check finds fault with. */
export const sound = 'Explains to a person how the next meeting will go.'

export function statement(code: string, changes: Partial<Statement> = {}): Statement {
  return {
    ...{ code, capability: code.replace(/-.*/, ''), text: sound, pillars: [], professions: [] },
    ...{ parties: [], settings: [], variants: [], highRisk: false, ...changes },
  }
}

export function editionOf(changes: Partial<Edition> = {}): Edition {
  return {
    ...{ slug: 'small', version: '1', title: 'A framework', status: 'draft', steward: 'Nobody' },
    ...{ notice: 'A test', summary: 'Small', levels: [], pillars: [], parts: [], domains: [] },
    ...{ roles: [], glossary: [], terms: [], ...changes },
  }
}
