/** `lanyard steward ADDRESS --name NAME`: makes the first steward of a fresh installation. */
import { parseArgs } from 'node:util'
import { parseAddress } from '../../accounts/sign-in/model/email-address.ts'
import { readConfig } from '../../config.ts'
import { openDatabase } from '../../database/open-database.ts'
import { paths } from '../../paths.ts'
import { longestName, textProblems } from '../invitations/model/check-row.ts'
import { makeFirstSteward } from './first-steward-actions.ts'
import type { MadeSteward } from './first-steward-store.ts'

const usage = `Use: lanyard steward ADDRESS --name NAME [--organisation NAME]
  ADDRESS          their e-mail address: they sign in with a code that is sent to it
  --name           their name, as others see it
  --organisation   whom they act for, where no organisation keeps the register yet:
                   unless given, OPERATOR_NAME, or else "Lanyard stewards"
`

interface Asked {
  readonly address: string
  readonly name: string
  readonly organisation?: string | undefined
}

/** Exit code 0 where they are a steward now, 1 where it was refused, 2 for wrong use. */
export async function stewardCommand(
  args: string[],
  env: Record<string, string | undefined>,
): Promise<number> {
  const asked = readArguments(args)
  if (asked === undefined) return fail(usage)
  const faults = faultsOf(asked)
  const address = parseAddress(asked.address)
  if (address === undefined || faults.length > 0) return fail(`${faults.join('\n')}\n`)
  const config = readConfig(env)
  const organisationName = asked.organisation ?? config.operatorName ?? 'Lanyard stewards'
  const say = (words: string) => void process.stderr.write(`${words}\n`)
  const { db, close } = await openDatabase({ ...config, say })
  try {
    const { name } = asked
    const outcome = await makeFirstSteward(db, { name, address, organisationName })
    process.stdout.write(`${inWords(outcome, `${config.baseUrl}${paths.signIn()}`)}\n`)
    return outcome === 'made' || outcome === 'is-steward' ? 0 : 1
  } finally {
    await close()
  }
}

function readArguments(args: string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { name: { type: 'string' }, organisation: { type: 'string' } },
      allowPositionals: true,
    })
    const [address, ...more] = positionals
    if (address === undefined || more.length > 0 || values.name === undefined) return undefined
    return {
      address,
      name: values.name.trim().replace(/\s+/g, ' '),
      organisation: values.organisation?.trim(),
    }
  } catch {
    // An option that is not ours: the usage says which are.
    return undefined
  }
}

function faultsOf({ address, name, organisation }: Asked): string[] {
  const named = organisation === undefined ? [] : textProblems(organisation, 'a name', longestName)
  return [
    ...(parseAddress(address) === undefined
      ? [`${address} is no e-mail address. Give one such as name@example.nhs.uk`]
      : []),
    ...textProblems(name, 'a name', longestName).map((fault) => `--name: ${fault}`),
    ...named.map((fault) => `--organisation: ${fault}`),
  ]
}

const refusals: Readonly<Record<'another' | 'not-reached', string>> = {
  another:
    'Nothing was changed: there is a steward already. They invite further ones on the page “People” of their organisation.',
  'not-reached':
    'Nothing was changed: the account of this address is closing, or the address is a work address past its last day. Give another address.',
}

function inWords(outcome: MadeSteward['outcome'], signIn: string): string {
  switch (outcome) {
    case 'made':
      return `They are a steward for a year, and manage people there. They sign in at ${signIn} with a code sent to this address, and then invite a second steward: two are needed to verify an organisation.`
    case 'is-steward':
      return 'They are a steward already. Nothing was changed.'
    default:
      return refusals[outcome]
  }
}

function fail(words: string): 2 {
  process.stderr.write(words)
  return 2
}
