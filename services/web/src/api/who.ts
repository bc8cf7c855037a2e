export const ROLES = ['president', 'treasurer', 'manager', 'seller', 'member', 'integrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who is signed in on this device, and what her co-op is: kept, so that the pages open without a line. */
export type Who = {
  readonly user: string;
  readonly roles: readonly Role[];
  /** The member that she is, where she is one. */
  readonly member: string | null;
  readonly coop: {
    readonly code: string;
    readonly name: string;
    readonly currency: string;
    /** How many decimals its amounts have. */
    readonly places: number;
    readonly timezone: string;
  };
};
