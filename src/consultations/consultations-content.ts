/** Reads each consultation's questionnaire and its example response from content files. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readContent } from '../content/read-content.ts'
import { type EditionContent, readEditionContent } from '../frameworks/frameworks-content.ts'
import { editionRef } from '../frameworks/model/framework.ts'
import type { Consultation } from './model/consultation.ts'
import { makeConsultation } from './model/make-consultation.ts'
import type { Questionnaire } from './model/questionnaire.ts'
import { questionnaireFile } from './questionnaire-schema.ts'

const contentFolder = fileURLToPath(new URL('../../content/consultations', import.meta.url))

interface ExampleResponse {
  readonly file: string
  readonly respondent: string
  readonly bytes: Uint8Array
}

export interface ConsultationContent extends Consultation {
  readonly example?: ExampleResponse | undefined
}

/** Throws ContentFault. */
export function readQuestionnaires(): Questionnaire[] {
  return listFolders().map((folder) => readFolder(folder))
}

/** Editions that were read already need not be given, but spare reading them again. */
export function readConsultations(editions: readonly EditionContent[] = []): ConsultationContent[] {
  return listFolders().map((folder) => {
    const { example, ...questionnaire } = readFolder(folder)
    const { framework } = questionnaire
    const consulted =
      editions.find(({ edition }) => editionRef(edition) === framework) ??
      readEditionContent(framework)
    const consultation = makeConsultation(questionnaire, consulted)
    if (example === undefined) return consultation
    const file = join(folder, example.file)
    return { ...consultation, example: { ...example, file, bytes: readFileSync(file) } }
  })
}

function listFolders(): string[] {
  return readdirSync(contentFolder).map((name) => join(contentFolder, name))
}

function readFolder(folder: string) {
  return readContent(join(folder, 'questionnaire.yaml'), questionnaireFile).value
}
