/** Who may sign off what at an organisation: read by those who work there, written by its managers. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listMemberships } from '../../accounts/accounts-store.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { listAssessorsAt } from '../../organisations/registrations/registrations-store.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { editionAt } from '../passports-edition.ts'
import { mayRule, requireRuleMaker } from './assessing-actions/may-rule.ts'
import { publishRule } from './assessing-actions/publish-rule.ts'
import { ruleForm } from './assessing-forms.ts'
import { professionNames as names } from './judge-statements.ts'
import type { RuleTerms } from './model/assessing-rule.ts'
import { checkRule } from './model/check-rule.ts'
import { enteredOf, type RuleEntered } from './model/rule-entered.ts'
import { ChangeRulePage } from './pages/change-rule-page.tsx'
import { RulePage } from './pages/rule-page.tsx'
import { findRuleFor, listChecked, listRules } from './rules-store.ts'

type Asked = FastifyRequest<{ Params: Params }>

export function ruleRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get<{ Params: Params }>(paths.assessing(':slug'), async (request, reply) => {
    const person = signedIn(request)
    const { slug = '' } = request.params
    const { edition } = await editionAt(shelf, slug)
    const view = await asActor(db, person, async (db) => {
      const name = await nameOfOwn(db, person, slug)
      const rules = await listRules(db, slug)
      const others = await findRuleFor(db, { organisation: slug, holderId: person.id })
      return {
        name,
        rules,
        ownRule: rules[0] !== undefined && others?.version !== rules[0].version,
      }
    })
    const own = ownPage(request, reply, site)
    const mayChange = mayRule(person, slug)
    return sendPage(reply, <RulePage {...own} {...view} {...{ slug, edition, names, mayChange }} />)
  })

  async function sendChange(
    request: Asked,
    reply: FastifyReply,
    shown: Partial<Pick<Parameters<typeof ChangeRulePage>[0], 'entered' | 'errors' | 'warnings'>>,
  ) {
    const person = signedIn(request)
    const { slug = '' } = request.params
    requireRuleMaker(person, slug)
    const { edition } = await editionAt(shelf, slug)
    const { name, rule } = await asActor(db, person, async (db) => ({
      name: await nameOfOwn(db, person, slug),
      rule: await findRuleFor(db, { organisation: slug }),
    }))
    const entered: RuleEntered = shown.entered ?? enteredOf(rule)
    const own = ownPage(request, reply, site)
    const page = <ChangeRulePage {...own} {...shown} {...{ slug, name, edition, names, entered }} />
    return sendPage(reply, page, shown.entered === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.changeAssessing(':slug'), async (request, reply) => {
    requireRuleMaker(signedIn(request), request.params.slug ?? '')
    requireStepUp(request, now())
    return sendChange(request, reply, {})
  })

  app.post<{ Params: Params }>(paths.changeAssessing(':slug'), async (request, reply) => {
    const person = signedIn(request)
    const { slug: organisation = '' } = request.params
    requireRuleMaker(person, organisation)
    const stepUp = requireStepUp(request, now(), { page: paths.changeAssessing(organisation) })
    const { edition } = await editionAt(shelf, organisation)
    const domains = edition.domains.map(({ number }) => number)
    const form = ruleForm(request.body, { domains, professions: [...names.keys()] })
    if (!form.ok) return sendChange(request, reply, form)
    const { entered, value: draft } = form
    const warnings = await findWarnings(person, organisation, draft)
    if (warnings.length > 0 && textField(request.body, 'anyway') !== 'yes') {
      const errors = warnings.map(({ message }) => ({ field: 'anyway', message }))
      return sendChange(request, reply, { entered, warnings, errors })
    }
    const outcome = await publishRule(db, person, { organisation, draft, stepUp })
    if (outcome === 'overtaken') return sendChange(request, reply, { entered, errors: [overtaken] })
    return reply.redirect(paths.assessing(organisation), 303)
  })

  async function findWarnings(person: Person, organisation: string, rule: RuleTerms) {
    const { edition } = await editionAt(shelf, organisation)
    const assessors = await asActor(db, person, async (db) => {
      const people = await listAssessorsAt(db, { organisation })
      const at = people.map(({ id }) => ({ id, organisation }))
      const checked = await listChecked(db, at)
      return at.map((one) => ({ professions: checked(one) }))
    })
    return checkRule(rule, { edition, assessors })
  }
}

const overtaken = {
  field: 'all-who',
  message: 'Somebody else changed the rule meanwhile. Open it again to see how it reads now',
}

/** Throws NotFound for whoever does not work there. */
export async function nameOfOwn(db: Transaction, person: Person, slug: string): Promise<string> {
  const jobs = await listMemberships(db, person.id)
  const job = jobs.find(({ organisation }) => organisation === slug)
  if (job === undefined) throw new NotFound(`organisation ${slug}`)
  return job.organisationName
}
