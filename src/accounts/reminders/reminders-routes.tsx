/** What comes up for somebody, as a page and for their calendar, and whether a letter tells them. */
import type { FastifyInstance } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { DueDate, DueDates } from '../../due-date.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { ownPage } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { calendarFile } from './model/calendar-file.ts'
import { reminderChoices, usualChoice } from './model/reminder-choice.ts'
import { ComingUpPage } from './pages/coming-up-page.tsx'
import { RemindersPage } from './pages/reminders-page.tsx'
import { findReminderChoice, setReminderChoice } from './reminders-store.ts'

export function remindersRoutes(
  app: FastifyInstance,
  site: Site,
  dueDates: readonly DueDates[],
): void {
  const { db, now, config } = site

  /** The earliest first. */
  async function listComing(person: Person): Promise<DueDate[]> {
    const scope = { personId: person.id, from: dayOf(now()) }
    const found = await asActor(db, person, (db) =>
      Promise.all(dueDates.map(({ listOwn }) => listOwn(db, scope))),
    )
    return found.flat().sort((one, other) => one.on.localeCompare(other.on))
  }

  app.get(paths.comingUp(), async (request, reply) => {
    const dates = await listComing(signedIn(request))
    return sendPage(reply, <ComingUpPage {...ownPage(request, reply, site)} {...{ dates }} />)
  })

  app.get(paths.comingUpCalendar(), async (request, reply) => {
    const dates = await listComing(signedIn(request))
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="lanyard-dates.ics"')
      .type('text/calendar; charset=utf-8')
      .send(calendarFile(dates, { site: config.baseUrl, now: now() }))
  })

  app.get(paths.reminders(), async (request, reply) => {
    const person = signedIn(request)
    const chosen = await asActor(db, person, (db) =>
      findReminderChoice(db, { personId: person.id }),
    )
    const choice = chosen ?? usualChoice
    const saved = textField(request.query, 'done') === 'saved'
    const own = ownPage(request, reply, site)
    return sendPage(reply, <RemindersPage {...own} {...{ choice, saved }} />)
  })

  app.post(paths.reminders(), async (request, reply) => {
    const person = signedIn(request)
    const wanted = textField(request.body, 'letters')
    const letters = reminderChoices.find((choice) => choice === wanted)
    if (letters === undefined) {
      const errors = [{ field: 'letters', message: 'Select when you want a letter' }]
      const own = ownPage(request, reply, site)
      return sendPage(reply, <RemindersPage {...own} {...{ errors }} />, 422)
    }
    await asActor(db, person, (db) =>
      setReminderChoice(db, { personId: person.id, letters, at: now() }),
    )
    return reply.redirect(paths.reminders('saved'), 303)
  })
}
