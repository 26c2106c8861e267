export const passportViews = ['domain', 'pillar', 'role'] as const
export type PassportView = (typeof passportViews)[number]
