import type { SettingSlug } from '../../../frameworks/model/framework.ts'

const names: Readonly<Record<SettingSlug, string>> = {
  home: 'In somebody’s home',
  community: 'In the community',
  'care-home': 'In a care home',
  clinic: 'In a clinic',
  ward: 'On a ward',
  theatre: 'In theatre',
  school: 'In a school',
  prison: 'In a prison',
  vehicle: 'On the road',
}

export function settingName(setting: SettingSlug): string {
  return names[setting]
}
