export type PrivacyTables = {}
