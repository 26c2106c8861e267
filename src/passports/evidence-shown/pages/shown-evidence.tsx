import { paths } from '../../../paths.ts'
import type { Evidence } from '../../evidence/model/evidence.ts'
import { fileWords } from '../../evidence/pages/file-words.ts'
import type { SignOffRequest } from '../../model/sign-off-request.ts'

interface ShownEvidenceProps {
  readonly request: Pick<SignOffRequest, 'id' | 'holderName'>
  readonly evidence: readonly Evidence[]
}

/** What a worker shows to whom they ask. */
export function ShownEvidence({ request, evidence }: ShownEvidenceProps) {
  if (evidence.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Evidence from {request.holderName}</h2>
      <p>
        You can see this until the request is answered or taken back. They can see when you open a
        file.
      </p>
      <ul>
        {evidence.map((one) => (
          <li key={one.id}>
            <ShownOne {...{ request }} evidence={one} />
          </li>
        ))}
      </ul>
    </>
  )
}

function ShownOne({
  request,
  evidence: { id, words, file },
}: Pick<ShownEvidenceProps, 'request'> & { readonly evidence: Evidence }) {
  if (file === undefined) return <span class="lanyard-written">{words}</span>
  return (
    // In a new tab, so that a form half filled in is not lost.
    <a href={paths.shownEvidence(request.id, id)} target="_blank" rel="noopener">
      {words} ({fileWords(file)}, opens in a new tab)
    </a>
  )
}
