/** Who may sign off what at an organisation, its second assessors, and its assessors' hours. */
export const assessingPaths = {
  assessing: (slug: string) => `/orgs/${slug}/assessing`,
  changeAssessing: (slug: string) => `/orgs/${slug}/assessing/change`,
  assessingHours: (slug: string) => `/orgs/${slug}/assessing/hours`,
  seconds: () => '/team/seconds',
  second: (signing: string) => `/team/seconds/${signing}`,
  askSecond: (signing: string) => `/team/seconds/${signing}/ask`,
}
