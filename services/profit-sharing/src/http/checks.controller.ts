import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '@ayni/http/auth/auth.guard';
import { CodeInPath, NameInPath } from '@ayni/http/code-in-path';
import { AmountField, CodeField, CurrencyField, OneOfField, ShownTextField, YesNoField } from '@ayni/http/fields';
import { Refuses, Shows } from '@ayni/http/operations';
import { Source } from '@ayni/http/source';
import { SourceBudget } from '@ayni/http/source-budget';
import { RUN_STATES, type RunState } from '../domain/runs/run.js';
import { CheckPaper } from '../use-cases/check-paper/check-paper.js';

/** What the books say of a paper; it names nobody. */
class PaperCheck {
  @ShownTextField({ description: 'what the co-op is called' }) coop!: string;
  @CodeField() season!: string;
  @OneOfField(['member', 'household']) of!: 'member' | 'household';
  @AmountField({ description: 'what the paper has to say in large: what is paid, or what is to her credit' })
  amount!: string;
  @CurrencyField() currency!: string;
  @ShownTextField({ description: 'of the case and its outcome together' }) fingerprint!: string;
  @OneOfField(RUN_STATES) state!: RunState;
  @CodeField({ nullable: true, description: 'the resolution under which it was approved' }) resolution!: string | null;
  @YesNoField({ description: 'whether the assembly approved the run that it is of, and it still stands' })
  holds!: boolean;
}

/** What an address may ask in vain in a minute. */
const IN_VAIN = 30;

/** Checks of papers, by whoever has one. */
@ApiTags('checks')
@Controller('checks')
export class ChecksController {
  private readonly budget = new SourceBudget(IN_VAIN);

  constructor(private readonly checkPaper: CheckPaper) {}

  @Get(':coop/:code')
  @Public()
  @Header('Cache-Control', 'no-store')
  @Refuses('unknown-paper', 'too-many-attempts')
  @Shows('checks.show', PaperCheck)
  async check(
    @CodeInPath('coop', 'coop') coop: string,
    @NameInPath('code', 'paper') code: string,
    @Source() source: string,
  ): Promise<PaperCheck> {
    const paper = await this.budget.spend(source, () => this.checkPaper.run(coop, code));
    return { ...paper, holds: paper.state === 'approved' };
  }
}
