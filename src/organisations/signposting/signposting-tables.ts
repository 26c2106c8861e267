import type { ContactPurpose } from './model/contact.ts'

export interface SignpostingTables {
  local_contact: {
    id: string
    organisation: string
    purpose: ContactPurpose
    role: string
    phone: string | null
    email: string | null
    web: string | null
    hours: string | null
    checked_on: string
    review_on: string
    removed_at: Date | null
  }
}
