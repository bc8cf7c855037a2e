import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedEntity } from '@ayni/facts/recorded.entity';
import type { Role } from '../domain/user.js';

/** A user; the digest leaves her password out. */
@Entity('users')
export class UserEntity extends RecordedEntity {
  @PrimaryColumn('text')
  name!: string;

  /** argon2id in the PHC form. */
  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('jsonb')
  roles!: readonly Role[];

  @Column('text', { nullable: true })
  member!: string | null;

  /** Whether somebody else gave her the password. */
  @Column('boolean')
  choosing!: boolean;

  /** Whether the other services have been told of her. */
  @Column('boolean')
  told!: boolean;

  @Column('boolean')
  active!: boolean;

  @Column('int')
  version!: number;
}
