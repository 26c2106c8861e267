import type { Statement } from '../../../frameworks/model/framework.ts'
import { HigherRisk, RequiresLine } from '../../../frameworks/pages/statement-parts.tsx'
import { paths } from '../../../paths.ts'
import type { SelfAnswer } from '../../model/answer.ts'
import { answerWords } from '../../model/answer.ts'
import type { SignOffRequest } from '../../model/sign-off-request.ts'

interface AskedStatementProps {
  readonly statement: Statement
  readonly answer: SelfAnswer | undefined
  readonly request: Pick<SignOffRequest, 'holderName' | 'edition'>
}

/** What an assessor reads beside a statement that they are asked to confirm. */
export function AskedStatement({ statement, answer, request }: AskedStatementProps) {
  const { code, highRisk, requires } = statement
  return (
    <>
      <p class="nhsuk-body-s nhsuk-u-margin-bottom-1">
        {request.holderName} says: {answer ? answerWords[answer.answer] : 'no answer yet'}
      </p>
      {highRisk && <HigherRisk />}
      {requires && <RequiresLine requires={requires} />}
      <p class="nhsuk-body-s">
        {/* In a new tab, so that a form half filled in is not lost. */}
        <a href={paths.statement(request.edition, code)} target="_blank" rel="noopener">
          Read more about {code} (opens in a new tab)
        </a>
      </p>
    </>
  )
}
