import { join } from 'node:path';
import { PYTHON, pythonPackages } from './python.js';
import { describeRevenue } from './revenue.js';

describeRevenue('Python', async (folder) => {
  const PYTHONPATH = await pythonPackages(join(folder, 'requirements.txt'));
  return { program: PYTHON, args: [join(folder, 'revenue.py')], env: { PYTHONPATH } };
});
