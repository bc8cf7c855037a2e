import 'reflect-metadata';
import { runProcess, type ProcessConfig } from '@ayni/service-kit';
import { issueSetupCode, membersService } from './index.js';
import { readSigningKey, type SigningKeyFile } from './signing-key.js';

const signingKeyOf = ({ signingKeyFile }: ProcessConfig): Promise<SigningKeyFile> =>
  readSigningKey(signingKeyFile ?? '');

await runProcess({
  name: 'members',
  async define({ config, keys }) {
    const { key, keyId } = await signingKeyOf(config);
    return membersService({
      signingKey: key,
      keyId,
      publicKeys: () => keys.published(),
      operatorUrl: config.database.operator,
    });
  },
  async tell({ config }) {
    // every process of members that has the key offers the same code
    const { secret } = await signingKeyOf(config);
    return { setupCode: await issueSetupCode(config.database.operator, { secret }) };
  },
});
