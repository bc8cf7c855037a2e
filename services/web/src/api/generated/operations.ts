// written by `npm run api-types`
import type * as members from './members.js';
import type * as production from './production.js';
import type * as inventory from './inventory.js';
import type * as sales from './sales.js';
import type * as profitSharing from './profit-sharing.js';
import type { Operation } from '../operation.js';

/** Every route of the five services, with what it is sent and what it answers. */
export interface Operations {
  'GET /api/members/v1/commands/{id}': Operation<members.CommandsFollowData, members.CommandsFollowResponses>;
  'GET /api/members/v1/doubles': Operation<members.DoublesListData, members.DoublesListResponses>;
  'GET /api/members/v1/events': Operation<members.EventsReadData, members.EventsReadResponses>;
  'GET /api/members/v1/events/stream': Operation<members.EventsFollowData, members.EventsFollowResponses>;
  'GET /api/members/v1/trail': Operation<members.TrailListData, members.TrailListResponses>;
  'GET /api/members/v1/setup': Operation<members.SetupShowData, members.SetupShowResponses>;
  'POST /api/members/v1/setup': Operation<members.SetupDoData, members.SetupDoResponses>;
  'POST /api/members/v1/sessions': Operation<members.SessionsOpenData, members.SessionsOpenResponses>;
  'POST /api/members/v1/sessions/program': Operation<
    members.ProgramSessionsOpenData,
    members.ProgramSessionsOpenResponses
  >;
  'GET /api/members/v1/keys': Operation<members.KeysListData, members.KeysListResponses>;
  'POST /api/members/v1/sessions/browser': Operation<
    members.BrowserSessionsOpenData,
    members.BrowserSessionsOpenResponses
  >;
  'POST /api/members/v1/sessions/browser/renewal': Operation<
    members.BrowserSessionsRenewData,
    members.BrowserSessionsRenewResponses
  >;
  'POST /api/members/v1/sessions/browser/ending': Operation<
    members.BrowserSessionsEndData,
    members.BrowserSessionsEndResponses
  >;
  'GET /api/members/v1/devices': Operation<members.DevicesListData, members.DevicesListResponses>;
  'POST /api/members/v1/devices/{id}/ending': Operation<members.DevicesEndData, members.DevicesEndResponses>;
  'GET /api/members/v1/user-devices': Operation<members.UserDevicesListData, members.UserDevicesListResponses>;
  'POST /api/members/v1/user-devices/{id}/ending': Operation<
    members.UserDevicesEndData,
    members.UserDevicesEndResponses
  >;
  'POST /api/members/v1/api-keys': Operation<members.ApiKeysMakeData, members.ApiKeysMakeResponses>;
  'GET /api/members/v1/api-keys': Operation<members.ApiKeysListData, members.ApiKeysListResponses>;
  'POST /api/members/v1/api-keys/{name}/ending': Operation<members.ApiKeysEndData, members.ApiKeysEndResponses>;
  'GET /api/members/v1/refused-sign-ins': Operation<
    members.RefusedSignInsListData,
    members.RefusedSignInsListResponses
  >;
  'GET /api/members/v1/coop': Operation<members.CoopShowData, members.CoopShowResponses>;
  'POST /api/members/v1/households': Operation<members.HouseholdsRegisterData, members.HouseholdsRegisterResponses>;
  'GET /api/members/v1/households': Operation<members.HouseholdsListData, members.HouseholdsListResponses>;
  'GET /api/members/v1/households/{code}': Operation<members.HouseholdsShowData, members.HouseholdsShowResponses>;
  'PATCH /api/members/v1/households/{code}': Operation<
    members.HouseholdsCorrectData,
    members.HouseholdsCorrectResponses
  >;
  'GET /api/members/v1/households/{code}/changes': Operation<
    members.HouseholdsChangesData,
    members.HouseholdsChangesResponses
  >;
  'POST /api/members/v1/members': Operation<members.MembersRegisterData, members.MembersRegisterResponses>;
  'GET /api/members/v1/members': Operation<members.MembersListData, members.MembersListResponses>;
  'PATCH /api/members/v1/members/{number}': Operation<members.MembersChangeData, members.MembersChangeResponses>;
  'GET /api/members/v1/members/{number}': Operation<members.MembersShowData, members.MembersShowResponses>;
  'POST /api/members/v1/members/{number}/departure': Operation<
    members.MembersDepartData,
    members.MembersDepartResponses
  >;
  'POST /api/members/v1/members/{number}/return': Operation<members.MembersReturnData, members.MembersReturnResponses>;
  'GET /api/members/v1/members/{number}/changes': Operation<
    members.MembersChangesData,
    members.MembersChangesResponses
  >;
  'POST /api/members/v1/users': Operation<members.UsersRegisterData, members.UsersRegisterResponses>;
  'GET /api/members/v1/users': Operation<members.UsersListData, members.UsersListResponses>;
  'PATCH /api/members/v1/users/{name}': Operation<members.UsersChangeData, members.UsersChangeResponses>;
  'GET /api/members/v1/users/{name}': Operation<members.UsersShowData, members.UsersShowResponses>;
  'GET /api/members/v1/users/{name}/changes': Operation<members.UsersChangesData, members.UsersChangesResponses>;
  'GET /api/members/v1/waiting-changes': Operation<members.WaitingChangesListData, members.WaitingChangesListResponses>;
  'POST /api/members/v1/waiting-changes/{user}/confirmation': Operation<
    members.WaitingChangesConfirmData,
    members.WaitingChangesConfirmResponses
  >;
  'POST /api/members/v1/waiting-changes/{user}/rejection': Operation<
    members.WaitingChangesRejectData,
    members.WaitingChangesRejectResponses
  >;
  'POST /api/members/v1/password': Operation<members.PasswordChooseData, members.PasswordChooseResponses>;
  'POST /api/members/v1/sessions/ending': Operation<members.SessionsEndData, members.SessionsEndResponses>;
  'POST /api/members/v1/resolutions': Operation<members.ResolutionsAdoptData, members.ResolutionsAdoptResponses>;
  'GET /api/members/v1/resolutions': Operation<members.ResolutionsListData, members.ResolutionsListResponses>;
  'POST /api/members/v1/assemblies': Operation<members.AssembliesCallData, members.AssembliesCallResponses>;
  'GET /api/members/v1/assemblies': Operation<members.AssembliesListData, members.AssembliesListResponses>;
  'GET /api/members/v1/assemblies/{code}': Operation<members.AssembliesShowData, members.AssembliesShowResponses>;
  'POST /api/members/v1/assemblies/{code}/cancellation': Operation<
    members.AssembliesCancelData,
    members.AssembliesCancelResponses
  >;
  'GET /api/members/v1/assemblies/{code}/attendance': Operation<
    members.AttendanceListData,
    members.AttendanceListResponses
  >;
  'POST /api/members/v1/assemblies/{code}/attendance': Operation<
    members.AttendanceTickData,
    members.AttendanceTickResponses
  >;
  'POST /api/members/v1/assemblies/{code}/opening': Operation<
    members.AssembliesOpenData,
    members.AssembliesOpenResponses
  >;
  'POST /api/members/v1/assemblies/{code}/closing': Operation<
    members.AssembliesCloseData,
    members.AssembliesCloseResponses
  >;
  'GET /api/members/v1/assemblies/{code}/votes': Operation<members.VotesListData, members.VotesListResponses>;
  'GET /api/members/v1/assemblies/{code}/papers/minutes': Operation<
    members.MinutesPrintData,
    members.MinutesPrintResponses
  >;
  'POST /api/members/v1/assemblies/{code}/items/{item}/ballot': Operation<
    members.BallotsOpenData,
    members.BallotsOpenResponses
  >;
  'POST /api/members/v1/assemblies/{code}/items/{item}/own-vote': Operation<
    members.VotesGiveData,
    members.VotesGiveResponses
  >;
  'POST /api/members/v1/assemblies/{code}/items/{item}/own-vote/withdrawal': Operation<
    members.OwnVotesWithdrawData,
    members.OwnVotesWithdrawResponses
  >;
  'POST /api/members/v1/assemblies/{code}/items/{item}/votes': Operation<
    members.VotesRecordData,
    members.VotesRecordResponses
  >;
  'POST /api/members/v1/assemblies/{code}/items/{item}/votes/{member}/withdrawal': Operation<
    members.VotesWithdrawData,
    members.VotesWithdrawResponses
  >;
  'POST /api/members/v1/assemblies/{code}/items/{item}/counts': Operation<
    members.BallotsCountData,
    members.BallotsCountResponses
  >;
  'POST /api/members/v1/assemblies/{code}/items/{item}/result': Operation<
    members.BallotsSettleData,
    members.BallotsSettleResponses
  >;
  'GET /api/members/v1/assembly-rules/current': Operation<
    members.AssemblyRulesShowData,
    members.AssemblyRulesShowResponses
  >;
  'GET /api/members/v1/assembly-rules': Operation<members.AssemblyRulesListData, members.AssemblyRulesListResponses>;
  'POST /api/members/v1/assembly-rules': Operation<
    members.AssemblyRulesChangeData,
    members.AssemblyRulesChangeResponses
  >;
  'GET /api/production/v1/commands/{id}': Operation<production.CommandsFollowData, production.CommandsFollowResponses>;
  'GET /api/production/v1/doubles': Operation<production.DoublesListData, production.DoublesListResponses>;
  'GET /api/production/v1/events': Operation<production.EventsReadData, production.EventsReadResponses>;
  'GET /api/production/v1/events/stream': Operation<production.EventsFollowData, production.EventsFollowResponses>;
  'GET /api/production/v1/trail': Operation<production.TrailListData, production.TrailListResponses>;
  'POST /api/production/v1/late-records': Operation<
    production.LateRecordsKeepData,
    production.LateRecordsKeepResponses
  >;
  'GET /api/production/v1/late-records': Operation<production.LateRecordsListData, production.LateRecordsListResponses>;
  'POST /api/production/v1/late-records/{id}/posting': Operation<
    production.LateRecordsPostData,
    production.LateRecordsPostResponses
  >;
  'POST /api/production/v1/late-records/{id}/giving-up': Operation<
    production.LateRecordsRelinquishData,
    production.LateRecordsRelinquishResponses
  >;
  'POST /api/production/v1/structures': Operation<
    production.StructuresRegisterData,
    production.StructuresRegisterResponses
  >;
  'GET /api/production/v1/structures': Operation<production.StructuresListData, production.StructuresListResponses>;
  'GET /api/production/v1/structures/{code}': Operation<
    production.StructuresShowData,
    production.StructuresShowResponses
  >;
  'PATCH /api/production/v1/structures/{code}': Operation<
    production.StructuresCorrectData,
    production.StructuresCorrectResponses
  >;
  'GET /api/production/v1/structures/{code}/changes': Operation<
    production.StructuresChangesData,
    production.StructuresChangesResponses
  >;
  'POST /api/production/v1/harvests': Operation<production.HarvestsRecordData, production.HarvestsRecordResponses>;
  'GET /api/production/v1/harvests': Operation<production.HarvestsListData, production.HarvestsListResponses>;
  'POST /api/production/v1/harvests/{code}/reversal': Operation<
    production.HarvestsReverseData,
    production.HarvestsReverseResponses
  >;
  'POST /api/production/v1/work': Operation<production.WorkRecordData, production.WorkRecordResponses>;
  'GET /api/production/v1/work': Operation<production.WorkListData, production.WorkListResponses>;
  'POST /api/production/v1/work/{code}/reversal': Operation<
    production.WorkReverseData,
    production.WorkReverseResponses
  >;
  'POST /api/production/v1/confirmations': Operation<production.WorkConfirmData, production.WorkConfirmResponses>;
  'POST /api/production/v1/care': Operation<production.CareRecordData, production.CareRecordResponses>;
  'GET /api/production/v1/care': Operation<production.CareListData, production.CareListResponses>;
  'POST /api/production/v1/care/{code}/reversal': Operation<
    production.CareReverseData,
    production.CareReverseResponses
  >;
  'POST /api/production/v1/attachments': Operation<production.AttachmentsAddData, production.AttachmentsAddResponses>;
  'GET /api/production/v1/attachments/{hash}': Operation<
    production.AttachmentsShowData,
    production.AttachmentsShowResponses
  >;
  'GET /api/inventory/v1/commands/{id}': Operation<inventory.CommandsFollowData, inventory.CommandsFollowResponses>;
  'GET /api/inventory/v1/doubles': Operation<inventory.DoublesListData, inventory.DoublesListResponses>;
  'GET /api/inventory/v1/events': Operation<inventory.EventsReadData, inventory.EventsReadResponses>;
  'GET /api/inventory/v1/events/stream': Operation<inventory.EventsFollowData, inventory.EventsFollowResponses>;
  'GET /api/inventory/v1/trail': Operation<inventory.TrailListData, inventory.TrailListResponses>;
  'POST /api/inventory/v1/late-records': Operation<inventory.LateRecordsKeepData, inventory.LateRecordsKeepResponses>;
  'GET /api/inventory/v1/late-records': Operation<inventory.LateRecordsListData, inventory.LateRecordsListResponses>;
  'POST /api/inventory/v1/late-records/{id}/posting': Operation<
    inventory.LateRecordsPostData,
    inventory.LateRecordsPostResponses
  >;
  'POST /api/inventory/v1/late-records/{id}/giving-up': Operation<
    inventory.LateRecordsRelinquishData,
    inventory.LateRecordsRelinquishResponses
  >;
  'POST /api/inventory/v1/products': Operation<inventory.ProductsRegisterData, inventory.ProductsRegisterResponses>;
  'GET /api/inventory/v1/products': Operation<inventory.ProductsListData, inventory.ProductsListResponses>;
  'GET /api/inventory/v1/products/{code}': Operation<inventory.ProductsShowData, inventory.ProductsShowResponses>;
  'PATCH /api/inventory/v1/products/{code}': Operation<
    inventory.ProductsCorrectData,
    inventory.ProductsCorrectResponses
  >;
  'GET /api/inventory/v1/products/{code}/changes': Operation<
    inventory.ProductsChangesData,
    inventory.ProductsChangesResponses
  >;
  'POST /api/inventory/v1/units': Operation<inventory.UnitsDefineData, inventory.UnitsDefineResponses>;
  'GET /api/inventory/v1/units': Operation<inventory.UnitsListData, inventory.UnitsListResponses>;
  'GET /api/inventory/v1/units/{product}/{unit}/{validFrom}': Operation<
    inventory.UnitsShowData,
    inventory.UnitsShowResponses
  >;
  'PATCH /api/inventory/v1/units/{product}/{unit}/{validFrom}': Operation<
    inventory.UnitsCorrectData,
    inventory.UnitsCorrectResponses
  >;
  'GET /api/inventory/v1/units/{product}/{unit}/{validFrom}/changes': Operation<
    inventory.UnitsChangesData,
    inventory.UnitsChangesResponses
  >;
  'POST /api/inventory/v1/deliveries': Operation<inventory.DeliveriesRecordData, inventory.DeliveriesRecordResponses>;
  'GET /api/inventory/v1/deliveries': Operation<inventory.DeliveriesListData, inventory.DeliveriesListResponses>;
  'POST /api/inventory/v1/deliveries/{code}/reversal': Operation<
    inventory.DeliveriesReverseData,
    inventory.DeliveriesReverseResponses
  >;
  'POST /api/inventory/v1/losses': Operation<inventory.LossesRecordData, inventory.LossesRecordResponses>;
  'GET /api/inventory/v1/losses': Operation<inventory.LossesListData, inventory.LossesListResponses>;
  'POST /api/inventory/v1/losses/{code}/reversal': Operation<
    inventory.LossesReverseData,
    inventory.LossesReverseResponses
  >;
  'POST /api/inventory/v1/gifts': Operation<inventory.GiftsRecordData, inventory.GiftsRecordResponses>;
  'GET /api/inventory/v1/gifts': Operation<inventory.GiftsListData, inventory.GiftsListResponses>;
  'POST /api/inventory/v1/gifts/{code}/reversal': Operation<
    inventory.GiftsReverseData,
    inventory.GiftsReverseResponses
  >;
  'GET /api/inventory/v1/stock': Operation<inventory.StockTotalData, inventory.StockTotalResponses>;
  'GET /api/inventory/v1/lots': Operation<inventory.LotsListData, inventory.LotsListResponses>;
  'GET /api/inventory/v1/lots/{code}/trace': Operation<inventory.LotsTraceData, inventory.LotsTraceResponses>;
  'GET /api/inventory/v1/shortages': Operation<inventory.ShortagesListData, inventory.ShortagesListResponses>;
  'GET /api/inventory/v1/movements': Operation<inventory.MovementsListData, inventory.MovementsListResponses>;
  'POST /api/inventory/v1/attachments': Operation<inventory.AttachmentsAddData, inventory.AttachmentsAddResponses>;
  'GET /api/inventory/v1/attachments/{hash}': Operation<
    inventory.AttachmentsShowData,
    inventory.AttachmentsShowResponses
  >;
  'GET /api/sales/v1/commands/{id}': Operation<sales.CommandsFollowData, sales.CommandsFollowResponses>;
  'GET /api/sales/v1/doubles': Operation<sales.DoublesListData, sales.DoublesListResponses>;
  'GET /api/sales/v1/events': Operation<sales.EventsReadData, sales.EventsReadResponses>;
  'GET /api/sales/v1/events/stream': Operation<sales.EventsFollowData, sales.EventsFollowResponses>;
  'GET /api/sales/v1/trail': Operation<sales.TrailListData, sales.TrailListResponses>;
  'POST /api/sales/v1/late-records': Operation<sales.LateRecordsKeepData, sales.LateRecordsKeepResponses>;
  'GET /api/sales/v1/late-records': Operation<sales.LateRecordsListData, sales.LateRecordsListResponses>;
  'POST /api/sales/v1/late-records/{id}/posting': Operation<sales.LateRecordsPostData, sales.LateRecordsPostResponses>;
  'POST /api/sales/v1/late-records/{id}/giving-up': Operation<
    sales.LateRecordsRelinquishData,
    sales.LateRecordsRelinquishResponses
  >;
  'GET /api/sales/v1/sales/{receipt}': Operation<sales.SalesShowData, sales.SalesShowResponses>;
  'POST /api/sales/v1/sales': Operation<sales.SalesRecordData, sales.SalesRecordResponses>;
  'GET /api/sales/v1/sales': Operation<sales.SalesListData, sales.SalesListResponses>;
  'POST /api/sales/v1/sales/{receipt}/reversal': Operation<sales.SalesReverseData, sales.SalesReverseResponses>;
  'GET /api/sales/v1/totals/sales': Operation<sales.SalesTotalData, sales.SalesTotalResponses>;
  'POST /api/sales/v1/markets': Operation<sales.MarketsRegisterData, sales.MarketsRegisterResponses>;
  'GET /api/sales/v1/markets': Operation<sales.MarketsListData, sales.MarketsListResponses>;
  'GET /api/sales/v1/markets/{code}': Operation<sales.MarketsShowData, sales.MarketsShowResponses>;
  'PATCH /api/sales/v1/markets/{code}': Operation<sales.MarketsCorrectData, sales.MarketsCorrectResponses>;
  'GET /api/sales/v1/markets/{code}/changes': Operation<sales.MarketsChangesData, sales.MarketsChangesResponses>;
  'GET /api/sales/v1/prices': Operation<sales.PricesShowData, sales.PricesShowResponses>;
  'GET /api/sales/v1/seasons': Operation<sales.SeasonsListData, sales.SeasonsListResponses>;
  'GET /api/profit-sharing/v1/commands/{id}': Operation<
    profitSharing.CommandsFollowData,
    profitSharing.CommandsFollowResponses
  >;
  'GET /api/profit-sharing/v1/doubles': Operation<profitSharing.DoublesListData, profitSharing.DoublesListResponses>;
  'GET /api/profit-sharing/v1/events': Operation<profitSharing.EventsReadData, profitSharing.EventsReadResponses>;
  'GET /api/profit-sharing/v1/events/stream': Operation<
    profitSharing.EventsFollowData,
    profitSharing.EventsFollowResponses
  >;
  'GET /api/profit-sharing/v1/trail': Operation<profitSharing.TrailListData, profitSharing.TrailListResponses>;
  'POST /api/profit-sharing/v1/funds': Operation<profitSharing.FundsRegisterData, profitSharing.FundsRegisterResponses>;
  'GET /api/profit-sharing/v1/funds': Operation<profitSharing.FundsListData, profitSharing.FundsListResponses>;
  'GET /api/profit-sharing/v1/funds/{code}': Operation<profitSharing.FundsShowData, profitSharing.FundsShowResponses>;
  'PATCH /api/profit-sharing/v1/funds/{code}': Operation<
    profitSharing.FundsCorrectData,
    profitSharing.FundsCorrectResponses
  >;
  'GET /api/profit-sharing/v1/funds/{code}/changes': Operation<
    profitSharing.FundsChangesData,
    profitSharing.FundsChangesResponses
  >;
  'POST /api/profit-sharing/v1/seasons': Operation<profitSharing.SeasonsOpenData, profitSharing.SeasonsOpenResponses>;
  'GET /api/profit-sharing/v1/seasons': Operation<profitSharing.SeasonsListData, profitSharing.SeasonsListResponses>;
  'GET /api/profit-sharing/v1/seasons/{code}': Operation<
    profitSharing.SeasonsShowData,
    profitSharing.SeasonsShowResponses
  >;
  'PATCH /api/profit-sharing/v1/seasons/{code}': Operation<
    profitSharing.SeasonsChangeData,
    profitSharing.SeasonsChangeResponses
  >;
  'GET /api/profit-sharing/v1/seasons/{code}/change': Operation<
    profitSharing.SeasonChangesShowData,
    profitSharing.SeasonChangesShowResponses
  >;
  'POST /api/profit-sharing/v1/seasons/{code}/change/cancellation': Operation<
    profitSharing.SeasonChangesCancelData,
    profitSharing.SeasonChangesCancelResponses
  >;
  'GET /api/profit-sharing/v1/seasons/{code}/changes': Operation<
    profitSharing.SeasonsChangesData,
    profitSharing.SeasonsChangesResponses
  >;
  'POST /api/profit-sharing/v1/seasons/{code}/withdrawal': Operation<
    profitSharing.SeasonsWithdrawData,
    profitSharing.SeasonsWithdrawResponses
  >;
  'POST /api/profit-sharing/v1/seasons/{code}/closing': Operation<
    profitSharing.SeasonsCloseData,
    profitSharing.SeasonsCloseResponses
  >;
  'GET /api/profit-sharing/v1/seasons/{code}/closing': Operation<
    profitSharing.ClosingsShowData,
    profitSharing.ClosingsShowResponses
  >;
  'POST /api/profit-sharing/v1/seasons/{code}/reopening': Operation<
    profitSharing.SeasonsReopenData,
    profitSharing.SeasonsReopenResponses
  >;
  'GET /api/profit-sharing/v1/seasons/{code}/figures': Operation<
    profitSharing.SeasonsSumData,
    profitSharing.SeasonsSumResponses
  >;
  'POST /api/profit-sharing/v1/seasons/{code}/runs': Operation<
    profitSharing.RunsCalculateData,
    profitSharing.RunsCalculateResponses
  >;
  'GET /api/profit-sharing/v1/seasons/{code}/rules': Operation<
    profitSharing.SeasonRulesListData,
    profitSharing.SeasonRulesListResponses
  >;
  'POST /api/profit-sharing/v1/seasons/{code}/rules': Operation<
    profitSharing.RulesAmendData,
    profitSharing.RulesAmendResponses
  >;
  'GET /api/profit-sharing/v1/seasons/{code}/preview': Operation<
    profitSharing.SeasonsPreviewData,
    profitSharing.SeasonsPreviewResponses
  >;
  'POST /api/profit-sharing/v1/seasons/{code}/scenarios': Operation<
    profitSharing.ScenariosCompareData,
    profitSharing.ScenariosCompareResponses
  >;
  'POST /api/profit-sharing/v1/seasons/{code}/shown-scenarios': Operation<
    profitSharing.ScenariosShowData,
    profitSharing.ScenariosShowResponses
  >;
  'GET /api/profit-sharing/v1/seasons/{code}/shown-scenarios': Operation<
    profitSharing.ShownScenariosShowData,
    profitSharing.ShownScenariosShowResponses
  >;
  'GET /api/profit-sharing/v1/rule-sets': Operation<
    profitSharing.RuleSetsShowData,
    profitSharing.RuleSetsShowResponses
  >;
  'POST /api/profit-sharing/v1/own-rule-sets': Operation<
    profitSharing.OwnRuleSetsBeginData,
    profitSharing.OwnRuleSetsBeginResponses
  >;
  'GET /api/profit-sharing/v1/own-rule-sets': Operation<
    profitSharing.OwnRuleSetsListData,
    profitSharing.OwnRuleSetsListResponses
  >;
  'GET /api/profit-sharing/v1/own-rule-sets/{code}': Operation<
    profitSharing.OwnRuleSetsShowData,
    profitSharing.OwnRuleSetsShowResponses
  >;
  'POST /api/profit-sharing/v1/own-rule-sets/{code}/versions': Operation<
    profitSharing.RuleSetVersionsProposeData,
    profitSharing.RuleSetVersionsProposeResponses
  >;
  'POST /api/profit-sharing/v1/own-rule-sets/{code}/versions/{version}/adoption': Operation<
    profitSharing.RuleSetAdoptionsRecordData,
    profitSharing.RuleSetAdoptionsRecordResponses
  >;
  'POST /api/profit-sharing/v1/attachments': Operation<
    profitSharing.AttachmentsAddData,
    profitSharing.AttachmentsAddResponses
  >;
  'GET /api/profit-sharing/v1/attachments/{hash}': Operation<
    profitSharing.AttachmentsShowData,
    profitSharing.AttachmentsShowResponses
  >;
  'POST /api/profit-sharing/v1/expenses': Operation<
    profitSharing.ExpensesRecordData,
    profitSharing.ExpensesRecordResponses
  >;
  'GET /api/profit-sharing/v1/expenses': Operation<profitSharing.ExpensesListData, profitSharing.ExpensesListResponses>;
  'POST /api/profit-sharing/v1/expenses/{code}/reversal': Operation<
    profitSharing.ExpensesReverseData,
    profitSharing.ExpensesReverseResponses
  >;
  'POST /api/profit-sharing/v1/grants': Operation<profitSharing.GrantsRecordData, profitSharing.GrantsRecordResponses>;
  'GET /api/profit-sharing/v1/grants': Operation<profitSharing.GrantsListData, profitSharing.GrantsListResponses>;
  'POST /api/profit-sharing/v1/grants/{code}/reversal': Operation<
    profitSharing.GrantsReverseData,
    profitSharing.GrantsReverseResponses
  >;
  'GET /api/profit-sharing/v1/grant-budgets': Operation<
    profitSharing.GrantBudgetsListData,
    profitSharing.GrantBudgetsListResponses
  >;
  'POST /api/profit-sharing/v1/grant-receipts': Operation<
    profitSharing.GrantReceiptsRecordData,
    profitSharing.GrantReceiptsRecordResponses
  >;
  'GET /api/profit-sharing/v1/grant-receipts': Operation<
    profitSharing.GrantReceiptsListData,
    profitSharing.GrantReceiptsListResponses
  >;
  'POST /api/profit-sharing/v1/grant-receipts/{code}/reversal': Operation<
    profitSharing.GrantReceiptsReverseData,
    profitSharing.GrantReceiptsReverseResponses
  >;
  'POST /api/profit-sharing/v1/grant-refunds': Operation<
    profitSharing.GrantRefundsRecordData,
    profitSharing.GrantRefundsRecordResponses
  >;
  'GET /api/profit-sharing/v1/grant-refunds': Operation<
    profitSharing.GrantRefundsListData,
    profitSharing.GrantRefundsListResponses
  >;
  'POST /api/profit-sharing/v1/grant-refunds/{code}/reversal': Operation<
    profitSharing.GrantRefundsReverseData,
    profitSharing.GrantRefundsReverseResponses
  >;
  'POST /api/profit-sharing/v1/grant-write-offs': Operation<
    profitSharing.GrantWriteOffsRecordData,
    profitSharing.GrantWriteOffsRecordResponses
  >;
  'GET /api/profit-sharing/v1/grant-write-offs': Operation<
    profitSharing.GrantWriteOffsListData,
    profitSharing.GrantWriteOffsListResponses
  >;
  'POST /api/profit-sharing/v1/grant-write-offs/{code}/reversal': Operation<
    profitSharing.GrantWriteOffsReverseData,
    profitSharing.GrantWriteOffsReverseResponses
  >;
  'POST /api/profit-sharing/v1/advances': Operation<
    profitSharing.AdvancesRecordData,
    profitSharing.AdvancesRecordResponses
  >;
  'GET /api/profit-sharing/v1/advances': Operation<profitSharing.AdvancesListData, profitSharing.AdvancesListResponses>;
  'POST /api/profit-sharing/v1/advances/{code}/reversal': Operation<
    profitSharing.AdvancesReverseData,
    profitSharing.AdvancesReverseResponses
  >;
  'POST /api/profit-sharing/v1/loans': Operation<profitSharing.LoansRecordData, profitSharing.LoansRecordResponses>;
  'GET /api/profit-sharing/v1/loans': Operation<profitSharing.LoansListData, profitSharing.LoansListResponses>;
  'POST /api/profit-sharing/v1/loans/{code}/reversal': Operation<
    profitSharing.LoansReverseData,
    profitSharing.LoansReverseResponses
  >;
  'POST /api/profit-sharing/v1/fines': Operation<profitSharing.FinesRecordData, profitSharing.FinesRecordResponses>;
  'GET /api/profit-sharing/v1/fines': Operation<profitSharing.FinesListData, profitSharing.FinesListResponses>;
  'POST /api/profit-sharing/v1/fines/{code}/reversal': Operation<
    profitSharing.FinesReverseData,
    profitSharing.FinesReverseResponses
  >;
  'POST /api/profit-sharing/v1/repayments': Operation<
    profitSharing.RepaymentsRecordData,
    profitSharing.RepaymentsRecordResponses
  >;
  'GET /api/profit-sharing/v1/repayments': Operation<
    profitSharing.RepaymentsListData,
    profitSharing.RepaymentsListResponses
  >;
  'POST /api/profit-sharing/v1/repayments/{code}/reversal': Operation<
    profitSharing.RepaymentsReverseData,
    profitSharing.RepaymentsReverseResponses
  >;
  'POST /api/profit-sharing/v1/fund-uses': Operation<
    profitSharing.FundUsesRecordData,
    profitSharing.FundUsesRecordResponses
  >;
  'GET /api/profit-sharing/v1/fund-uses': Operation<
    profitSharing.FundUsesListData,
    profitSharing.FundUsesListResponses
  >;
  'POST /api/profit-sharing/v1/fund-uses/{code}/reversal': Operation<
    profitSharing.FundUsesReverseData,
    profitSharing.FundUsesReverseResponses
  >;
  'POST /api/profit-sharing/v1/certificates': Operation<
    profitSharing.CertificatesRecordData,
    profitSharing.CertificatesRecordResponses
  >;
  'GET /api/profit-sharing/v1/certificates': Operation<
    profitSharing.CertificatesListData,
    profitSharing.CertificatesListResponses
  >;
  'POST /api/profit-sharing/v1/certificates/{code}/reversal': Operation<
    profitSharing.CertificatesReverseData,
    profitSharing.CertificatesReverseResponses
  >;
  'GET /api/profit-sharing/v1/certificates/{code}/papers/certificate': Operation<
    profitSharing.CertificatePapersPrintData,
    profitSharing.CertificatePapersPrintResponses
  >;
  'POST /api/profit-sharing/v1/certificate-types': Operation<
    profitSharing.CertificateTypesRegisterData,
    profitSharing.CertificateTypesRegisterResponses
  >;
  'GET /api/profit-sharing/v1/certificate-types': Operation<
    profitSharing.CertificateTypesListData,
    profitSharing.CertificateTypesListResponses
  >;
  'GET /api/profit-sharing/v1/certificate-types/{code}': Operation<
    profitSharing.CertificateTypesShowData,
    profitSharing.CertificateTypesShowResponses
  >;
  'PATCH /api/profit-sharing/v1/certificate-types/{code}': Operation<
    profitSharing.CertificateTypesCorrectData,
    profitSharing.CertificateTypesCorrectResponses
  >;
  'GET /api/profit-sharing/v1/certificate-types/{code}/changes': Operation<
    profitSharing.CertificateTypesChangesData,
    profitSharing.CertificateTypesChangesResponses
  >;
  'GET /api/profit-sharing/v1/certificate-register': Operation<
    profitSharing.CertificateRegisterListData,
    profitSharing.CertificateRegisterListResponses
  >;
  'POST /api/profit-sharing/v1/certificate-withdrawals': Operation<
    profitSharing.CertificateWithdrawalsRecordData,
    profitSharing.CertificateWithdrawalsRecordResponses
  >;
  'GET /api/profit-sharing/v1/certificate-withdrawals': Operation<
    profitSharing.CertificateWithdrawalsListData,
    profitSharing.CertificateWithdrawalsListResponses
  >;
  'POST /api/profit-sharing/v1/certificate-withdrawals/{code}/reversal': Operation<
    profitSharing.CertificateWithdrawalsReverseData,
    profitSharing.CertificateWithdrawalsReverseResponses
  >;
  'POST /api/profit-sharing/v1/certificate-transfers': Operation<
    profitSharing.CertificateTransfersRecordData,
    profitSharing.CertificateTransfersRecordResponses
  >;
  'GET /api/profit-sharing/v1/certificate-transfers': Operation<
    profitSharing.CertificateTransfersListData,
    profitSharing.CertificateTransfersListResponses
  >;
  'POST /api/profit-sharing/v1/certificate-transfers/{code}/reversal': Operation<
    profitSharing.CertificateTransfersReverseData,
    profitSharing.CertificateTransfersReverseResponses
  >;
  'POST /api/profit-sharing/v1/contributions': Operation<
    profitSharing.ContributionsRecordData,
    profitSharing.ContributionsRecordResponses
  >;
  'GET /api/profit-sharing/v1/contributions': Operation<
    profitSharing.ContributionsListData,
    profitSharing.ContributionsListResponses
  >;
  'POST /api/profit-sharing/v1/contributions/{code}/reversal': Operation<
    profitSharing.ContributionsReverseData,
    profitSharing.ContributionsReverseResponses
  >;
  'GET /api/profit-sharing/v1/debts': Operation<profitSharing.DebtsListData, profitSharing.DebtsListResponses>;
  'POST /api/profit-sharing/v1/payees': Operation<
    profitSharing.PayeesRegisterData,
    profitSharing.PayeesRegisterResponses
  >;
  'GET /api/profit-sharing/v1/payees': Operation<profitSharing.PayeesListData, profitSharing.PayeesListResponses>;
  'GET /api/profit-sharing/v1/payees/{code}': Operation<
    profitSharing.PayeesShowData,
    profitSharing.PayeesShowResponses
  >;
  'PATCH /api/profit-sharing/v1/payees/{code}': Operation<
    profitSharing.PayeesCorrectData,
    profitSharing.PayeesCorrectResponses
  >;
  'GET /api/profit-sharing/v1/payees/{code}/changes': Operation<
    profitSharing.PayeesChangesData,
    profitSharing.PayeesChangesResponses
  >;
  'GET /api/profit-sharing/v1/runs': Operation<profitSharing.RunsListData, profitSharing.RunsListResponses>;
  'POST /api/profit-sharing/v1/runs/{id}/proposal': Operation<
    profitSharing.RunsProposeData,
    profitSharing.RunsProposeResponses
  >;
  'POST /api/profit-sharing/v1/runs/{id}/approval': Operation<
    profitSharing.RunsApproveData,
    profitSharing.RunsApproveResponses
  >;
  'POST /api/profit-sharing/v1/runs/{id}/rejection': Operation<
    profitSharing.RunsRejectData,
    profitSharing.RunsRejectResponses
  >;
  'POST /api/profit-sharing/v1/runs/{id}/reversal/proposal': Operation<
    profitSharing.RunReversalsProposeData,
    profitSharing.RunReversalsProposeResponses
  >;
  'POST /api/profit-sharing/v1/runs/{id}/reversal/approval': Operation<
    profitSharing.RunReversalsApproveData,
    profitSharing.RunReversalsApproveResponses
  >;
  'POST /api/profit-sharing/v1/runs/{id}/reversal/rejection': Operation<
    profitSharing.RunReversalsRejectData,
    profitSharing.RunReversalsRejectResponses
  >;
  'GET /api/profit-sharing/v1/runs/{id}': Operation<profitSharing.RunsShowData, profitSharing.RunsShowResponses>;
  'GET /api/profit-sharing/v1/runs/{id}/shares': Operation<
    profitSharing.SharesListData,
    profitSharing.SharesListResponses
  >;
  'GET /api/profit-sharing/v1/runs/{id}/case': Operation<profitSharing.CasesShowData, profitSharing.CasesShowResponses>;
  'GET /api/profit-sharing/v1/runs/{id}/verification': Operation<
    profitSharing.RunsVerifyData,
    profitSharing.RunsVerifyResponses
  >;
  'GET /api/profit-sharing/v1/runs/{id}/statements/members/{number}': Operation<
    profitSharing.MemberStatementsShowData,
    profitSharing.MemberStatementsShowResponses
  >;
  'GET /api/profit-sharing/v1/runs/{id}/statements/households/{code}': Operation<
    profitSharing.HouseholdStatementsShowData,
    profitSharing.HouseholdStatementsShowResponses
  >;
  'GET /api/profit-sharing/v1/runs/{id}/papers/households': Operation<
    profitSharing.HouseholdPapersPrintData,
    profitSharing.HouseholdPapersPrintResponses
  >;
  'GET /api/profit-sharing/v1/runs/{id}/papers/signatures': Operation<
    profitSharing.SignatureSheetsPrintData,
    profitSharing.SignatureSheetsPrintResponses
  >;
  'GET /api/profit-sharing/v1/runs/{id}/papers/assembly': Operation<
    profitSharing.AssemblyPacksPrintData,
    profitSharing.AssemblyPacksPrintResponses
  >;
  'GET /api/profit-sharing/v1/runs/{id}/papers/members/{number}': Operation<
    profitSharing.MemberPapersShowData,
    profitSharing.MemberPapersShowResponses
  >;
  'GET /api/profit-sharing/v1/runs/{id}/papers/households/{code}': Operation<
    profitSharing.HouseholdPapersShowData,
    profitSharing.HouseholdPapersShowResponses
  >;
  'POST /api/profit-sharing/v1/runs/{id}/payouts': Operation<
    profitSharing.PayoutsPlanData,
    profitSharing.PayoutsPlanResponses
  >;
  'GET /api/profit-sharing/v1/payouts': Operation<profitSharing.PayoutsListData, profitSharing.PayoutsListResponses>;
  'GET /api/profit-sharing/v1/payouts/{code}/lines': Operation<
    profitSharing.PayoutLinesListData,
    profitSharing.PayoutLinesListResponses
  >;
  'GET /api/profit-sharing/v1/payouts/{code}/papers/signatures': Operation<
    profitSharing.PayoutSheetsPrintData,
    profitSharing.PayoutSheetsPrintResponses
  >;
  'GET /api/profit-sharing/v1/payouts/{code}/papers/transfers': Operation<
    profitSharing.BankFilesPrintData,
    profitSharing.BankFilesPrintResponses
  >;
  'POST /api/profit-sharing/v1/payouts/{code}/confirmation': Operation<
    profitSharing.PayoutsConfirmData,
    profitSharing.PayoutsConfirmResponses
  >;
  'POST /api/profit-sharing/v1/payouts/{code}/end': Operation<
    profitSharing.PayoutsEndData,
    profitSharing.PayoutsEndResponses
  >;
  'GET /api/profit-sharing/v1/bank-template/current': Operation<
    profitSharing.BankTemplatesShowData,
    profitSharing.BankTemplatesShowResponses
  >;
  'POST /api/profit-sharing/v1/bank-template': Operation<
    profitSharing.BankTemplatesChangeData,
    profitSharing.BankTemplatesChangeResponses
  >;
  'POST /api/profit-sharing/v1/household-payments': Operation<
    profitSharing.HouseholdPaymentsRecordData,
    profitSharing.HouseholdPaymentsRecordResponses
  >;
  'GET /api/profit-sharing/v1/household-payments': Operation<
    profitSharing.HouseholdPaymentsListData,
    profitSharing.HouseholdPaymentsListResponses
  >;
  'POST /api/profit-sharing/v1/household-payments/{code}/reversal': Operation<
    profitSharing.HouseholdPaymentsReverseData,
    profitSharing.HouseholdPaymentsReverseResponses
  >;
  'POST /api/profit-sharing/v1/lapses': Operation<profitSharing.LapsesRecordData, profitSharing.LapsesRecordResponses>;
  'GET /api/profit-sharing/v1/lapses': Operation<profitSharing.LapsesListData, profitSharing.LapsesListResponses>;
  'POST /api/profit-sharing/v1/lapses/{code}/reversal': Operation<
    profitSharing.LapsesReverseData,
    profitSharing.LapsesReverseResponses
  >;
  'GET /api/profit-sharing/v1/unclaimed-shares': Operation<
    profitSharing.UnclaimedSharesShowData,
    profitSharing.UnclaimedSharesShowResponses
  >;
  'POST /api/profit-sharing/v1/unclaimed-shares/rule': Operation<
    profitSharing.LapseRulesChangeData,
    profitSharing.LapseRulesChangeResponses
  >;
  'GET /api/profit-sharing/v1/seasons/{code}/papers/annual': Operation<
    profitSharing.AnnualPacksPrintData,
    profitSharing.AnnualPacksPrintResponses
  >;
  'POST /api/profit-sharing/v1/transfers': Operation<
    profitSharing.TransfersRecordData,
    profitSharing.TransfersRecordResponses
  >;
  'GET /api/profit-sharing/v1/transfers': Operation<
    profitSharing.TransfersListData,
    profitSharing.TransfersListResponses
  >;
  'POST /api/profit-sharing/v1/transfers/{code}/reversal': Operation<
    profitSharing.TransfersReverseData,
    profitSharing.TransfersReverseResponses
  >;
  'POST /api/profit-sharing/v1/collections': Operation<
    profitSharing.CollectionsRecordData,
    profitSharing.CollectionsRecordResponses
  >;
  'GET /api/profit-sharing/v1/collections': Operation<
    profitSharing.CollectionsListData,
    profitSharing.CollectionsListResponses
  >;
  'POST /api/profit-sharing/v1/collections/{code}/reversal': Operation<
    profitSharing.CollectionsReverseData,
    profitSharing.CollectionsReverseResponses
  >;
  'POST /api/profit-sharing/v1/write-offs': Operation<
    profitSharing.WriteOffsRecordData,
    profitSharing.WriteOffsRecordResponses
  >;
  'GET /api/profit-sharing/v1/write-offs': Operation<
    profitSharing.WriteOffsListData,
    profitSharing.WriteOffsListResponses
  >;
  'POST /api/profit-sharing/v1/write-offs/{code}/reversal': Operation<
    profitSharing.WriteOffsReverseData,
    profitSharing.WriteOffsReverseResponses
  >;
  'POST /api/profit-sharing/v1/assets': Operation<profitSharing.AssetsRecordData, profitSharing.AssetsRecordResponses>;
  'GET /api/profit-sharing/v1/assets': Operation<profitSharing.AssetsListData, profitSharing.AssetsListResponses>;
  'POST /api/profit-sharing/v1/assets/{code}/reversal': Operation<
    profitSharing.AssetsReverseData,
    profitSharing.AssetsReverseResponses
  >;
  'POST /api/profit-sharing/v1/asset-disposals': Operation<
    profitSharing.AssetDisposalsRecordData,
    profitSharing.AssetDisposalsRecordResponses
  >;
  'GET /api/profit-sharing/v1/asset-disposals': Operation<
    profitSharing.AssetDisposalsListData,
    profitSharing.AssetDisposalsListResponses
  >;
  'POST /api/profit-sharing/v1/asset-disposals/{code}/reversal': Operation<
    profitSharing.AssetDisposalsReverseData,
    profitSharing.AssetDisposalsReverseResponses
  >;
  'POST /api/profit-sharing/v1/cash-counts': Operation<
    profitSharing.CashCountsRecordData,
    profitSharing.CashCountsRecordResponses
  >;
  'GET /api/profit-sharing/v1/cash-counts': Operation<
    profitSharing.CashCountsListData,
    profitSharing.CashCountsListResponses
  >;
  'POST /api/profit-sharing/v1/cash-counts/{code}/reversal': Operation<
    profitSharing.CashCountsReverseData,
    profitSharing.CashCountsReverseResponses
  >;
  'POST /api/profit-sharing/v1/old-seasons': Operation<
    profitSharing.OldSeasonsRecordData,
    profitSharing.OldSeasonsRecordResponses
  >;
  'GET /api/profit-sharing/v1/old-seasons': Operation<
    profitSharing.OldSeasonsListData,
    profitSharing.OldSeasonsListResponses
  >;
  'POST /api/profit-sharing/v1/old-seasons/{code}/reversal': Operation<
    profitSharing.OldSeasonsReverseData,
    profitSharing.OldSeasonsReverseResponses
  >;
  'POST /api/profit-sharing/v1/opening-balances': Operation<
    profitSharing.OpeningBalancesRecordData,
    profitSharing.OpeningBalancesRecordResponses
  >;
  'GET /api/profit-sharing/v1/opening-balances': Operation<
    profitSharing.OpeningBalancesListData,
    profitSharing.OpeningBalancesListResponses
  >;
  'POST /api/profit-sharing/v1/opening-balances/{code}/reversal': Operation<
    profitSharing.OpeningBalancesReverseData,
    profitSharing.OpeningBalancesReverseResponses
  >;
  'POST /api/profit-sharing/v1/supplier-payments': Operation<
    profitSharing.SupplierPaymentsRecordData,
    profitSharing.SupplierPaymentsRecordResponses
  >;
  'GET /api/profit-sharing/v1/supplier-payments': Operation<
    profitSharing.SupplierPaymentsListData,
    profitSharing.SupplierPaymentsListResponses
  >;
  'POST /api/profit-sharing/v1/supplier-payments/{code}/reversal': Operation<
    profitSharing.SupplierPaymentsReverseData,
    profitSharing.SupplierPaymentsReverseResponses
  >;
  'POST /api/profit-sharing/v1/bank-lines': Operation<
    profitSharing.BankLinesRecordData,
    profitSharing.BankLinesRecordResponses
  >;
  'GET /api/profit-sharing/v1/bank-lines': Operation<
    profitSharing.BankLinesListData,
    profitSharing.BankLinesListResponses
  >;
  'POST /api/profit-sharing/v1/bank-lines/{code}/reversal': Operation<
    profitSharing.BankLinesReverseData,
    profitSharing.BankLinesReverseResponses
  >;
  'POST /api/profit-sharing/v1/bank-matches': Operation<
    profitSharing.BankMatchesRecordData,
    profitSharing.BankMatchesRecordResponses
  >;
  'GET /api/profit-sharing/v1/bank-matches': Operation<
    profitSharing.BankMatchesListData,
    profitSharing.BankMatchesListResponses
  >;
  'POST /api/profit-sharing/v1/bank-matches/{code}/reversal': Operation<
    profitSharing.BankMatchesReverseData,
    profitSharing.BankMatchesReverseResponses
  >;
  'GET /api/profit-sharing/v1/ledger/bank/lines': Operation<
    profitSharing.BankMatchingShowData,
    profitSharing.BankMatchingShowResponses
  >;
  'GET /api/profit-sharing/v1/ledger/bank/postings': Operation<
    profitSharing.UnmatchedPostingsShowData,
    profitSharing.UnmatchedPostingsShowResponses
  >;
  'GET /api/profit-sharing/v1/checks/{coop}/{code}': Operation<
    profitSharing.ChecksShowData,
    profitSharing.ChecksShowResponses
  >;
  'GET /api/profit-sharing/v1/ledger/balances': Operation<
    profitSharing.BalancesShowData,
    profitSharing.BalancesShowResponses
  >;
  'GET /api/profit-sharing/v1/ledger/entries': Operation<
    profitSharing.EntriesListData,
    profitSharing.EntriesListResponses
  >;
  'GET /api/profit-sharing/v1/ledger/trial-balance': Operation<
    profitSharing.TrialBalanceShowData,
    profitSharing.TrialBalanceShowResponses
  >;
  'GET /api/profit-sharing/v1/ledger/balance-sheet': Operation<
    profitSharing.BalanceSheetShowData,
    profitSharing.BalanceSheetShowResponses
  >;
  'GET /api/profit-sharing/v1/ledger/income-statement': Operation<
    profitSharing.IncomeStatementShowData,
    profitSharing.IncomeStatementShowResponses
  >;
  'GET /api/profit-sharing/v1/ledger/sheet': Operation<profitSharing.SheetListData, profitSharing.SheetListResponses>;
  'GET /api/profit-sharing/v1/ledger/funds': Operation<
    profitSharing.FundBalancesShowData,
    profitSharing.FundBalancesShowResponses
  >;
  'GET /api/profit-sharing/v1/ledger/debts': Operation<profitSharing.DebtsShowData, profitSharing.DebtsShowResponses>;
  'GET /api/profit-sharing/v1/ledger/journal': Operation<
    profitSharing.JournalExportData,
    profitSharing.JournalExportResponses
  >;
  'GET /api/profit-sharing/v1/accounts/members': Operation<
    profitSharing.MemberAccountsShowData,
    profitSharing.MemberAccountsShowResponses
  >;
  'GET /api/profit-sharing/v1/accounts/households': Operation<
    profitSharing.HouseholdAccountsShowData,
    profitSharing.HouseholdAccountsShowResponses
  >;
  'GET /api/profit-sharing/v1/accounts/members/{number}': Operation<
    profitSharing.MemberAccountListData,
    profitSharing.MemberAccountListResponses
  >;
  'GET /api/profit-sharing/v1/accounts/members/{number}/instalments': Operation<
    profitSharing.MemberInstalmentsListData,
    profitSharing.MemberInstalmentsListResponses
  >;
  'GET /api/profit-sharing/v1/accounts/members/{number}/settlement': Operation<
    profitSharing.SettlementsShowData,
    profitSharing.SettlementsShowResponses
  >;
  'GET /api/profit-sharing/v1/accounts/members/{number}/papers/settlement': Operation<
    profitSharing.SettlementPapersPrintData,
    profitSharing.SettlementPapersPrintResponses
  >;
  'GET /api/profit-sharing/v1/accounts/households/{code}': Operation<
    profitSharing.HouseholdAccountListData,
    profitSharing.HouseholdAccountListResponses
  >;
  'GET /api/profit-sharing/v1/accounts/households/{code}/old-seasons': Operation<
    profitSharing.HouseholdOldSeasonsListData,
    profitSharing.HouseholdOldSeasonsListResponses
  >;
}
