export interface ShownEvidenceTables {
  request_evidence: { request_id: string; evidence_id: string; holder_id: string }
}
