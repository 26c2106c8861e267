/** What is asked of a sign-off that was given: pausing it, and proposing to withdraw it. */
export const questionsPaths = {
  pause: (signing: string) => `/team/signed/${signing}/pause`,
  pauseMore: (signing: string) => `/team/signed/${signing}/pause/more`,
  pauseEnd: (signing: string) => `/team/signed/${signing}/pause/end`,
  pauseAnswer: (signing: string) => `/team/signed/${signing}/pause/answer`,
  proposal: (signing: string) => `/team/issued/${signing}/proposal`,
  confirmProposal: (signing: string) => `/team/issued/${signing}/proposal/confirm`,
  refuseProposal: (signing: string) => `/team/issued/${signing}/proposal/refuse`,
  takeBackProposal: (signing: string) => `/team/issued/${signing}/proposal/take-back`,
  answerProposal: (signing: string) => `/team/issued/${signing}/proposal/answer`,
  ownQuestion: (signing: string) => `/passport/questions/${signing}`,
  ownReply: (signing: string) => `/passport/questions/${signing}/reply`,
}
