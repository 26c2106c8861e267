export interface MembershipsTables {
  membership_team: { membership_id: string; team_id: string; organisation: string }
  permission_review_letter: { organisation: string; sent_on: string }
}
