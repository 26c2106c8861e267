/** What we write to managers. No name of anybody stands in it. */

export function reviewLetter({
  organisationName,
  due,
  page,
}: {
  readonly organisationName: string
  readonly due: number
  readonly page: string
}): { readonly subject: string; readonly text: string } {
  const permissions = due === 1 ? '1 permission' : `${due} permissions`
  const text = [
    'Hello,',
    `At ${organisationName}, ${permissions} should be looked at. Some end within 60 days.`,
    'Does each person still do that job, and still need it? Keep it or end it, in one press:',
    page,
    'What nobody keeps ends by itself on its last day. Nobody can keep their own, so have at least two people who manage people.',
  ]
  return { subject: 'Permissions to look at', text: `${text.join('\n\n')}\n` }
}
