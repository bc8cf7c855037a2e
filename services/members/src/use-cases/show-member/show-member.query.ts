import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Member } from '../../domain/member.js';
import type { MembersPort } from '../../domain/members.port.js';

/** A member as she stands in the register. */
export class ShowMember {
  constructor(private readonly members: MembersPort) {}

  /** @throws Refusal `not-found` */
  async run(tx: Transaction, number: string): Promise<Member> {
    return found(await this.members.find(tx, number), 'member', number);
  }
}
