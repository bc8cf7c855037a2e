import { builtBroker, builtCluster } from './built-cluster.mjs';

export default async () => {
  await (await builtBroker()).stopTestBroker();
  await (await builtCluster()).stopTestCluster();
};
