import { ApiProperty } from '@nestjs/swagger';
import { refusalText, type CommandId, type Day, type Language, type Refusal } from '@ayni/kernel';
import { CodesField, CountField, YesNoField } from '../fields.js';

/** A command that was done, and what it told the others. */
export class CommandTold {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: CommandId;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'how many events of each type it wrote; ask any service how far it is with them',
  })
  events!: Readonly<Record<string, number>>;
}

/** What every command answers. */
export class CommandDone {
  @ApiProperty({ type: CommandTold })
  command!: CommandTold;
}

const NO_SEASON = { optional: true, description: 'where rows are of days that no season has; else left out' };

/** What became of the rows of a load. */
export class LoadAnswer extends CommandDone {
  @CountField({ description: 'rows that are new' })
  recorded!: number;

  @CountField({ description: 'rows that were there already, the same' })
  unchanged!: number;

  @YesNoField(NO_SEASON)
  noSeason?: boolean;

  @CodesField(NO_SEASON)
  daysOfNoSeason?: readonly Day[];
}

/** That something was taken back. */
export class ReversalAnswer extends CommandDone {
  @ApiProperty({ type: String, description: 'its code' })
  reversed!: string;
}

/** Something that is wrong with a row. */
export class Fault {
  @ApiProperty({ type: String })
  code: string;

  @ApiProperty({ type: String, description: 'where in the request, as a JSON pointer' })
  pointer: string;

  @ApiProperty({ type: String, description: 'what is wrong, and what to do' })
  detail: string;

  constructor(refusal: Refusal, language: Language) {
    this.code = refusal.code;
    this.pointer = refusal.pointer;
    this.detail = refusalText(refusal.code, language, refusal.values);
  }
}

/** What would become of the rows of a load. Nothing of it stayed. */
export class TrialAnswer {
  @ApiProperty({ type: Boolean, enum: [true] })
  trial!: true;

  @CountField({ description: 'rows that would be recorded' })
  recorded!: number;

  @CountField({ description: 'rows that are there already, the same' })
  unchanged!: number;

  @YesNoField(NO_SEASON)
  noSeason?: boolean;

  @CodesField(NO_SEASON)
  daysOfNoSeason?: readonly Day[];

  @CountField({ description: 'rows that would be refused' })
  refused!: number;

  @ApiProperty({ type: [Fault], description: 'everything that is wrong, in the order of the rows' })
  faults!: readonly Fault[];
}
