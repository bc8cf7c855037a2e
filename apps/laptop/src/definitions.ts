import { inventory } from '@ayni/inventory';
import { membersService, type MembersConfig } from '@ayni/members';
import { production } from '@ayni/production';
import { profitSharing } from '@ayni/profit-sharing';
import { sales } from '@ayni/sales';
import type { ServiceDefinition } from '@ayni/service-kit/definition';

/** The five services, told what members needs to sign tokens. */
export const definitionsWith = (members: MembersConfig): readonly ServiceDefinition[] => [
  membersService(members),
  production,
  inventory,
  sales,
  profitSharing,
];
