/** Every rule there is: a file a feature. A route or a store function without a rule fails. */
import type { RouteRules, StoreRules } from '../rules.ts'
import { accountsRoutes, accountsStores } from './accounts.ts'
import { credentialsStores } from './credentials.ts'
import { othersRoutes, othersStores } from './others.ts'
import { passportsRoutes, passportsStores } from './passports.ts'
import { siteRoutes } from './site.ts'

export const routeRules: RouteRules = {
  ...siteRoutes,
  ...accountsRoutes,
  ...passportsRoutes,
  ...othersRoutes,
}

export const storeRules: StoreRules = {
  ...accountsStores,
  ...credentialsStores,
  ...passportsStores,
  ...othersStores,
}
