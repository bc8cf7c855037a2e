/** A family of the register; members belong to one, and shares are paid to it. */
export type Household = {
  readonly code: string;
  readonly name: string;
  readonly community: string;
};
