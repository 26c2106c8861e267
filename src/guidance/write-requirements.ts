/** Writes docs/requirements.md: `node --import tsx src/guidance/write-requirements.ts`. */
import { writeFileSync } from 'node:fs'
import { readGuidance } from './guidance-content.ts'
import { requirementsDocument } from './requirements-document.ts'

const file = new URL('../../docs/requirements.md', import.meta.url)
writeFileSync(file, requirementsDocument(readGuidance().requirements))
