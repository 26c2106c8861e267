/** The command line, a word a feature. */
import './node-version.ts'
import { auditCommand } from './audit/audit-commands.ts'
import { consultationCommand } from './consultations/consultations-commands.ts'
import { ContentFault } from './content/read-content.ts'
import { verifyCommand } from './credentials/credentials-commands.ts'
import { prepareKeys } from './credentials/key-encryption.ts'
import { keysCommand } from './credentials/keys-commands.ts'
import { frameworkCommand } from './frameworks/frameworks-commands.ts'
import { stewardCommand } from './organisations/stewards/first-steward-commands.ts'
import { retentionRules } from './personal-parts.ts'
import { retentionCommand } from './privacy/retention/retention-commands.ts'

const usage = `Use:
  lanyard framework list|show|check|format …
  lanyard verify FILE [--json]
  lanyard consultation import FILE [--json]
  lanyard audit verify|export|prove|new-key …
  lanyard retention [--dry-run]
  lanyard keys rotate
  lanyard steward ADDRESS --name NAME …
`

async function run([command, ...args]: string[]): Promise<number> {
  switch (command) {
    case 'framework':
      return frameworkCommand(args)
    case 'verify':
      return verifyCommand(args, process.env)
    case 'consultation':
      return consultationCommand(args, process.env)
    case 'audit':
      return auditCommand(args, process.env, { openKeyEncryptionKey: prepareKeys })
    case 'retention':
      return retentionCommand(args, process.env, retentionRules)
    case 'keys':
      return keysCommand(args, process.env)
    case 'steward':
      return stewardCommand(args, process.env)
    default:
      process.stderr.write(usage)
      return command === undefined || command === '--help' ? 0 : 2
  }
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
