/** The addresses of the site, built by functions and never typed into pages: a line a feature. */
import { accountsPaths } from './paths/accounts-paths.ts'
import { assessingPaths } from './paths/assessing-paths.ts'
import { delegationsPaths } from './paths/delegations-paths.ts'
import { developmentPaths } from './paths/development-paths.ts'
import { frameworksPaths } from './paths/frameworks-paths.ts'
import { learningPaths } from './paths/learning-paths.ts'
import { organisationsPaths } from './paths/organisations-paths.ts'
import { overlaysPaths } from './paths/overlays-paths.ts'
import { passportsPaths } from './paths/passports-paths.ts'
import { privacyPaths } from './paths/privacy-paths.ts'
import { publicPaths } from './paths/public-paths.ts'
import { questionsPaths } from './paths/questions-paths.ts'
import { recognitionPaths } from './paths/recognition-paths.ts'
import { standingPaths } from './paths/standing-paths.ts'
import { supervisionPaths } from './paths/supervision-paths.ts'
import { termsPaths } from './paths/terms-paths.ts'

export { termId } from './paths/frameworks-paths.ts'

export const paths = {
  ...publicPaths,
  ...frameworksPaths,
  ...accountsPaths,
  ...organisationsPaths,
  ...privacyPaths,
  ...passportsPaths,
  ...questionsPaths,
  ...recognitionPaths,
  ...assessingPaths,
  ...developmentPaths,
  ...learningPaths,
  ...supervisionPaths,
  ...delegationsPaths,
  ...standingPaths,
  ...overlaysPaths,
  ...termsPaths,
}
