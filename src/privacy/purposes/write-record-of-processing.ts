/** Writes the record: `node --import tsx src/privacy/purposes/write-record-of-processing.ts`. */
import { writeFileSync } from 'node:fs'
import { readRetention } from '../retention/retention-content.ts'
import { readPurposes } from './purposes-content.ts'
import { recordOfProcessing } from './record-of-processing.ts'

const file = new URL('../../../docs/privacy/record-of-processing.md', import.meta.url)
writeFileSync(file, recordOfProcessing(readPurposes(), readRetention()))
