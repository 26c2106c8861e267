/** The command line, a word a feature. */
import './node-version.ts'
import { ContentFault } from './content/read-content.ts'

const usage = `Use:
  lanyard framework list|show|check|format …
  lanyard check SLUG/VERSION|FOLDER [--json]
  lanyard verify FILE [--json]
  lanyard verify --offline PACK [--trust FILE] [--json]
  lanyard consultation import FILE [--json]
  lanyard audit verify|export|prove|new-key …
  lanyard retention [--dry-run]
  lanyard keys rotate
  lanyard steward ADDRESS --name NAME …
`

type Command = (args: string[]) => number | Promise<number>

/** Each loads its own feature and no other: whoever checks a file waits half as long. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  framework: async () => (await import('./frameworks/frameworks-commands.ts')).frameworkCommand,
  check: async () => (await import('./frameworks/check-commands.ts')).checkCommand,
  verify: async () => {
    const { verifyCommand } = await import('./credentials/credentials-commands.ts')
    return (args) => verifyCommand(args, process.env)
  },
  consultation: async () => {
    const { consultationCommand } = await import('./consultations/consultations-commands.ts')
    return (args) => consultationCommand(args, process.env)
  },
  audit: async () => {
    const { auditCommand } = await import('./audit/audit-commands.ts')
    const { prepareKeys } = await import('./credentials/key-encryption.ts')
    return (args) => auditCommand(args, process.env, { openKeyEncryptionKey: prepareKeys })
  },
  retention: async () => {
    const { retentionCommand } = await import('./privacy/retention/retention-commands.ts')
    const { retentionRules } = await import('./personal-parts.ts')
    return (args) => retentionCommand(args, process.env, retentionRules)
  },
  keys: async () => {
    const { keysCommand } = await import('./credentials/keys-commands.ts')
    return (args) => keysCommand(args, process.env)
  },
  steward: async () => {
    const { stewardCommand } = await import('./organisations/stewards/first-steward-commands.ts')
    return (args) => stewardCommand(args, process.env)
  },
}

async function run([name, ...args]: string[]): Promise<number> {
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load !== undefined) return (await load())(args)
  process.stderr.write(usage)
  return name === undefined || name === '--help' ? 0 : 2
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const known = error instanceof ContentFault
    process.stderr.write(`${error instanceof Error && !known ? error.stack : String(error)}\n`)
    process.exitCode = 2
  },
)
