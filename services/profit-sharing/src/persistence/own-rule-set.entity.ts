import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RuleSet } from '@ayni/distribution';
import { RecordedEntity } from '@ayni/facts/recorded.entity';
import type { Day } from '@ayni/kernel';

/** Rules of the co-op's own. */
@Entity('own_rule_sets')
export class OwnRuleSetEntity extends RecordedEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  copies!: string | null;

  @Column('text', { nullable: true })
  law!: string | null;
}

/** A version of them, as it was put to the assembly. */
@Entity('rule_set_versions')
export class RuleSetVersionEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text', { name: 'rule_set' })
  ruleSet!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('date', { name: 'from_day' })
  from!: Day;

  @Column('json')
  rules!: RuleSet;

  @Column('text')
  fingerprint!: string;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: string;
}

/** That a version was adopted; the first rules of a co-op have no resolution. */
@Entity('rule_set_adoptions')
export class RuleSetAdoptionEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text', { name: 'rule_set' })
  ruleSet!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('text', { nullable: true })
  resolution!: string | null;

  @Column('text', { name: 'adopted_by' })
  adoptedBy!: string;

  @Column('timestamptz', { name: 'adopted_at' })
  adoptedAt!: string;
}
