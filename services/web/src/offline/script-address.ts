type Policy = { readonly createScriptURL: (url: string) => string };
type Policies = { readonly createPolicy: (name: string, rules: Policy) => Policy };

let policy: Policy | undefined;

/**
 * The address of a worker. Under trusted types a script's address is believed only of a policy, which is made once; ours
 * knows the service worker and what was built with the pages.
 */
export function scriptAddress(address: string): string {
  const policies: Policies | undefined = Reflect.get(globalThis, 'trustedTypes');
  if (policies === undefined) return address;
  policy ??= policies.createPolicy('ayni', {
    createScriptURL: (asked) => {
      if (asked !== '/sw.js' && !/^\/assets\/[\w.-]+\.js$/.test(asked)) throw new Error(`no script of ours: ${asked}`);
      return asked;
    },
  });
  return policy.createScriptURL(address);
}
