import { builtBroker, builtCluster } from './built-cluster.mjs';

export default async () => {
  await (await builtCluster()).startTestCluster();
  await (await builtBroker()).startTestBroker();
};
