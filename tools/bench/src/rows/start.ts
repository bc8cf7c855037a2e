import { spreadOf } from '../figure.js';
import { Product, readyLine } from '../machine/product.js';
import { Program } from '../machine/program.js';
import type { Row } from '../row.js';
import { demos } from './demo.js';

const RUNS = 5;

export const startRow: Row = {
  name: 'start',
  carrier: 'local',
  how: `\`npm start\` on the folder that a demo left, from the start of npm until the ready line, ${RUNS} times in turn with
the program alone; npm compares the sources with what was compiled before it starts the program.`,
  async measure(bench) {
    const [{ folder }] = await demos(bench);
    const [npm, alone]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run += 1) {
      const env = { ...bench.env, AYNI_READY: 'json' };
      const program = await Program.start('npm', ['start', '--', '--data', folder, '--port', '0'], env, readyLine);
      npm.push(program.seconds);
      await program.stop();
      const product = await Product.start(folder, bench.env);
      alone.push(product.startSeconds);
      await product.stop();
    }
    return [
      {
        what: '`npm start` on an existing folder to ready',
        goal: { is: 'at most', limit: 2.2 },
        unit: 's',
        digits: 1,
        measured: spreadOf(npm),
        beside: `the program alone ${spreadOf(alone).median.toFixed(1)} s`,
      },
    ];
  },
};
