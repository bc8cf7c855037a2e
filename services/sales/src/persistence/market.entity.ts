import { Entity, PrimaryColumn } from 'typeorm';

/** A market is known by its name. */
@Entity('markets')
export class MarketEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  name!: string;
}
