import { hash, randomUUID } from 'node:crypto';
import { Module, type Provider } from '@nestjs/common';
import { FACTS, SERVICES, UNFINISHED } from '@ayni/contracts';
import type { Sha256 } from '@ayni/distribution';
import { Database } from '@ayni/database/database';
import { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { MembersConsumer } from '@ayni/reference-data/register/members.consumer';
import { assembled } from '@ayni/service-kit/assembled';
import { AssemblyConsumer } from './consumers/assembly.consumer.js';
import { BooksConsumer } from './consumers/books.consumer.js';
import { DeliveriesConsumer } from './consumers/deliveries.consumer.js';
import { SalesConsumer } from './consumers/sales.consumer.js';
import { CareConsumer } from './consumers/care.consumer.js';
import { WorkConsumer } from './consumers/work.consumer.js';
import type { ClosingPlan } from './domain/seasons/closing.js';
import { DebtsPort } from './domain/debts/debts.port.js';
import { BankTemplatesPort } from './domain/payouts/bank-templates.port.js';
import { PayeesPort } from './domain/payouts/payees.port.js';
import { LapsesPort } from './domain/payouts/lapses.port.js';
import { PayoutsPort } from './domain/payouts/payouts.port.js';
import { FundsPort } from './domain/funds/funds.port.js';
import { KeptFactsPort } from './domain/kept-facts.port.js';
import { LedgerPort } from './domain/ledger/ledger.port.js';
import { MemberBooksPort } from './domain/debts/member-books.port.js';
import { OwnRuleSetsPort } from './domain/rules/own-rule-sets.port.js';
import { PaperChecksPort } from './domain/papers/paper-checks.port.js';
import { ResolutionsPort } from './domain/rules/resolutions.port.js';
import { RunsPort } from './domain/runs/runs.port.js';
import { SeasonsPort } from './domain/seasons/seasons.port.js';
import { UnfinishedPort } from './domain/seasons/unfinished.port.js';
import { AdvancesController } from './http/advances.controller.js';
import { LoansController } from './http/loans.controller.js';
import { FinesController } from './http/fines.controller.js';
import { RepaymentsController } from './http/repayments.controller.js';
import { FundUsesController } from './http/fund-uses.controller.js';
import { CertificateRegisterController } from './http/certificate-register.controller.js';
import { CertificatePapersController } from './http/certificate-papers.controller.js';
import { CertificatesController } from './http/certificates.controller.js';
import { ContributionsController } from './http/contributions.controller.js';
import { CertificateTransfersController } from './http/certificate-transfers.controller.js';
import { CertificateWithdrawalsController } from './http/certificate-withdrawals.controller.js';
import { DebtsController } from './http/debts.controller.js';
import { CertificateTypesController } from './http/certificate-types.controller.js';
import { PayeesController } from './http/payees.controller.js';
import { BankTemplatesController } from './http/bank-templates.controller.js';
import { LapsesController } from './http/lapses.controller.js';
import { UnclaimedSharesController } from './http/unclaimed-shares.controller.js';
import { HouseholdPaymentsController } from './http/household-payments.controller.js';
import { PayoutsController } from './http/payouts.controller.js';
import { RunPayoutsController } from './http/run-payouts.controller.js';
import { ChecksController } from './http/checks.controller.js';
import { AttachmentsController } from './http/attachments.controller.js';
import { ExpensesController } from './http/expenses.controller.js';
import { GrantBudgetsController } from './http/grant-budgets.controller.js';
import { GrantReceiptsController } from './http/grant-receipts.controller.js';
import { GrantRefundsController } from './http/grant-refunds.controller.js';
import { GrantWriteOffsController } from './http/grant-write-offs.controller.js';
import { FundsController } from './http/funds.controller.js';
import { GrantsController } from './http/grants.controller.js';
import { LedgerController } from './http/ledger.controller.js';
import { LedgerReportsController } from './http/ledger-reports.controller.js';
import { AccountsController } from './http/accounts.controller.js';
import { PapersController } from './http/papers.controller.js';
import { SeasonPapersController } from './http/season-papers.controller.js';
import { SeasonRulesController } from './http/season-rules.controller.js';
import { SeasonScenariosController } from './http/season-scenarios.controller.js';
import { RuleSetsController } from './http/rule-sets.controller.js';
import { TransfersController } from './http/transfers.controller.js';
import { CollectionsController } from './http/collections.controller.js';
import { WriteOffsController } from './http/write-offs.controller.js';
import { AssetDisposalsController } from './http/asset-disposals.controller.js';
import { AssetsController } from './http/assets.controller.js';
import { CashCountsController } from './http/cash-counts.controller.js';
import { OwnRuleSetsController } from './http/own-rule-sets.controller.js';
import { OldSeasonsController } from './http/old-seasons.controller.js';
import { OpeningBalancesController } from './http/opening-balances.controller.js';
import { BankLinesController } from './http/bank-lines.controller.js';
import { BankMatchesController } from './http/bank-matches.controller.js';
import { BankController } from './http/bank.controller.js';
import { SupplierPaymentsController } from './http/supplier-payments.controller.js';
import { KeepTransfers } from './use-cases/keep-transfers/keep-transfers.use-case.js';
import { KeepCollections } from './use-cases/keep-collections/keep-collections.use-case.js';
import { KeepWriteOffs } from './use-cases/keep-write-offs/keep-write-offs.use-case.js';
import { KeepAssetDisposals } from './use-cases/keep-asset-disposals/keep-asset-disposals.use-case.js';
import { KeepAssets } from './use-cases/keep-assets/keep-assets.use-case.js';
import { KeepCashCounts } from './use-cases/keep-cash-counts/keep-cash-counts.use-case.js';
import { KeepOldSeasons } from './use-cases/keep-old-seasons/keep-old-seasons.use-case.js';
import { KeepOpeningBalances } from './use-cases/keep-opening-balances/keep-opening-balances.use-case.js';
import { KeepBankLines } from './use-cases/keep-bank-lines/keep-bank-lines.use-case.js';
import { KeepBankMatches } from './use-cases/keep-bank-matches/keep-bank-matches.use-case.js';
import { MatchBank } from './use-cases/match-bank/match-bank.query.js';
import { KeepSupplierPayments } from './use-cases/keep-supplier-payments/keep-supplier-payments.use-case.js';
import { KeepLapses } from './use-cases/keep-lapses/keep-lapses.use-case.js';
import { ListUnclaimed } from './use-cases/list-unclaimed/list-unclaimed.query.js';
import { SetLapseRule } from './use-cases/set-lapse-rule/set-lapse-rule.use-case.js';
import { KeepHouseholdPayments } from './use-cases/keep-household-payments/keep-household-payments.use-case.js';
import { PlanPayout } from './use-cases/plan-payout/plan-payout.use-case.js';
import { ConfirmPayout } from './use-cases/confirm-payout/confirm-payout.use-case.js';
import { EndPayout } from './use-cases/end-payout/end-payout.use-case.js';
import { RunsController } from './http/runs.controller.js';
import { SeasonsController } from './http/seasons.controller.js';
import { PostgresDebts } from './persistence/debts.postgres.js';
import { PostgresCertificateTypes } from './persistence/certificate-types.postgres.js';
import { PostgresPayees } from './persistence/payees.postgres.js';
import { PostgresBankTemplates } from './persistence/bank-templates.postgres.js';
import { PostgresLapses } from './persistence/lapses.postgres.js';
import { PostgresPayouts } from './persistence/payouts.postgres.js';
import { PostgresFunds } from './persistence/funds.postgres.js';
import { PostgresKeptFacts } from './persistence/kept-facts.postgres.js';
import { PostgresLedger } from './persistence/ledger.postgres.js';
import { PostgresMemberBooks } from './persistence/member-books.postgres.js';
import { PostgresOwnRuleSets } from './persistence/own-rule-sets.postgres.js';
import { PostgresPaperChecks } from './persistence/paper-checks.postgres.js';
import { PostgresResolutions } from './persistence/resolutions.postgres.js';
import { PostgresRuns } from './persistence/runs.postgres.js';
import { PostgresSeasons } from './persistence/seasons.postgres.js';
import { PostgresUnfinished } from './persistence/unfinished.postgres.js';
import { AgeDebts } from './use-cases/age-debts/age-debts.query.js';
import { SettleMember } from './use-cases/settle-member/settle-member.query.js';
import { SumPersonalAccounts } from './use-cases/sum-personal-accounts/sum-personal-accounts.query.js';
import { AdoptRules } from './use-cases/adopt-rules/adopt-rules.use-case.js';
import { BeginRuleSets } from './use-cases/begin-rule-sets/begin-rule-sets.use-case.js';
import { ProposeRules } from './use-cases/propose-rules/propose-rules.use-case.js';
import { ShowOwnRuleSet } from './use-cases/show-own-rule-set/show-own-rule-set.query.js';
import { AmendRules } from './use-cases/amend-rules/amend-rules.use-case.js';
import { ApproveRun } from './use-cases/approve-run/approve-run.use-case.js';
import { CalculateRun } from './use-cases/calculate-run/calculate-run.use-case.js';
import { WriteSeasonCase } from './use-cases/calculate-run/write-season-case.js';
import { ApplyChange } from './use-cases/change-season/apply-change.js';
import { AskServices } from './use-cases/change-season/ask-services.js';
import { CancelChange } from './use-cases/change-season/cancel-change.use-case.js';
import { ChangeSeason } from './use-cases/change-season/change-season.use-case.js';
import { TakeCounts } from './use-cases/change-season/take-counts.use-case.js';
import { ShowChange } from './use-cases/show-change/show-change.query.js';
import { ReopenSeason } from './use-cases/reopen-season/reopen-season.use-case.js';
import { WithdrawSeason } from './use-cases/withdraw-season/withdraw-season.use-case.js';
import { SeasonQuestionsPort } from './domain/seasons/season-questions.port.js';
import { PostgresSeasonQuestions } from './persistence/season-questions.postgres.js';
import { CompareRun } from './use-cases/compare-run/compare-run.query.js';
import { CompareRules } from './use-cases/compare-rules/compare-rules.query.js';
import { ShowScenarios } from './use-cases/show-scenarios/show-scenarios.use-case.js';
import { CheckPaper } from './use-cases/check-paper/check-paper.js';
import { CloseSeason } from './use-cases/close-season/close-season.use-case.js';
import { FinishClosing } from './use-cases/close-season/finish-closing.js';
import { TakeReports } from './use-cases/take-reports/take-reports.use-case.js';
import { KeepAdvances } from './use-cases/keep-advances/keep-advances.use-case.js';
import { KeepLoans } from './use-cases/keep-loans/keep-loans.use-case.js';
import { KeepFines } from './use-cases/keep-fines/keep-fines.use-case.js';
import { KeepRepayments } from './use-cases/keep-repayments/keep-repayments.use-case.js';
import { KeepFundUses } from './use-cases/keep-fund-uses/keep-fund-uses.use-case.js';
import { KeepCertificates } from './use-cases/keep-certificates/keep-certificates.use-case.js';
import { KeepContributions } from './use-cases/keep-contributions/keep-contributions.use-case.js';
import { KeepCertificateTransfers } from './use-cases/keep-certificate-transfers/keep-certificate-transfers.use-case.js';
import { KeepCertificateWithdrawals } from './use-cases/keep-certificate-withdrawals/keep-certificate-withdrawals.use-case.js';
import { CorrectCertificateTypes } from './use-cases/correct-certificate-types/correct-certificate-types.use-case.js';
import { RegisterCertificateTypes } from './use-cases/register-certificate-types/register-certificate-types.use-case.js';
import { CertificateTypesPort } from './domain/debts/certificate-types.port.js';
import { RegisterPayees } from './use-cases/register-payees/register-payees.use-case.js';
import { CorrectPayees } from './use-cases/correct-payees/correct-payees.use-case.js';
import { KeepAssembly } from './use-cases/keep-assembly/keep-assembly.use-case.js';
import { KeepExpenses } from './use-cases/keep-expenses/keep-expenses.use-case.js';
import { KeepGrantReceipts } from './use-cases/keep-grant-receipts/keep-grant-receipts.use-case.js';
import { KeepGrantRefunds } from './use-cases/keep-grant-refunds/keep-grant-refunds.use-case.js';
import { KeepGrantWriteOffs } from './use-cases/keep-grant-write-offs/keep-grant-write-offs.use-case.js';
import { KeepGrants } from './use-cases/keep-grants/keep-grants.use-case.js';
import { KeepCare } from './use-cases/keep-care/keep-care.use-case.js';
import { KeepWork } from './use-cases/keep-work/keep-work.use-case.js';
import { KeepUnfinished } from './use-cases/keep-unfinished/keep-unfinished.use-case.js';
import { ListUnfinished } from './use-cases/list-unfinished/list-unfinished.js';
import { OpenSeasons } from './use-cases/open-seasons/open-seasons.use-case.js';
import { ExportJournal } from './use-cases/export-journal/export-journal.query.js';
import { ReadDays } from './use-cases/report-books/asked-days.js';
import { ShowBalanceSheet } from './use-cases/report-books/balance-sheet.query.js';
import { ShowIncomeStatement } from './use-cases/report-books/income-statement.query.js';
import { ShowTrialBalance } from './use-cases/report-books/trial-balance.query.js';
import { WriteCertificate } from './use-cases/write-certificate/write-certificate.query.js';
import { WriteBankFile } from './use-cases/write-bank-file/write-bank-file.query.js';
import { SetBankTemplate } from './use-cases/set-bank-template/set-bank-template.use-case.js';
import { ShowBankTemplate } from './use-cases/show-bank-template/show-bank-template.query.js';
import { WriteAnnualPack } from './use-cases/write-annual-pack/write-annual-pack.query.js';
import { SumFunds } from './use-cases/sum-funds/sum-funds.query.js';
import { PostDeliveries } from './use-cases/post-deliveries/post-deliveries.use-case.js';
import { PostSales } from './use-cases/post-sales/post-sales.use-case.js';
import { PreviewSeason } from './use-cases/preview-season/preview-season.query.js';
import { ProposeRun } from './use-cases/propose-run/propose-run.use-case.js';
import { ProposeReversal } from './use-cases/propose-reversal/propose-reversal.use-case.js';
import { RejectReversal } from './use-cases/reject-reversal/reject-reversal.use-case.js';
import { ReverseRun } from './use-cases/reverse-run/reverse-run.use-case.js';
import { RejectRun } from './use-cases/reject-run/reject-run.use-case.js';
import { CorrectFunds } from './use-cases/correct-funds/correct-funds.use-case.js';
import { RegisterFunds } from './use-cases/register-funds/register-funds.use-case.js';
import { ShowClosing } from './use-cases/show-closing/show-closing.query.js';
import { SumAccounts } from './use-cases/sum-accounts/sum-accounts.query.js';
import { SumSeason } from './use-cases/sum-season/sum-season.query.js';
import { UseResolution } from './use-cases/use-resolution/use-resolution.js';
import { WorkOutShares } from './use-cases/work-out-shares/work-out-shares.js';
import { VerifyApproved } from './use-cases/verify-run/verify-approved.query.js';
import { VerifyRun } from './use-cases/verify-run/verify-run.query.js';

const PLAN: ClosingPlan = { services: SERVICES, facts: FACTS };
const sha256: Sha256 = (text) => hash('sha256', text);

const adapters: Provider[] = [
  { provide: LedgerPort, useClass: PostgresLedger },
  { provide: SeasonsPort, useClass: PostgresSeasons },
  { provide: OwnRuleSetsPort, useClass: PostgresOwnRuleSets },
  { provide: SeasonQuestionsPort, useClass: PostgresSeasonQuestions },
  { provide: FundsPort, useClass: PostgresFunds },
  { provide: KeptFactsPort, useClass: PostgresKeptFacts },
  { provide: ResolutionsPort, useClass: PostgresResolutions },
  { provide: MemberBooksPort, useClass: PostgresMemberBooks },
  { provide: DebtsPort, useClass: PostgresDebts },
  { provide: PayeesPort, useClass: PostgresPayees },
  { provide: CertificateTypesPort, useClass: PostgresCertificateTypes },
  { provide: PayoutsPort, useClass: PostgresPayouts },
  { provide: LapsesPort, useClass: PostgresLapses },
  { provide: BankTemplatesPort, useClass: PostgresBankTemplates },
  { provide: RunsPort, useClass: PostgresRuns },
  { provide: UnfinishedPort, useClass: PostgresUnfinished },
];

const money: Provider[] = [
  assembled(KeepExpenses, CoopDirectory, LedgerPort),
  assembled(KeepGrants, CoopDirectory, LedgerPort),
  assembled(KeepGrantReceipts, CoopDirectory, LedgerPort),
  assembled(KeepGrantRefunds, CoopDirectory, LedgerPort),
  assembled(KeepGrantWriteOffs, CoopDirectory, LedgerPort),
  assembled(KeepAdvances, CoopDirectory, LedgerPort, DebtsPort),
  assembled(KeepLoans, CoopDirectory, LedgerPort, DebtsPort),
  assembled(KeepFines, CoopDirectory, LedgerPort, DebtsPort),
  assembled(KeepRepayments, CoopDirectory, LedgerPort, DebtsPort),
  assembled(KeepFundUses, CoopDirectory, LedgerPort, FundsPort, ResolutionsPort),
  assembled(KeepCertificates, CoopDirectory, LedgerPort, CertificateTypesPort, DebtsPort),
  assembled(RegisterCertificateTypes, CoopDirectory, CertificateTypesPort),
  assembled(CorrectCertificateTypes, CoopDirectory, UseResolution),
  assembled(KeepContributions, CoopDirectory, LedgerPort, DebtsPort, ResolutionsPort),
  assembled(KeepCertificateTransfers, CoopDirectory, LedgerPort, CertificateTypesPort),
  assembled(KeepCertificateWithdrawals, CoopDirectory, LedgerPort, CertificateTypesPort, DebtsPort),
  assembled(RegisterPayees, PayeesPort),
  assembled(CorrectPayees, CoopDirectory),
  assembled(KeepTransfers, CoopDirectory, LedgerPort),
  assembled(KeepCollections, CoopDirectory, LedgerPort),
  assembled(KeepWriteOffs, CoopDirectory, LedgerPort),
  assembled(KeepAssets, CoopDirectory, LedgerPort),
  assembled(KeepAssetDisposals, CoopDirectory, LedgerPort),
  assembled(KeepCashCounts, CoopDirectory, LedgerPort),
  assembled(KeepOldSeasons, CoopDirectory, LedgerPort, SeasonsPort, PayeesPort),
  assembled(KeepOpeningBalances, CoopDirectory, LedgerPort, FundsPort),
  assembled(KeepBankLines, CoopDirectory),
  assembled(KeepBankMatches, CoopDirectory),
  assembled(KeepSupplierPayments, CoopDirectory, LedgerPort),
  assembled(KeepHouseholdPayments, CoopDirectory, LedgerPort, PayoutsPort),
  assembled(KeepLapses, CoopDirectory, LedgerPort, PayoutsPort, LapsesPort, ResolutionsPort),
  assembled(ListUnclaimed, CoopDirectory, LapsesPort),
  assembled(SetLapseRule, LapsesPort, FundsPort, ResolutionsPort),
  assembled(SumAccounts, CoopDirectory, FundsPort),
  assembled(PostSales, CoopDirectory, LedgerPort),
  assembled(PostDeliveries, CoopDirectory, KeptFactsPort, LedgerPort),
  assembled(KeepWork, KeptFactsPort),
  assembled(KeepCare, KeptFactsPort),
  assembled(KeepAssembly, KeptFactsPort, ResolutionsPort),
];

const reports: Provider[] = [
  assembled(ReadDays, CoopDirectory, SeasonsPort),
  assembled(ShowTrialBalance, CoopDirectory, ReadDays),
  assembled(ShowBalanceSheet, CoopDirectory),
  assembled(ShowIncomeStatement, CoopDirectory, ReadDays),
  assembled(SumFunds, CoopDirectory, FundsPort),
  assembled(WriteCertificate, CoopDirectory),
  assembled(WriteAnnualPack, CoopDirectory, SeasonsPort, ShowBalanceSheet, ShowIncomeStatement, RunsPort, SumFunds),
  assembled(AgeDebts, CoopDirectory),
  assembled(MatchBank, CoopDirectory, LedgerPort),
  assembled(SumPersonalAccounts, CoopDirectory),
  assembled(SettleMember, CoopDirectory),
  assembled(ExportJournal, CoopDirectory),
];

const seasons: Provider[] = [
  assembled(RegisterFunds, FundsPort),
  assembled(CorrectFunds, CoopDirectory),
  assembled(OpenSeasons, CoopDirectory, SeasonsPort, FundsPort, OwnRuleSetsPort),
  assembled(ApplyChange, SeasonsPort),
  assembled(AskServices, SeasonsPort, SeasonQuestionsPort),
  assembled(ChangeSeason, CoopDirectory, SeasonsPort, FundsPort, AskServices, ApplyChange),
  assembled(WithdrawSeason, SeasonsPort, AskServices),
  assembled(ReopenSeason, SeasonsPort, RunsPort, UseResolution),
  assembled(CancelChange, SeasonsPort, SeasonQuestionsPort),
  {
    provide: TakeCounts,
    useFactory: (port: SeasonsPort, questions: SeasonQuestionsPort, apply: ApplyChange, withdraw: WithdrawSeason) =>
      new TakeCounts(port, questions, apply, withdraw, SERVICES),
    inject: [SeasonsPort, SeasonQuestionsPort, ApplyChange, WithdrawSeason],
  },
  {
    provide: ShowChange,
    useFactory: (port: SeasonsPort, questions: SeasonQuestionsPort) => new ShowChange(port, questions, SERVICES),
    inject: [SeasonsPort, SeasonQuestionsPort],
  },
  assembled(CloseSeason, CoopDirectory, SeasonsPort, UseResolution, WorkOutShares, ListUnfinished, FinishClosing),
  assembled(KeepUnfinished, UnfinishedPort),
  {
    provide: ListUnfinished,
    useFactory: (coops: CoopDirectory, port: UnfinishedPort) => new ListUnfinished(coops, port, UNFINISHED),
    inject: [CoopDirectory, UnfinishedPort],
  },
  {
    provide: FinishClosing,
    useFactory: (port: SeasonsPort, shares: WorkOutShares, unfinished: ListUnfinished) =>
      new FinishClosing(port, shares, unfinished, PLAN),
    inject: [SeasonsPort, WorkOutShares, ListUnfinished],
  },
  assembled(TakeReports, SeasonsPort, FinishClosing),
  assembled(BeginRuleSets, OwnRuleSetsPort, FundsPort),
  {
    provide: ProposeRules,
    useFactory: (coops: CoopDirectory, ruleSets: OwnRuleSetsPort, funds: FundsPort) =>
      new ProposeRules(coops, ruleSets, funds, sha256),
    inject: [CoopDirectory, OwnRuleSetsPort, FundsPort],
  },
  assembled(AdoptRules, OwnRuleSetsPort, RunsPort, UseResolution),
  assembled(ShowOwnRuleSet, FundsPort),
  assembled(AmendRules, CoopDirectory, SeasonsPort, FundsPort, RunsPort, UseResolution, FinishClosing),
  assembled(PreviewSeason, SeasonsPort, ListUnfinished, WorkOutShares),
  assembled(CompareRules, CoopDirectory, SeasonsPort, RunsPort, WorkOutShares, OwnRuleSetsPort),
  assembled(ShowScenarios, CompareRules),
  {
    provide: ShowClosing,
    useFactory: (port: SeasonsPort, shares: WorkOutShares, unfinished: ListUnfinished) =>
      new ShowClosing(port, shares, unfinished, PLAN),
    inject: [SeasonsPort, WorkOutShares, ListUnfinished],
  },
  assembled(SumSeason, CoopDirectory, SeasonsPort, LedgerPort),
];

const runs: Provider[] = [
  assembled(WriteSeasonCase, CoopDirectory, LedgerPort, MemberBooksPort, PayeesPort, RunsPort),
  {
    provide: WorkOutShares,
    useFactory: (coops: CoopDirectory, port: RunsPort, caseOf: WriteSeasonCase) =>
      new WorkOutShares(coops, port, caseOf, sha256),
    inject: [CoopDirectory, RunsPort, WriteSeasonCase],
  },
  {
    provide: CalculateRun,
    useFactory: (coops: CoopDirectory, seasonsPort: SeasonsPort, port: RunsPort, shares: WorkOutShares) =>
      new CalculateRun(coops, seasonsPort, port, shares, randomUUID),
    inject: [CoopDirectory, SeasonsPort, RunsPort, WorkOutShares],
  },
  assembled(PostgresPaperChecks, Database),
  { provide: PaperChecksPort, useExisting: PostgresPaperChecks },
  assembled(CheckPaper, PaperChecksPort, Database),
  {
    provide: CompareRun,
    useFactory: (port: RunsPort, own: OwnRuleSetsPort) => new CompareRun(port, own, sha256),
    inject: [RunsPort, OwnRuleSetsPort],
  },
  assembled(ProposeRun, CoopDirectory, SeasonsPort, RunsPort),
  assembled(RejectRun, RunsPort),
  assembled(UseResolution, ResolutionsPort),
  assembled(ApproveRun, CoopDirectory, SeasonsPort, RunsPort, UseResolution, LedgerPort),
  assembled(PlanPayout, CoopDirectory, RunsPort, PayoutsPort, ResolutionsPort, LedgerPort),
  assembled(ConfirmPayout, CoopDirectory, RunsPort, PayoutsPort),
  assembled(EndPayout, PayoutsPort),
  assembled(SetBankTemplate, BankTemplatesPort),
  assembled(ShowBankTemplate, BankTemplatesPort),
  assembled(WriteBankFile, BankTemplatesPort),
  assembled(ProposeReversal, RunsPort),
  assembled(RejectReversal, RunsPort),
  assembled(ReverseRun, CoopDirectory, SeasonsPort, RunsPort, UseResolution, LedgerPort),
  assembled(VerifyRun, CoopDirectory, SeasonsPort, RunsPort, WriteSeasonCase),
  assembled(VerifyApproved, SeasonsPort, RunsPort, VerifyRun),
];

/** Joins the ports of profit-sharing to PostgreSQL; nothing else does. */
@Module({
  controllers: [
    FundsController,
    SeasonsController,
    SeasonRulesController,
    SeasonScenariosController,
    RuleSetsController,
    OwnRuleSetsController,
    AttachmentsController,
    ExpensesController,
    GrantsController,
    GrantBudgetsController,
    GrantReceiptsController,
    GrantRefundsController,
    GrantWriteOffsController,
    AdvancesController,
    LoansController,
    FinesController,
    RepaymentsController,
    FundUsesController,
    CertificatesController,
    CertificatePapersController,
    CertificateTypesController,
    CertificateRegisterController,
    CertificateWithdrawalsController,
    CertificateTransfersController,
    ContributionsController,
    DebtsController,
    PayeesController,
    RunsController,
    PapersController,
    RunPayoutsController,
    PayoutsController,
    BankTemplatesController,
    HouseholdPaymentsController,
    LapsesController,
    UnclaimedSharesController,
    SeasonPapersController,
    TransfersController,
    CollectionsController,
    WriteOffsController,
    AssetsController,
    AssetDisposalsController,
    CashCountsController,
    OldSeasonsController,
    OpeningBalancesController,
    SupplierPaymentsController,
    BankLinesController,
    BankMatchesController,
    BankController,
    ChecksController,
    LedgerController,
    LedgerReportsController,
    AccountsController,
    MembersConsumer,
    AssemblyConsumer,
    SalesConsumer,
    DeliveriesConsumer,
    WorkConsumer,
    CareConsumer,
    BooksConsumer,
  ],
  providers: [...adapters, ...money, ...reports, ...seasons, ...runs],
})
export class ProfitSharingModule {}
