/** What somebody signs in with. */
export type Credentials = { readonly coop: string; readonly user: string; readonly password: string };
