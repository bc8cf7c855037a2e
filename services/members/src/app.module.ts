import { keepPeriods } from '@ayni/reference-data/migrations/20261128T1600-keep-periods';
import { keepPlacesOf } from '@ayni/reference-data/migrations/20261128T1100-keep-places';
import { Module, type DynamicModule } from '@nestjs/common';
import type { CoopId } from '@ayni/kernel';
import { platformMigrations } from '@ayni/service-kit/platform-migrations';
import { tellNamesApart } from '@ayni/facts/migrations/20261128T1500-tell-names-apart';
import type { ServiceDefinition } from '@ayni/service-kit/definition';
import { Clock, SystemClock } from '@ayni/http/clock';
import { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { Database } from '@ayni/database/database';
import { assembled } from '@ayni/service-kit/assembled';
import { ChangeEntity } from '@ayni/facts/registered/change.entity';
import { keepChanges } from '@ayni/facts/migrations/20261128T1400-keep-changes';
import { registerTotals } from '@ayni/facts/register-totals';
import type { JSONWebKeySet } from 'jose';
import { BrakePort, SourceBudgetPort } from './domain/brake.port.js';
import { CoopsPort } from './domain/coops.port.js';
import { AssembliesPort } from './domain/assemblies.port.js';
import { MinutesController } from './http/minutes.controller.js';
import { AssembliesController } from './http/assemblies.controller.js';
import { AssemblyRulesController } from './http/assembly-rules.controller.js';
import { BallotsController } from './http/ballots.controller.js';
import { PostgresAssemblies } from './persistence/assemblies.postgres.js';
import { HoldAssemblies1795886400000 } from './persistence/migrations/20261128T1700-hold-assemblies.js';
import { TakeOwnVoteBack1795950600000 } from './persistence/migrations/20261129T1110-take-own-vote-back.js';
import { SayWhyMembersLeft1795977900000 } from './persistence/migrations/20261129T1845-say-why-members-left.js';
import { SayWhatWaits1795989000000 } from './persistence/migrations/20261129T2150-say-what-waits.js';
import { CallAssembly } from './use-cases/call-assembly/call-assembly.use-case.js';
import { CancelAssembly } from './use-cases/cancel-assembly/cancel-assembly.use-case.js';
import { ChangeAssemblyRules } from './use-cases/change-assembly-rules/change-assembly-rules.use-case.js';
import { CloseAssembly } from './use-cases/close-assembly/close-assembly.use-case.js';
import { CountBallot } from './use-cases/count-ballot/count-ballot.use-case.js';
import { OpenAssembly } from './use-cases/open-assembly/open-assembly.use-case.js';
import { PutToVote } from './use-cases/put-to-vote/put-to-vote.use-case.js';
import { SettleItem } from './use-cases/settle-item/settle-item.use-case.js';
import { WriteMinutes } from './use-cases/write-minutes/write-minutes.query.js';
import { ShowAssembly } from './use-cases/show-assembly/show-assembly.query.js';
import { ShowAssemblyRules } from './use-cases/show-assembly-rules/show-assembly-rules.query.js';
import { TakeVotes } from './use-cases/take-votes/take-votes.use-case.js';
import { TickAttendance } from './use-cases/tick-attendance/tick-attendance.use-case.js';
import { WithdrawVote } from './use-cases/withdraw-vote/withdraw-vote.use-case.js';
import { ApiKeysPort } from './domain/api-keys.port.js';
import { DevicesPort } from './domain/devices.port.js';
import { HouseholdsPort } from './domain/households.port.js';
import { MembersPort } from './domain/members.port.js';
import { PasswordsPort } from './domain/passwords.port.js';
import { ResolutionsPort } from './domain/resolutions.port.js';
import { TokensPort } from './domain/tokens.port.js';
import { UsersPort } from './domain/users.port.js';
import { WaitingPort } from './domain/waiting.port.js';
import { CoopController } from './http/coop.controller.js';
import { BrowserSessionsController } from './http/browser-sessions.controller.js';
import { ApiKeysController } from './http/api-keys.controller.js';
import { DevicesController } from './http/devices.controller.js';
import { UserDevicesController } from './http/user-devices.controller.js';
import { HouseholdsController } from './http/households.controller.js';
import { MembersController } from './http/members.controller.js';
import { RefusedSignInsController } from './http/refused-sign-ins.controller.js';
import { ResolutionsController } from './http/resolutions.controller.js';
import { PasswordController } from './http/password.controller.js';
import { PublishedKeys, SessionsController } from './http/sessions.controller.js';
import { SetupController } from './http/setup.controller.js';
import { SignOutController } from './http/sign-out.controller.js';
import { UsersController } from './http/users.controller.js';
import { WaitingChangesController } from './http/waiting-changes.controller.js';
import { OperatorCoops } from './persistence/coops.operator.js';
import { PostgresApiKeys } from './persistence/api-keys.postgres.js';
import { PostgresDevices } from './persistence/devices.postgres.js';
import { HouseholdEntity } from './persistence/household.entity.js';
import { PostgresHouseholds } from './persistence/households.postgres.js';
import { MemberEntity } from './persistence/member.entity.js';
import { PostgresMembers } from './persistence/members.postgres.js';
import { CreateMembers1795320000000 } from './persistence/migrations/20261122T0400-create-members.js';
import { GuardUsers1795867200000 } from './persistence/migrations/20261128T1200-guard-users.js';
import { OwnStanding } from './persistence/own-standing.js';
import { PostgresBrake, whoOf } from './persistence/brake.postgres.js';
import { BrakeSignIn1795870800000 } from './persistence/migrations/20261128T1300-brake-sign-in.js';
import { KeepApiKeys1795875600000 } from './persistence/migrations/20261128T1420-keep-api-keys.js';
import { CountRefusedSignIns1795876800000 } from './persistence/migrations/20261128T1440-count-refused-sign-ins.js';
import { WaitForOfficer1795877400000 } from './persistence/migrations/20261128T1450-wait-for-officer.js';
import { PostgresWaiting } from './persistence/waiting.postgres.js';
import { KeepDevices1795875000000 } from './persistence/migrations/20261128T1410-keep-devices.js';
import { SourceBudget } from './persistence/source-budget.js';
import { DataSource } from 'typeorm';
import { Argon2Passwords } from './persistence/passwords.argon2.js';
import { CorrectMembers1795874460000 } from './persistence/migrations/20261128T1401-correct-members.js';
import { CoverThings1795866600000 } from './persistence/migrations/20261128T1150-cover-things.js';
import { names } from './persistence/names.js';
import { rebuilt } from './persistence/rebuilt.js';
import { ResolutionEntity } from './persistence/resolution.entity.js';
import { PostgresResolutions } from './persistence/resolutions.postgres.js';
import { JoseTokens, type SigningKey } from './persistence/tokens.jose.js';
import { UserEntity } from './persistence/user.entity.js';
import { PostgresUsers } from './persistence/users.postgres.js';
import { AdmitMember } from './use-cases/admit-member/admit-member.js';
import { AdoptResolutions } from './use-cases/adopt-resolutions/adopt-resolutions.use-case.js';
import { CorrectHouseholds } from './use-cases/correct-households/correct-households.use-case.js';
import { ChangeMember } from './use-cases/change-member/change-member.use-case.js';
import { ChangeUser } from './use-cases/change-user/change-user.use-case.js';
import { ChoosePassword } from './use-cases/choose-password/choose-password.use-case.js';
import { DecideWaiting } from './use-cases/decide-waiting/decide-waiting.use-case.js';
import { DepartMember } from './use-cases/depart-member/depart-member.use-case.js';
import { EndApiKey } from './use-cases/end-api-key/end-api-key.use-case.js';
import { ExchangeKey } from './use-cases/exchange-key/exchange-key.use-case.js';
import { MakeApiKey } from './use-cases/make-api-key/make-api-key.use-case.js';
import { EndDevice } from './use-cases/end-device/end-device.use-case.js';
import { NameOfficer, type OfficerNamed } from './use-cases/name-officer/name-officer.use-case.js';
import { OpenDevice } from './use-cases/open-device/open-device.use-case.js';
import { RenewDevice } from './use-cases/renew-device/renew-device.use-case.js';
import { ShowSetUp } from './use-cases/show-set-up/show-set-up.query.js';
import { MakeCoop, type CoopRequested } from './use-cases/make-coop/make-coop.use-case.js';
import { RegisterHouseholds } from './use-cases/register-households/register-households.use-case.js';
import { RegisterMembers } from './use-cases/register-members/register-members.use-case.js';
import { RegisterUsers } from './use-cases/register-users/register-users.use-case.js';
import { ReturnMember } from './use-cases/return-member/return-member.use-case.js';
import { SealCommand } from './use-cases/seal-command/seal-command.js';
import { ShowCoop } from './use-cases/show-coop/show-coop.query.js';
import { ShowMember } from './use-cases/show-member/show-member.query.js';
import { SignOut } from './use-cases/sign-out/sign-out.use-case.js';
import { SignIn } from './use-cases/sign-in/sign-in.use-case.js';

/** What members needs beside the platform: it alone signs tokens and makes co-ops. */
export type MembersConfig = {
  /** The key that tokens are signed with: always the same, or whoever knows which one now. */
  readonly signing: SigningKey | (() => Promise<SigningKey>);
  /** The keys as they are published: always the same, or whoever reads them. */
  readonly publicKeys: JSONWebKeySet | (() => Promise<JSONWebKeySet>);
  /** A connection string of the operator role. */
  readonly operatorUrl: string;
  /** How long a token holds; ten minutes where left out. */
  readonly tokenSeconds?: number;
  /** Whether other processes of members may have doors too; what an address may fail in is then counted together. */
  readonly manyProcesses?: boolean;
  /** Whether nothing in these books is of a real co-op: pages say so wherever one is. */
  readonly isExample?: boolean;
};

const TOKEN_SECONDS = 600;

/** Joins the ports of members to PostgreSQL, argon2 and jose; nothing else does. */
@Module({})
class MembersModule {
  static with({
    signing,
    publicKeys,
    operatorUrl,
    tokenSeconds,
    manyProcesses = false,
    isExample = false,
  }: MembersConfig): DynamicModule {
    return {
      module: MembersModule,
      controllers: [
        SetupController,
        SessionsController,
        BrowserSessionsController,
        DevicesController,
        UserDevicesController,
        ApiKeysController,
        RefusedSignInsController,
        CoopController,
        HouseholdsController,
        MembersController,
        UsersController,
        WaitingChangesController,
        PasswordController,
        SignOutController,
        ResolutionsController,
        AssembliesController,
        MinutesController,
        BallotsController,
        AssemblyRulesController,
      ],
      providers: [
        { provide: PublishedKeys, useValue: new PublishedKeys(publicKeys) },
        { provide: BrakePort, useFactory: (database: Database) => new PostgresBrake(database), inject: [Database] },
        {
          provide: SourceBudgetPort,
          useFactory: (source: DataSource) => (manyProcesses ? SourceBudget.shared(source) : SourceBudget.inMemory()),
          inject: [DataSource],
        },
        { provide: PasswordsPort, useClass: Argon2Passwords },
        { provide: TokensPort, useValue: new JoseTokens(signing, tokenSeconds ?? TOKEN_SECONDS) },
        {
          provide: ApiKeysPort,
          useFactory: (database: Database) => new PostgresApiKeys(database),
          inject: [Database],
        },
        { provide: WaitingPort, useClass: PostgresWaiting },
        { provide: DevicesPort, useClass: PostgresDevices },
        { provide: HouseholdsPort, useClass: PostgresHouseholds },
        { provide: MembersPort, useClass: PostgresMembers },
        { provide: ResolutionsPort, useClass: PostgresResolutions },
        { provide: AssembliesPort, useClass: PostgresAssemblies },
        {
          provide: UsersPort,
          useFactory: (database: Database) => new PostgresUsers(database),
          inject: [Database],
        },
        {
          provide: CoopsPort,
          useFactory: (clock: Clock) => new OperatorCoops(operatorUrl, clock),
          inject: [Clock],
        },
        assembled(MakeCoop, CoopsPort, PasswordsPort),
        {
          provide: ShowSetUp,
          useFactory: (coops: CoopsPort) => new ShowSetUp(coops, isExample),
          inject: [CoopsPort],
        },
        assembled(SignIn, UsersPort, PasswordsPort, TokensPort, BrakePort, SourceBudgetPort),
        assembled(RegisterHouseholds, HouseholdsPort),
        assembled(CorrectHouseholds, CoopDirectory),
        assembled(AdmitMember, AssembliesPort, ResolutionsPort),
        assembled(RegisterMembers, CoopDirectory, HouseholdsPort, MembersPort, AdmitMember),
        assembled(ChangeMember, CoopDirectory, HouseholdsPort, MembersPort),
        assembled(DepartMember, CoopDirectory, MembersPort),
        assembled(ReturnMember, CoopDirectory, MembersPort, AdmitMember),
        assembled(RegisterUsers, UsersPort, MembersPort, PasswordsPort, WaitingPort),
        assembled(ChangeUser, UsersPort, MembersPort, PasswordsPort, DevicesPort, WaitingPort),
        assembled(DecideWaiting, UsersPort, WaitingPort, DevicesPort),
        assembled(ChoosePassword, CoopDirectory, UsersPort, PasswordsPort, BrakePort, DevicesPort),
        assembled(SignOut, UsersPort, DevicesPort),
        assembled(OpenDevice, DevicesPort, TokensPort),
        assembled(RenewDevice, DevicesPort, UsersPort, TokensPort),
        assembled(EndDevice, DevicesPort),
        assembled(MakeApiKey, CoopDirectory, ApiKeysPort),
        assembled(EndApiKey, ApiKeysPort),
        assembled(ExchangeKey, CoopDirectory, ApiKeysPort, TokensPort),
        assembled(SealCommand, PasswordsPort),
        assembled(ShowCoop, CoopDirectory),
        assembled(ShowMember, MembersPort),
        assembled(AdoptResolutions, CoopDirectory, MembersPort, ResolutionsPort),
        assembled(CallAssembly, CoopDirectory, AssembliesPort),
        assembled(CancelAssembly, AssembliesPort),
        assembled(TickAttendance, AssembliesPort),
        assembled(OpenAssembly, CoopDirectory, AssembliesPort),
        assembled(CloseAssembly, AssembliesPort),
        assembled(PutToVote, CoopDirectory, AssembliesPort),
        assembled(TakeVotes, AssembliesPort),
        assembled(WithdrawVote, AssembliesPort),
        assembled(CountBallot, AssembliesPort),
        assembled(SettleItem, AssembliesPort, ResolutionsPort),
        assembled(ChangeAssemblyRules, AssembliesPort, ResolutionsPort),
        assembled(ShowAssembly),
        assembled(WriteMinutes, CoopDirectory, ShowAssembly),
        assembled(ShowAssemblyRules, AssembliesPort),
      ],
    };
  }
}

/** Who signs in names her co-op in whatever case. */
const COOP_BY_CODE = [
  `CREATE OR REPLACE FUNCTION coop_by_code(asked text) RETURNS uuid
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
     AS $$ SELECT coop_id FROM public.coops
           WHERE code = asked OR (name_key = public.name_key(asked) AND double_of IS NULL)
           ORDER BY code <> asked LIMIT 1 $$`,
];

/** Co-ops, households, members, users and resolutions. */
export const membersService = (config: MembersConfig): ServiceDefinition => ({
  name: 'members',
  entities: [HouseholdEntity, MemberEntity, UserEntity, ResolutionEntity, ChangeEntity],
  migrations: [
    CreateMembers1795320000000,
    ...platformMigrations('members'),
    keepPlacesOf([]),
    CoverThings1795866600000,
    GuardUsers1795867200000,
    BrakeSignIn1795870800000,
    keepChanges('members', [{ table: 'households', columns: ['name', 'community'] }]),
    CorrectMembers1795874460000,
    KeepDevices1795875000000,
    KeepApiKeys1795875600000,
    CountRefusedSignIns1795876800000,
    WaitForOfficer1795877400000,
    keepPeriods('members'),
    HoldAssemblies1795886400000,
    TakeOwnVoteBack1795950600000,
    SayWhyMembersLeft1795977900000,
    SayWhatWaits1795989000000,
    ...tellNamesApart([...names, { what: 'co-op', table: 'coops', column: 'code', within: [] }], COOP_BY_CODE),
  ],
  standing: (database) => new OwnStanding(database),
  module: MembersModule.with(config),
  totals: { written: { register: registerTotals }, applied: {} },
  names,
  ...rebuilt,
});

/**
 * Makes a co-op and its first user at the operator's own word, without a set-up code.
 * @param operatorUrl a connection string of the operator role
 * @throws Refusal where a field is wrong, `code-taken`
 */
export async function registerCoop(operatorUrl: string, requested: CoopRequested): Promise<{ coop: CoopId }> {
  const makeCoop = new MakeCoop(new OperatorCoops(operatorUrl, new SystemClock()), new Argon2Passwords());
  return { coop: await makeCoop.run(requested) };
}

/**
 * Forgets what failed in the name of a user, from every address.
 * @param operatorUrl a connection string of the operator role
 * @returns from how many addresses
 * @throws Refusal `not-found` where there is no such co-op, or no such user in it
 */
export const liftBrake = (
  operatorUrl: string,
  user: { readonly coop: string; readonly user: string },
): Promise<number> => new OperatorCoops(operatorUrl, new SystemClock()).liftBrake({ ...user, who: whoOf(user) });

/**
 * Names an officer where no second one can confirm it.
 * @param operatorUrl a connection string of the operator role
 * @throws Refusal `not-found`
 */
export const nameOfficer = (operatorUrl: string, { coop, user, roles, reason }: OfficerNamed): Promise<void> => {
  const act = { act: 'officers.name', told: JSON.stringify({ roles, reason }) };
  return new OperatorCoops(operatorUrl, new SystemClock()).inCoop(coop, act, (tx, database) => {
    const [users, waiting] = [new PostgresUsers(database), new PostgresWaiting()];
    return new NameOfficer(users, waiting, new DecideWaiting(users, waiting, new PostgresDevices())).run(
      tx,
      user,
      roles,
    );
  });
};

/**
 * A fresh one-time code for `POST /setup`; an earlier one that was not used holds no longer.
 * @param operatorUrl a connection string of the operator role
 * @param evenSo also where there is a co-op already
 * @param secret where several processes of one system issue it: what they share, so that theirs is the same code
 * @returns null where there is a co-op already
 */
export const issueSetupCode = (
  operatorUrl: string,
  { evenSo = false, secret }: { evenSo?: boolean; secret?: string } = {},
): Promise<string | null> => new OperatorCoops(operatorUrl, new SystemClock()).issueSetupCode(evenSo, secret);
