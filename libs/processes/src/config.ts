/** What a program of another maker needs of our environment; the settings and the locale of a shell are left out. */
export const BARE_ENVIRONMENT: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
