import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a field of something registered was another before, who changed it and when. It is never changed itself. */
@Entity('changes')
export class ChangeEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  /** What was changed, such as `household`. */
  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('text')
  code!: string;

  /** The version that it had from then on. */
  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('text')
  field!: string;

  @Column('text', { nullable: true })
  before!: string | null;

  @Column('text', { nullable: true })
  after!: string | null;

  @Column('text', { name: 'changed_by' })
  changedBy!: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: string;
}
