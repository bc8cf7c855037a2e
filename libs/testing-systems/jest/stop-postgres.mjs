import { builtCluster } from './built-cluster.mjs';

export default async () => (await builtCluster()).stopTestCluster();
