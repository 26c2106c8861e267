export type OrganisationsTables = {}
