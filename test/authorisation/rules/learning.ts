/** The catalogue and what people ask of it, what helps them, and where to turn. */
import { randomUUID } from 'node:crypto'
import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

const slug = ({ organisation }: WorldRecord) => ({ slug: organisation })
const ofCourse = ({ course }: WorldRecord) => ({ id: course })
const ownCourse = (record: WorldRecord) => ({ ...slug(record), course: record.course })
const ofFile = (record: WorldRecord) => ({ ...slug(record), file: record.courseFile })
const ofContact = (record: WorldRecord) => ({ ...slug(record), contact: record.contact })
const providers: RouteRule = { may: ['issuer', 'manager'], params: slug }
const fileProviders: RouteRule = { may: ['issuer', 'manager'], params: ofFile }
const managers: RouteRule = { may: ['manager'], params: slug }
const owner = (params: RouteRule['params']): RouteRule => ({
  may: ['owner'],
  ...(params && { params }),
})
const managerOf = (params: RouteRule['params']): RouteRule => ({
  may: ['manager'],
  ...(params && { params }),
})
const course = () => ({
  ...{ id: randomUUID(), title: `A course ${randomUUID().slice(0, 4)}`, covers: '3.9' },
  ...{ level: 'entry', mode: 'online', nation: 'england', hours: '3', cost: 'Free' },
})
const contact = () => ({
  ...{ id: randomUUID(), purpose: 'carers', role: 'Carers lead', phone: '01632 960 002' },
})
const anybody: RouteRule = { may: ['anybody'] }
const publicPlace: RouteRule = { may: ['anybody'], params: slug }

export const learningRules: RouteRules = {
  'GET /learning': anybody,
  'GET /learning/courses/:id': { may: ['anybody'], params: ofCourse },
  'POST /learning/courses/:id/ask': {
    may: ['signed-in'],
    params: ({ otherCourse }) => ({ id: otherCourse }),
    // Nobody who has left has an employer to ask, and is told so on the page.
    body: () => ({ organisation: '', words: 'x'.repeat(501) }),
    gives: 422,
    of: ['holder'],
  },
  'GET /learning/mine': { may: ['signed-in'] },
  'GET /learning/mine/:id': owner(({ ask }) => ({ id: ask })),
  'POST /learning/mine/:id/withdraw': owner(({ ask }) => ({ id: ask })),
  'POST /learning/mine/:id/attended': owner(({ approvedAsk }) => ({ id: approvedAsk })),
  'POST /learning/mine/:id/file': owner(({ attendedAsk }) => ({ id: attendedAsk })),
  'POST /learning/missing': {
    may: ['signed-in'],
    body: () => ({ codes: '3.8-entry' }),
    of: ['holder'],
  },
  'POST /learning/missing/:id/take-back': owner(({ wish }) => ({ id: wish })),
  'GET /team/learning': { may: ['any-manager'] },
  'GET /team/learning/:id': managerOf(({ ask }) => ({ id: ask })),
  'POST /team/learning/:id': {
    ...managerOf(({ ask }) => ({ id: ask })),
    body: () => ({ outcome: 'approved', reply: 'Yes' }),
  },
  'GET /orgs/:slug/courses': providers,
  'GET /orgs/:slug/courses/wanted': {
    may: ['issuer', 'manager', 'sees-figures'],
    params: slug,
  },
  'GET /orgs/:slug/courses/add': providers,
  'POST /orgs/:slug/courses/add': { ...providers, body: course },
  'GET /orgs/:slug/courses/of/:course': { may: ['issuer', 'manager'], params: ownCourse },
  'POST /orgs/:slug/courses/of/:course': {
    ...{ may: ['issuer', 'manager'], params: ownCourse },
    body: course,
  },
  'POST /orgs/:slug/courses/of/:course/remove': { may: ['issuer', 'manager'], params: ownCourse },
  'GET /orgs/:slug/courses/file': providers,
  'POST /orgs/:slug/courses/file': {
    ...providers,
    body: () => ({ pasted: 'Title,Covers,How,Nation,Hours,Cost\nA,3.9,Online,England,1,Free' }),
  },
  'GET /orgs/:slug/courses/file/template.csv': providers,
  'GET /orgs/:slug/courses/file/:file': fileProviders,
  'GET /orgs/:slug/courses/file/:file/left-out.csv': fileProviders,
  'POST /orgs/:slug/courses/file/:file/import': fileProviders,
  'POST /orgs/:slug/courses/file/:file/cancel': fileProviders,
  'GET /what-helps-me': { may: ['signed-in'] },
  'GET /what-helps-me/add': { may: ['signed-in'] },
  'POST /what-helps-me/add': {
    may: ['signed-in'],
    body: () => ({ id: randomUUID(), kind: 'time', words: 'An hour a week' }),
    of: ['holder'],
  },
  'GET /what-helps-me/:id': owner(({ need }) => ({ id: need })),
  'POST /what-helps-me/:id/share': {
    ...owner(({ ownNeed }) => ({ id: ownNeed })),
    body: ({ organisation }) => ({ organisation }),
  },
  'POST /what-helps-me/:id/stop': {
    ...owner(({ need }) => ({ id: need })),
    body: ({ organisation }) => ({ organisation }),
  },
  'POST /what-helps-me/:id/end': owner(({ need }) => ({ id: need })),
  'POST /what-helps-me/offers/:id/answer': {
    ...owner(({ offer }) => ({ id: offer })),
    body: () => ({ answer: 'taken-up' }),
  },
  'GET /team/support': { may: ['any-manager'] },
  'GET /team/support/:id': managerOf(({ need }) => ({ id: need })),
  'POST /team/support/:id/offer': {
    ...managerOf(({ need }) => ({ id: need })),
    body: () => ({ id: randomUUID(), words: 'An hour on Fridays' }),
  },
  'GET /speaking-up': anybody,
  'GET /speaking-up/:slug': publicPlace,
  'GET /signposts': anybody,
  'GET /signposts/:slug': publicPlace,
  'GET /orgs/:slug/contacts': managers,
  'GET /orgs/:slug/contacts/add': managers,
  'POST /orgs/:slug/contacts/add': { ...managers, body: contact },
  'GET /orgs/:slug/contacts/:contact': managerOf(ofContact),
  'POST /orgs/:slug/contacts/:contact': { ...managerOf(ofContact), body: contact },
  'POST /orgs/:slug/contacts/:contact/remove': managerOf(ofContact),
}
