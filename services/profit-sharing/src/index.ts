import { keepAttachments } from '@ayni/attachments/migrations/20261128T1900-keep-attachments';
import { keepPeriods } from '@ayni/reference-data/migrations/20261128T1600-keep-periods';
import { keepPlacesAndRules } from './persistence/migrations/20261128T1100-keep-places.js';
import { ProfitSharingModule } from './app.module.js';
import { keepUsers } from '@ayni/reference-data/users/20261128T1200-keep-users';
import { keepEndedAccess } from '@ayni/reference-data/users/20261128T1400-keep-ended-access';
import { platformMigrations } from '@ayni/service-kit/platform-migrations';
import { shutDoors } from '@ayni/facts/migrations/20261128T0400-shut-doors';
import { ChangeEntity } from '@ayni/facts/registered/change.entity';
import { tellNamesApart } from '@ayni/facts/migrations/20261128T1500-tell-names-apart';
import type { ServiceDefinition } from '@ayni/service-kit/definition';
import { MemberEntity } from '@ayni/reference-data/register/member.entity';
import { registerTotals } from '@ayni/facts/register-totals';
import { totalOf } from '@ayni/facts/totals';
import { advances } from './facts/advance.js';
import { loans } from './facts/loan.js';
import { fines } from './facts/fine.js';
import { repayments } from './facts/repayment.js';
import { fundUses } from './facts/fund-use.js';
import { certificates } from './facts/certificate.js';
import { contributions } from './facts/contribution.js';
import { certificateTransfers } from './facts/certificate-transfer.js';
import { certificateWithdrawals } from './facts/certificate-withdrawal.js';
import { expenses } from './facts/expense.js';
import { grantReceipts } from './facts/grant-receipt.js';
import { grantRefunds } from './facts/grant-refund.js';
import { grantWriteOffs } from './facts/grant-write-off.js';
import { grants } from './facts/grant.js';
import { transfers } from './facts/transfer.js';
import { collections } from './facts/collection.js';
import { writeOffs } from './facts/write-off.js';
import { assets } from './facts/asset.js';
import { assetDisposals } from './facts/asset-disposal.js';
import { cashCounts } from './facts/cash-count.js';
import { oldSeasons } from './facts/old-season.js';
import { openingBalances } from './facts/opening-balance.js';
import { bankLines } from './facts/bank-line.js';
import { bankMatches } from './facts/bank-match.js';
import { supplierPayments } from './facts/supplier-payment.js';
import { AttachToExpenses1795940400000 } from './persistence/migrations/20261129T0820-attach-to-expenses.js';
import { KeepBankLines1795949580000 } from './persistence/migrations/20261129T1053-keep-bank-lines.js';
import { KeepBankMatches1795951080000 } from './persistence/migrations/20261129T1118-keep-bank-matches.js';
import { LineExpenses1795950000000 } from './persistence/migrations/20261129T1100-line-expenses.js';
import { KeepAssets1795923000000 } from './persistence/migrations/20261129T0330-keep-assets.js';
import { IndexParties1795938300000 } from './persistence/migrations/20261129T0745-index-parties.js';
import { KeepAccountTotals1795940700000 } from './persistence/migrations/20261129T0825-keep-account-totals.js';
import { SetBankTemplate1795949700000 } from './persistence/migrations/20261129T1055-set-bank-template.js';
import { KeepShares1795950900000 } from './persistence/migrations/20261129T1115-keep-shares.js';
import { lapses } from './facts/lapse.js';
import { TransferCertificates1795963200000 } from './persistence/migrations/20261129T1440-transfer-certificates.js';
import { CompareDocumentsAlone1796002200000 } from './persistence/migrations/20261130T0130-compare-documents-alone.js';
import { BudgetGrants1796027400000 } from './persistence/migrations/20261130T0830-budget-grants.js';
import { WriteRunsLast1795975200000 } from './persistence/migrations/20261129T1800-write-runs-last.js';
import { TrustPartsOfRuns1795987200000 } from './persistence/migrations/20261129T2120-trust-parts-of-runs.js';
import { NameHeirs1795965900000 } from './persistence/migrations/20261129T1525-name-heirs.js';
import { PayCertificatesInParts1795978500000 } from './persistence/migrations/20261129T1855-pay-certificates-in-parts.js';
import { AgreeOnInstalments1795978800000 } from './persistence/migrations/20261129T1900-agree-on-instalments.js';
import { LetSharesLapse1795951200000 } from './persistence/migrations/20261129T1120-let-shares-lapse.js';
import { householdPayments } from './facts/household-payment.js';
import { KeepRuleSets1795921200000 } from './persistence/migrations/20261129T0300-keep-rule-sets.js';
import { KeepCashBooks1795905000000 } from './persistence/migrations/20261128T2230-keep-cash-books.js';
import { KeepPayouts1795919400000 } from './persistence/migrations/20261129T0230-keep-payouts.js';
import { ReverseRuns1795920000000 } from './persistence/migrations/20261129T0240-reverse-runs.js';
import { ReopenFiscalSeasons1795922160000 } from './persistence/migrations/20261129T0316-reopen-seasons.js';
import { KeepMinutes1795921800000 } from './persistence/migrations/20261129T0310-keep-minutes.js';
import { FundEntity } from './persistence/fund.entity.js';
import { CareTotalEntity, DeliveryEntity, HouseholdEntity, WorkRecordEntity } from './persistence/kept.entity.js';
import { LedgerEntryEntity, LedgerLineEntity } from './persistence/ledger.entity.js';
import { CreateProfitSharing1795320000000 } from './persistence/migrations/20261122T0400-create-profit-sharing.js';
import { salesPosted } from './persistence/sales-posted.js';
import { IndexListFilters1795858200000 } from './persistence/migrations/20261128T0930-index-list-filters.js';
import { KeepLedgerTotals1795856400000 } from './persistence/migrations/20261128T0900-keep-ledger-totals.js';
import { AmendSeasons1795865400000 } from './persistence/migrations/20261128T1130-amend-seasons.js';
import { CutUpRuns1795860000000 } from './persistence/migrations/20261128T1000-cut-up-runs.js';
import { SupersedeRuns1795866000000 } from './persistence/migrations/20261128T1140-supersede-runs.js';
import { FreezeNames1795874400000 } from './persistence/migrations/20261128T1400-freeze-names.js';
import { CreateGrantReceipts1795874400000 } from './persistence/migrations/20261128T1400-create-grant-receipts.js';
import { KeepCovers1795866600000 } from './persistence/migrations/20261128T1150-keep-covers.js';
import { LeaveUnfinished1795871400000 } from './persistence/migrations/20261128T1310-leave-unfinished.js';
import { RegisterFunds1795875600000 } from './persistence/migrations/20261128T1420-register-funds.js';
import { ShareExpenses1795876800000 } from './persistence/migrations/20261128T1440-share-expenses.js';
import { AskAboutSeasons1795880400000 } from './persistence/migrations/20261128T1540-ask-about-seasons.js';
import { CancelQuestions1795892400000 } from './persistence/migrations/20261128T1900-cancel-questions.js';
import { KeepMembersMoney1795903200000 } from './persistence/migrations/20261128T2200-keep-members-money.js';
import { ShowScenarios1795939920000 } from './persistence/migrations/20261129T0812-show-scenarios.js';
import { CheckPapers1795904400000 } from './persistence/migrations/20261128T2220-check-papers.js';
import { CorrectFunds1795878900000 } from './persistence/migrations/20261128T1515-correct-funds.js';
import { FindByCode1795881000000 } from './persistence/migrations/20261128T1550-find-by-code.js';
import { FreezeFundNames1795879200000 } from './persistence/migrations/20261128T1520-freeze-fund-names.js';
import { OwnRuleSetEntity, RuleSetAdoptionEntity, RuleSetVersionEntity } from './persistence/own-rule-set.entity.js';
import { CertificateTypeEntity } from './persistence/certificate-type.entity.js';
import { RegisterCertificateTypes1795951500000 } from './persistence/migrations/20261129T1125-register-certificate-types.js';
import { KeepAssetDisposals1795963800000 } from './persistence/migrations/20261129T1450-keep-asset-disposals.js';
import { KeepOldSeasons1795976400000 } from './persistence/migrations/20261129T1820-keep-old-seasons.js';
import { NumberCertificates1795978200000 } from './persistence/migrations/20261129T1850-number-certificates.js';
import { RepayByBank1795987500000 } from './persistence/migrations/20261129T2125-repay-by-bank.js';
import { BringContributions1795986600000 } from './persistence/migrations/20261129T2110-bring-contributions.js';
import { PayeeEntity } from './persistence/payee.entity.js';
import { PayoutEntity, PayoutLineEntity } from './persistence/payout.entity.js';
import { VerifyApproved } from './use-cases/verify-run/verify-approved.query.js';
import { names } from './persistence/names.js';
import { rebuilt, replayed } from './persistence/rebuilt.js';
import { AssemblyMinutesEntity, ResolutionCoverEntity, ResolutionEntity } from './persistence/resolution.entity.js';
import {
  RunDebtEntity,
  RunEntity,
  RunHouseholdEntity,
  RunMemberEntity,
  RunSummaryEntity,
  RunTiesEntity,
} from './persistence/run.entity.js';
import { SeasonCountEntity, SeasonQuestionEntity } from './persistence/season-question.entity.js';
import { FiscalSeasonEntity, SeasonRulesEntity } from './persistence/season.entity.js';

/** Seasons, the ledger, and the shares of families. */
export const profitSharing: ServiceDefinition = {
  name: 'profit-sharing',
  entities: [
    MemberEntity,
    HouseholdEntity,
    ResolutionEntity,
    ResolutionCoverEntity,
    AssemblyMinutesEntity,
    WorkRecordEntity,
    CareTotalEntity,
    DeliveryEntity,
    FiscalSeasonEntity,
    SeasonRulesEntity,
    OwnRuleSetEntity,
    RuleSetVersionEntity,
    RuleSetAdoptionEntity,
    SeasonQuestionEntity,
    SeasonCountEntity,
    ChangeEntity,
    FundEntity,
    LedgerEntryEntity,
    LedgerLineEntity,
    ...expenses.entities,
    ...grants.entities,
    ...grantReceipts.entities,
    ...grantRefunds.entities,
    ...grantWriteOffs.entities,
    ...advances.entities,
    ...transfers.entities,
    ...collections.entities,
    ...writeOffs.entities,
    ...assets.entities,
    ...assetDisposals.entities,
    ...cashCounts.entities,
    ...oldSeasons.entities,
    ...openingBalances.entities,
    ...supplierPayments.entities,
    ...bankLines.entities,
    ...bankMatches.entities,
    ...householdPayments.entities,
    ...lapses.entities,
    PayoutEntity,
    PayoutLineEntity,
    ...loans.entities,
    ...fines.entities,
    ...repayments.entities,
    ...fundUses.entities,
    ...certificates.entities,
    ...certificateWithdrawals.entities,
    ...certificateTransfers.entities,
    ...contributions.entities,
    PayeeEntity,
    CertificateTypeEntity,
    RunEntity,
    RunSummaryEntity,
    RunMemberEntity,
    RunHouseholdEntity,
    RunTiesEntity,
    RunDebtEntity,
  ],
  migrations: [
    CreateProfitSharing1795320000000,
    ...platformMigrations('profit-sharing'),
    shutDoors('profit-sharing', [
      { kind: 'expense', table: 'expenses' },
      { kind: 'grant', table: 'grants' },
      { kind: 'advance', table: 'advances' },
    ]),
    KeepLedgerTotals1795856400000,
    IndexListFilters1795858200000,
    CutUpRuns1795860000000,
    AmendSeasons1795865400000,
    keepPlacesAndRules,
    SupersedeRuns1795866000000,
    keepUsers('profit-sharing'),
    keepEndedAccess('profit-sharing'),
    KeepCovers1795866600000,
    FreezeNames1795874400000,
    LeaveUnfinished1795871400000,
    CreateGrantReceipts1795874400000,
    RegisterFunds1795875600000,
    ShareExpenses1795876800000,
    CorrectFunds1795878900000,
    FreezeFundNames1795879200000,
    AskAboutSeasons1795880400000,
    keepPeriods('profit-sharing'),
    FindByCode1795881000000,
    CancelQuestions1795892400000,
    KeepMembersMoney1795903200000,
    CheckPapers1795904400000,
    KeepCashBooks1795905000000,
    KeepPayouts1795919400000,
    ReverseRuns1795920000000,
    ReopenFiscalSeasons1795922160000,
    KeepRuleSets1795921200000,
    KeepMinutes1795921800000,
    KeepAssets1795923000000,
    IndexParties1795938300000,
    ShowScenarios1795939920000,
    KeepAccountTotals1795940700000,
    KeepBankLines1795949580000,
    KeepBankMatches1795951080000,
    keepAttachments('profit-sharing'),
    AttachToExpenses1795940400000,
    SetBankTemplate1795949700000,
    LineExpenses1795950000000,
    KeepShares1795950900000,
    LetSharesLapse1795951200000,
    RegisterCertificateTypes1795951500000,
    TransferCertificates1795963200000,
    KeepAssetDisposals1795963800000,
    NameHeirs1795965900000,
    WriteRunsLast1795975200000,
    KeepOldSeasons1795976400000,
    NumberCertificates1795978200000,
    PayCertificatesInParts1795978500000,
    AgreeOnInstalments1795978800000,
    BringContributions1795986600000,
    TrustPartsOfRuns1795987200000,
    RepayByBank1795987500000,
    CompareDocumentsAlone1796002200000,
    BudgetGrants1796027400000,
    ...tellNamesApart(names),
  ],
  module: ProfitSharingModule,
  totals: {
    written: {
      expense: expenses.total,
      grant: grants.total,
      'grant-receipt': grantReceipts.total,
      'grant-refund': grantRefunds.total,
      'grant-write-off': grantWriteOffs.total,
      advance: advances.total,
      transfer: transfers.total,
      collection: collections.total,
      'write-off': writeOffs.total,
      asset: assets.total,
      'asset-disposal': assetDisposals.total,
      'cash-count': cashCounts.total,
      'old-season': oldSeasons.total,
      'opening-balance': openingBalances.total,
      'supplier-payment': supplierPayments.total,
      'bank-line': bankLines.total,
      'bank-match': bankMatches.total,
      'household-payment': householdPayments.total,
      lapse: lapses.total,
      'certificate-withdrawal': certificateWithdrawals.total,
      'certificate-transfer': certificateTransfers.total,
      contribution: contributions.total,
      certificate: certificates.total,
      'fund-use': fundUses.total,
      repayment: repayments.total,
      fine: fines.total,
      loan: loans.total,
    },
    applied: {
      register: registerTotals,
      'care-total': totalOf('care-total', 'care_totals', { minutes: 'minutes' }, 'f.minutes > 0', 'none'),
      work: totalOf('work', 'work_records', { minutes: 'minutes' }),
      delivery: totalOf('delivery', 'deliveries', { quantity: 'stock_quantity', centavos: 'amount' }),
      sale: salesPosted,
    },
  },
  names,
  verified: { replayed, verify: VerifyApproved },
  ...rebuilt,
};
