export {
  issueSetupCode,
  liftBrake,
  membersService,
  nameOfficer,
  registerCoop,
  type MembersConfig,
} from './app.module.js';
export type { CoopRequested } from './use-cases/make-coop/make-coop.use-case.js';
export { SigningKeyFile } from './persistence/signing-key.file.js';
