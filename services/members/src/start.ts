import 'reflect-metadata';
import type { ProcessConfig } from '@ayni/service-kit/process/config';
import { runProcess } from '@ayni/service-kit/process/run-process';
import { issueSetupCode, membersService, SigningKeyFile } from './index.js';

const openKey = ({ signingKeyFile }: ProcessConfig): Promise<SigningKeyFile> =>
  SigningKeyFile.open(signingKeyFile ?? '');

await runProcess({
  name: 'members',
  async define({ config, keys }) {
    const signingKey = await openKey(config);
    return membersService({
      signing: () => signingKey.current(),
      publicKeys: () => keys.published(),
      operatorUrl: config.database.operator,
      manyProcesses: true,
      isExample: config.isExample,
    });
  },
  async tell({ config }) {
    // every process of members that has the key offers the same code
    const { secret } = await openKey(config);
    return { setupCode: await issueSetupCode(config.database.operator, { secret }) };
  },
});
