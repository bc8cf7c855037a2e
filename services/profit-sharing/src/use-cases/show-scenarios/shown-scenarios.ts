import { CodeField, InstantField, PartField, ShownListField } from '@ayni/http/fields';
import { FamilyGets, GroupGets, RulesGive } from '../compare-rules/compared-rules.js';

/** Rule sets side by side as everybody may see them, with what the family of whoever asks would get. */
export class SeenScenarios {
  @CodeField({ description: 'by whom they were shown' }) shownBy!: string;
  @InstantField({ description: 'when they were shown, with the books as they were then' }) asOf!: string;
  @ShownListField(() => RulesGive) ruleSets!: RulesGive[];
  @ShownListField(() => FamilyGets, { description: 'of whoever asks, where she is a member' }) families!: FamilyGets[];
  @ShownListField(() => GroupGets) groups!: GroupGets[];
}

/** What of a season's scenarios everybody may see. */
export class ShownScenarios {
  @CodeField() season!: string;
  @PartField(() => SeenScenarios, { nullable: true, description: 'null until an officer shows them' })
  shown!: SeenScenarios | null;
}
