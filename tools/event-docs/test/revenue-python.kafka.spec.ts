import { join } from 'node:path';
import { pythonPackages } from './python.js';
import { describeRevenue } from './revenue.js';

describeRevenue('Python', async (folder) => {
  const PYTHONPATH = await pythonPackages(join(folder, 'requirements.txt'));
  return { program: 'python3', args: [join(folder, 'revenue.py')], env: { PYTHONPATH } };
});
