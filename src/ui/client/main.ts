/**
 * What script adds to pages that already work without it. The file field stays the browser's own:
 * nhsuk-frontend's gives it a name that differs from what is shown (WCAG 2.5.3).
 */
import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  Radios,
  Scroll,
  SkipLink,
  Table,
} from 'nhsuk-frontend'
import { createCopyButtons } from './copy-button.ts'
import { createIdleNotice } from './idle-notice.ts'
import { createPrintButtons } from './print-button.ts'
import { saveDrafts } from './save-draft.ts'
import { watchProgress } from './watch-progress.ts'

createAll(Button)
createAll(CharacterCount)
createAll(Checkboxes)
createAll(ErrorSummary)
createAll(NotificationBanner)
createAll(Radios)
createAll(Scroll)
createAll(SkipLink)
createAll(Table)
createCopyButtons()
createIdleNotice()
createPrintButtons()
saveDrafts()
watchProgress()
