import { plainDate } from '../../../language/plain-dates.ts'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import type { Evidence } from '../../evidence/model/evidence.ts'
import { fileWords } from '../../evidence/pages/file-words.ts'
import type { OfferedEvidence } from '../model/offer-evidence.ts'

interface EvidenceChoicesProps {
  readonly offered: OfferedEvidence
  readonly chosen: readonly string[]
}

/** Nothing at all where there is no evidence of these statements. */
export function EvidenceChoices({ offered, chosen }: EvidenceChoicesProps) {
  const { evidence, notScanned } = offered
  return (
    <>
      {evidence.length > 0 && (
        <Checkboxes
          name="evidence"
          fieldset={{ legend: { text: 'Do you want to show any of your evidence?', size: 'm' } }}
          hint="They see what you tick until they answer, or until you take this back. You do not have to tick any. What you marked “Only me” is not here."
          values={chosen}
          items={evidence.map((one) => ({
            value: one.id,
            text: nameOf(one),
            hint: `Added on ${plainDate(one.at)}`,
          }))}
        />
      )}
      {notScanned > 0 && <p>{notScannedWords(notScanned)}</p>}
    </>
  )
}

function nameOf({ words, file }: Evidence) {
  return file ? `${words} (${fileWords(file)})` : <span class="lanyard-written">{words}</span>
}

function notScannedWords(count: number): string {
  const [files, it] = count === 1 ? ['1 file', 'it'] : [`${count} files`, 'them']
  const was = count === 1 ? 'was' : 'were'
  return `You have ${files} about this that ${was} not checked for viruses. Nobody but you can open ${it}, so you cannot show ${it} here.`
}
