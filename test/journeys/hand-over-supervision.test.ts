/** A supervisor leaves: one supervision is handed over, and a worker without one is listed by name. */
import { beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { desk, phone, type Visitor } from './at-a-browser.ts'
import { behindThePages } from './behind-the-pages.ts'
import { demonstration } from './demonstration.ts'

let dataDir = ''
const { arrive } = demonstration(async () => {
  dataDir = await temporaryFolder()
  return { DATA_DIR: dataDir }
})
const former = 'Farzana Whitlock-Rahimi'
const formerId = '1346115d-dce1-408d-b87c-d3e9029905e7'

describe('a supervisor who leaves', () => {
  let worker: Visitor
  let colleague: Visitor
  let leaver: Visitor
  let next: Visitor
  let manager: Visitor

  beforeAll(async () => {
    await behindThePages(
      dataDir,
      `insert into permission_grant (person_id, organisation, permission)
         select id, 'merrowfell-hospitals', 'manage-team' from person
         where name = 'Odette Pargeter-Nkemelu' on conflict do nothing`,
    )
    worker = await arrive({ journey: 'hand-over-worker', screen: phone })
    colleague = await arrive({ journey: 'hand-over-colleague', screen: phone })
    leaver = await arrive({ journey: 'hand-over-leaver', screen: desk })
    next = await arrive({ journey: 'hand-over-next', screen: phone })
    manager = await arrive({ journey: 'hand-over-manager', screen: desk })
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await colleague.signsInAs('Callum Wijeratne-Moss')
    await leaver.signsInAs(former)
    await next.signsInAs('Dominik Hartshorne-Lee')
    await manager.signsInAs('Odette Pargeter-Nkemelu')
  })

  async function asks(who: Visitor): Promise<void> {
    await who.goesTo('/supervision/ask')
    const options = await who.page.locator('#colleague option').allInnerTexts()
    const index = options.findIndex((one) => one.startsWith(former))
    await who.page.getByLabel('A colleague').selectOption({ index })
    await who.presses('Ask')
    await who.reads('You have asked.')
  }

  it('given two workers whom they supervise', async () => {
    await asks(worker)
    await asks(colleague)
    for (const _ of [1, 2]) {
      await leaver.goesTo('/team/supervision')
      await leaver.presses('Say yes')
      await leaver.reads('You said yes.')
    }
    await leaver.goesTo('/team/supervision')
    await leaver.looksAt('two')
  })

  it('when they hand one over to a colleague', async () => {
    await leaver.follows('Tamsin Oyelaran-Pike')
    await leaver.page.getByText('End or hand over this supervision').click()
    await leaver.looksAt('end-or-hand-over')
    await leaver.follows('Hand over to a colleague')
    const options = await leaver.page.locator('#colleague option').allInnerTexts()
    const index = options.findIndex((one) => one.startsWith('Dominik'))
    await leaver.page.getByLabel('A colleague').selectOption({ index })
    await leaver.looksAt('hand-over')
    await leaver.presses('Ask them to take over')
    await leaver.reads('Your colleague and the worker are told.')
    await worker.goesTo('/supervision')
    await worker.reads('Dominik Hartshorne-Lee is asked to take over')
    await worker.looksAt('told')
  })

  it('then the colleague accepts, and the worker decides on the notes', async () => {
    await next.goesTo('/team/supervision')
    await next.looksAt('asked')
    await next.presses('Say yes')
    await next.reads('You said yes.')
    await worker.goesTo('/supervision')
    await worker.follows('Dominik Hartshorne-Lee')
    await worker.reads('They are closed to Dominik Hartshorne-Lee')
    await worker.looksAt('notes-closed')
    await worker.presses(/Let Dominik/)
    await worker.reads('can read the earlier notes now')
  })

  it('and when they have left, the manager finds the other by name', async () => {
    await behindThePages(
      dataDir,
      `update membership set valid_to = current_date - 1 where person_id = '${formerId}'`,
    )
    await manager.goesTo('/team/supervision')
    await manager.reads('Callum Wijeratne-Moss, before with')
    expect(await manager.page.getByText('Tamsin').count()).toBe(0)
    await manager.looksAt('without-a-supervisor')
    await manager.follows(/Ask a colleague/)
    const options = await manager.page.locator('#colleague option').allInnerTexts()
    const index = options.findIndex((one) => one.startsWith('Dominik'))
    await manager.page.getByLabel('A colleague').selectOption({ index })
    await manager.presses('Ask them to take over')
    await manager.reads('is asked and has not answered yet')
    await colleague.goesTo('/supervision')
    await colleague.presses('I object')
    await colleague.reads('That supervision has ended.')
    await colleague.looksAt('objected')
  })
})
