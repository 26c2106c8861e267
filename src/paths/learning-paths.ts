import { queryOf } from './query-of.ts'

type Search = Readonly<Record<string, string | undefined>>

/** Learning that providers offer, what helps somebody, and where to turn. */
export const learningPaths = {
  // Find learning, ask for it, and say that it is missing.
  learning: (search: Search = {}) => `/learning${queryOf(search)}`,
  course: (course: string, done?: string | undefined) =>
    `/learning/courses/${course}${queryOf({ done })}`,
  askForCourse: (course: string) => `/learning/courses/${course}/ask`,
  ownLearning: (done?: string | undefined) => `/learning/mine${queryOf({ done })}`,
  learningAsk: (id: string, done?: string | undefined) =>
    `/learning/mine/${id}${queryOf({ done })}`,
  withdrawLearning: (id: string) => `/learning/mine/${id}/withdraw`,
  attendedLearning: (id: string) => `/learning/mine/${id}/attended`,
  fileLearning: (id: string) => `/learning/mine/${id}/file`,
  missingLearning: () => '/learning/missing',
  takeBackMissing: (id: string) => `/learning/missing/${id}/take-back`,
  // What managers are asked.
  learningAsks: (done?: string | undefined) => `/team/learning${queryOf({ done })}`,
  learningAsked: (id: string) => `/team/learning/${id}`,
  // What a provider offers.
  courses: (slug: string, done?: string | undefined) => `/orgs/${slug}/courses${queryOf({ done })}`,
  addCourse: (slug: string) => `/orgs/${slug}/courses/add`,
  changeCourse: (slug: string, course: string) => `/orgs/${slug}/courses/of/${course}`,
  removeCourse: (slug: string, course: string) => `/orgs/${slug}/courses/of/${course}/remove`,
  learningWanted: (slug: string) => `/orgs/${slug}/courses/wanted`,
  courseFiles: (slug: string) => `/orgs/${slug}/courses/file`,
  courseTemplate: (slug: string) => `/orgs/${slug}/courses/file/template.csv`,
  courseFile: (slug: string, file: string, search: Search = {}) =>
    `/orgs/${slug}/courses/file/${file}${queryOf(search)}`,
  coursesLeftOut: (slug: string, file: string) => `/orgs/${slug}/courses/file/${file}/left-out.csv`,
  importCourses: (slug: string, file: string) => `/orgs/${slug}/courses/file/${file}/import`,
  cancelCourses: (slug: string, file: string) => `/orgs/${slug}/courses/file/${file}/cancel`,
  // What helps me, and with whom I share it.
  support: (done?: string | undefined) => `/what-helps-me${queryOf({ done })}`,
  addSupport: () => '/what-helps-me/add',
  supportNeed: (id: string, done?: string | undefined) =>
    `/what-helps-me/${id}${queryOf({ done })}`,
  shareSupport: (id: string) => `/what-helps-me/${id}/share`,
  stopSupport: (id: string) => `/what-helps-me/${id}/stop`,
  endSupport: (id: string) => `/what-helps-me/${id}/end`,
  answerSupport: (offer: string) => `/what-helps-me/offers/${offer}/answer`,
  teamSupport: (done?: string | undefined) => `/team/support${queryOf({ done })}`,
  teamSupportNeed: (id: string, done?: string | undefined) =>
    `/team/support/${id}${queryOf({ done })}`,
  offerSupport: (id: string) => `/team/support/${id}/offer`,
  // Where to turn.
  speakingUp: (search: Search = {}) => `/speaking-up${queryOf(search)}`,
  speakingUpAt: (slug: string) => `/speaking-up/${slug}`,
  signposts: (search: Search = {}) => `/signposts${queryOf(search)}`,
  signpostsAt: (slug: string) => `/signposts/${slug}`,
  contacts: (slug: string, done?: string | undefined) =>
    `/orgs/${slug}/contacts${queryOf({ done })}`,
  addContact: (slug: string) => `/orgs/${slug}/contacts/add`,
  changeContact: (slug: string, contact: string) => `/orgs/${slug}/contacts/${contact}`,
  removeContact: (slug: string, contact: string) => `/orgs/${slug}/contacts/${contact}/remove`,
}
