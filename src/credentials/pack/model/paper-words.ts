/**
 * What nearly every credential says, so that paper need not repeat it. Never change a letter: codes that
 * were printed could not be read any more. New words need a new mark in paper-code.ts.
 */
const words =
  'Talked through with the assessor Shown in a simulation Seen by a colleague, who told' +
  ' the assessor (testimony) Prior learning, checked by the assessor Intermediate Assis' +
  'tant practitioner -assistant-practitioner -intermediate found the assessor on the re' +
  'gister of the Health and Care Professions Council on {"id":"urn:uuid:","name":": Ent' +
  'ry","type":["VerifiableCredential","OpenBadgeCredential"],"proof":{"type":"DataInteg' +
  'rityProof","created":"2026-","proofValue":"z","cryptosuite":"eddsa-rdfc-2022","proof' +
  'Purpose":"assertionMethod","verificationMethod":"did:web::orgs:#z6Mk"},"issuer":{"id' +
  '":"did:web::orgs:","url":"https:///orgs/","name":" NHS Trust","type":"Profile"},"@co' +
  'ntext":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v' +
  '3p0/context-3.0.3.json"],"evidence":[{"id":"urn:uuid:#assessment","name":"Assessment' +
  '","type":["Evidence"],"genre":"Watched by the assessor","narrative":" confirmed thes' +
  'e statements on . Method: Watched by the assessor. Setting: Ward.","description":"Wa' +
  'rd"},{"id":"urn:uuid:#identity-check","name":"Identity check","type":["Evidence"],"g' +
  'enre":"checked","narrative":" NHS Trust checked the holder\'s identity on . How: Phot' +
  'o identity document, seen in person."},{"id":"urn:uuid:#registration-check","name":"' +
  'Registration check","type":["Evidence"],"genre":"not checked","narrative":"The issue' +
  'r did not check the assessor\'s registration."}],"validFrom":"2026-","validUntil":"20' +
  '27-T23:59:59Z","credentialStatus":[{"id":"https:///status/-1-revocation#1","type":"B' +
  'itstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"1","statusL' +
  'istCredential":"https:///status/-1-revocation"},{"id":"https:///status/-1-suspension' +
  '#1","type":"BitstringStatusListEntry","statusPurpose":"suspension","statusListIndex"' +
  ':"1","statusListCredential":"https:///status/-1-suspension"}],"credentialSubject":{"' +
  'id":"did:key:z6Mk","type":"AchievementSubject","source":{"id":"urn:uuid:#assessor","' +
  'name":"","type":"Profile","description":"Occupational therapist","otherIdentifier":[' +
  '{"type":"IdentifierEntry","identifier":"","identifierType":"ext:Health-and-Care-Prof' +
  'essions-Council-registration-number"}]},"achievement":{"id":"https:///frameworks/ahp' +
  '-support-worker/2026/sections/3.9#entry","name":": Entry","type":"Achievement","crit' +
  'eria":{"narrative":" of  NHS Trust confirmed each statement named here on . Watched ' +
  'by the assessor."},"alignment":[{"type":"Alignment","targetUrl":"https:///frameworks' +
  '/ahp-support-worker/2026/statements/3.9-entry","targetCode":"3.9-entry","targetName"' +
  ':"3.9-entry ","targetType":"CFItem","targetFramework":"Allied health support worker ' +
  'capability framework, 2026","targetDescription":""}],"description":"2 statements of ' +
  'the Allied health support worker capability framework, 2026, confirmed by a named as' +
  "sessor. Lanyard's own framework, not published or endorsed by NHS England, a profess" +
  'ional body or an employer.","achievementType":"Competency"},"activityEndDate":"2026-' +
  '02-01"}}'

export const paperWords: Buffer = Buffer.from(words, 'utf8')
