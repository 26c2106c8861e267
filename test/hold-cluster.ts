/** A process of its own that uses the embedded database until it is told to stop: `hold-cluster.ts FOLDER`. */
import { startEmbedded } from '../src/database/embedded-postgres.ts'

const [folder = ''] = process.argv.slice(2)
const embedded = await startEmbedded({ dataDir: folder, explicit: true })
process.on('SIGTERM', () => embedded.release().then(() => process.exit(0)))
process.stdout.write('ready\n')
