import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { type Evidence, mayBeOpenedByOthers } from '../model/evidence.ts'
import { fileWords } from './file-words.ts'

/** What there is, and the two ways to add more. */
export function EvidenceList({
  about,
  evidence,
}: {
  readonly about: string
  readonly evidence: readonly Evidence[]
}) {
  return (
    <>
      {evidence.length === 0 && (
        <p>None yet. A photo of a certificate, or a short note, is enough.</p>
      )}
      <ul>
        {evidence.map((one) => (
          <li key={one.id}>
            <EvidenceLine evidence={one} />
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.addEvidence(about, 'file')}>Add a photo or a PDF</a>
        <br />
        <a href={paths.addEvidence(about, 'note')}>Write a note</a>
      </p>
    </>
  )
}

function EvidenceLine({ evidence }: { readonly evidence: Evidence }) {
  const { id, words, file, at } = evidence
  return (
    <>
      {file === undefined ? (
        <span class="lanyard-written">{words}</span>
      ) : (
        <a href={paths.evidenceFile(id)}>
          {words} ({fileWords(file)})
        </a>
      )}
      <br />
      <span class="nhsuk-u-secondary-text-colour">
        Added on {plainDate(at)}.{' '}
        {!mayBeOpenedByOthers(evidence) && 'Not scanned for viruses, so only you can open it. '}
      </span>
      <a href={paths.takeOutEvidence(id)}>
        Take out<span class="nhsuk-u-visually-hidden"> {words}</span>
      </a>
    </>
  )
}
