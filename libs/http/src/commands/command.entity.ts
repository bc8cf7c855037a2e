import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A command that was done: its answer, under the key that the client gave it. */
@Entity('commands')
export class CommandEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  principal!: string;

  @PrimaryColumn('text')
  key!: string;

  /** A hash of the request as it came. */
  @Column('text')
  print!: string;

  /** JSON text. */
  @Column('text')
  answer!: string;
}
