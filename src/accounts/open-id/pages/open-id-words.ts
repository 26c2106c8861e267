import type { OpenIdFault } from '../model/open-id.ts'

interface Words {
  readonly title: string
  readonly words: string
}

/** Nobody was signed in, confirmed or linked. `name` is the provider's, as people know it. */
export function wordsFor(fault: OpenIdFault, name: string): Words {
  switch (fault) {
    case 'not-answering':
      return {
        title: `${name} is not answering`,
        words:
          'The fault is not yours, and nothing was changed. Try again in a few minutes, or use another way now.',
      }
    case 'declined':
      return {
        title: `You did not finish at ${name}`,
        words: 'Nothing was changed. Try again, or use another way.',
      }
    case 'expired':
      return {
        title: 'That page is used up',
        words: `Coming back from ${name} works once, within 10 minutes, and in the browser that you began in. Start again.`,
      }
    case 'refused':
      return {
        title: `We could not accept the answer from ${name}`,
        words:
          'It did not fit what we asked for, so we stopped to be safe. Try again, or use another way. If it happens again, tell whoever runs this service.',
      }
    case 'not-fresh':
      return {
        title: `${name} did not ask you again`,
        words:
          'To be sure that it is you, you must sign in there now. It used an earlier sign-in, or did not tell us when you signed in. Try again, or use another way.',
      }
    case 'too-weak':
      return {
        title: `Sign in to ${name} in a stronger way`,
        words:
          'This service needs a stronger way than the one you used there, such as a smartcard, a security key or an app on your phone. Try again with that, or use another way.',
      }
    case 'unknown':
      return {
        title: `Your ${name} is not linked to an account here`,
        words: 'We never link accounts by ourselves, so that nobody else can end up in yours.',
      }
    case 'of-another':
      return {
        title: `This ${name} is not yours here`,
        words: `It is linked to another account, or is not the one that is linked to yours. Check that you are signed in to ${name} as yourself.`,
      }
  }
}
