/** The framework that passports are kept on, of which organisations adopt editions. */
export const adoptedFramework = 'ahp-support-worker'
