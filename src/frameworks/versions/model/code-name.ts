import { levelOf } from '../../model/framework.ts'

/** `7.1-assistant-practitioner` as "7.1 assistant practitioner". */
export function codeName(code: string): string {
  const level = levelOf(code)
  return level === undefined ? code : `${code.replace(/-.*/, '')} ${level.replace('-', ' ')}`
}
