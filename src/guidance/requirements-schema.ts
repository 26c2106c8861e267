/** The shape of content/guidance/requirements.yaml. */
import { z } from 'zod'
import { answerStates, type Requirement, type RequirementList } from './model/requirement.ts'
import { pageLink } from './page-link-schema.ts'

const text = z.string().trim().min(1)
const questionId = z.string().regex(/^(Q\d+|all)$/, 'write a question such as Q9, or all')

const requirement: z.ZodType<Requirement> = z
  .strictObject({
    id: z.string().regex(/^R\d\d$/, 'write a number such as R07'),
    question: questionId,
    also: z.array(questionId).default([]),
    asked: text,
    state: z.enum(answerStates),
    answers: z.array(pageLink).default([]),
    note: text.optional(),
  })
  .superRefine(({ state, answers, note }, context) => {
    const fault = (message: string, path: string) =>
      context.addIssue({ code: 'custom', message, path: [path] })
    if (state !== 'answered' && note === undefined) fault('write what is missing', 'note')
    if (state !== 'not-yet' && answers.length === 0) fault('link to what answers it', 'answers')
  })

export const requirementsFile: z.ZodType<RequirementList> = z
  .strictObject({
    title: text,
    intro: z.array(text).min(1),
    states: z.array(z.strictObject({ state: z.enum(answerStates), name: text, meaning: text })),
    questions: z.array(z.strictObject({ id: questionId, about: text })).min(1),
    requirements: z.array(requirement),
  })
  .superRefine(({ states, questions, requirements }, context) => {
    const fault = (message: string, path: PropertyKey[]) =>
      context.addIssue({ code: 'custom', message, path })
    const named = states.map(({ state }) => state).join()
    if (named !== answerStates.join()) fault(`write each of ${answerStates.join(', ')}`, ['states'])
    const known = new Set(questions.map(({ id }) => id))
    const seen = new Set<string>()
    for (const [index, { id, question, also }] of requirements.entries()) {
      if (seen.has(id)) fault(`${id} is here twice`, ['requirements', index, 'id'])
      seen.add(id)
      for (const asked of [question, ...also]) {
        if (!known.has(asked)) fault(`add ${asked} to questions`, ['requirements', index])
      }
    }
  })
