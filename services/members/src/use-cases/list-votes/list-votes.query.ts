import { CodeField, InstantField, OneOfField, TextField, WholeField, YesNoField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import type { Instant } from '@ayni/kernel';
import { CHOICES, type Choice } from '../../domain/ballot.js';

/** How a member voted in an open ballot: who was there counts them again. */
export class VoteRow {
  @WholeField(1, 1_000) item!: number;
  @CodeField() member!: string;
  @TextField(401) name!: string;
  @OneOfField(CHOICES) choice!: Choice;
  @YesNoField({ description: 'whether she gave it herself' }) own!: boolean;
  @CodeField({ description: 'who wrote it down' }) recordedBy!: string;
  @InstantField() recordedAt!: Instant;
  @CodeField({ nullable: true, description: 'who took it back: such a vote does not count' }) withdrawnBy!:
    string | null;
  @TextField(500, { nullable: true, description: 'why it was taken back; null also where she did so herself' })
  withdrawn!: string | null;
}

export const votes = new Listing({
  row: VoteRow,
  name: 'votes of assembly',
  from: 'votes v JOIN members m ON m.coop_id = v.coop_id AND m.number = v.member',
  alias: 'v',
  columns: {
    item: 'v.item',
    member: 'v.member',
    name: 'm.name',
    choice: 'v.choice',
    own: 'v.own',
    recordedBy: 'v.recorded_by',
    recordedAt: 'v.recorded_at',
    withdrawnBy: 'v.withdrawn_by',
    withdrawn: 'v.withdrawn_reason',
  },
  order: ['v.item', 'v.member', 'v.nth'],
  filters: { assembly: 'v.assembly' },
});
