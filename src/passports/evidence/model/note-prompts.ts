/** Three prompts in place of an empty box. */
export const notePrompts = [
  { field: 'did', label: 'What did you do?', hint: 'For example, “I taught a carer to use …”.' },
  { field: 'knew', label: 'How did you know that it went well?', hint: undefined },
  {
    field: 'next',
    label: 'What would you do in the same way, or differently, next time?',
    hint: undefined,
  },
] as const
