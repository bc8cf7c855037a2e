import { runChecks } from 'es-check';

/** What Chrome 109 has of JavaScript, the oldest browser that the pages are for; Firefox 115 and Safari 16.4 have more. */
const FLOOR = 'es2022';

/**
 * Whether the oldest browsers that the pages are for can run what was built: its syntax, and the methods that it calls.
 * @throws where one is younger, with its file
 */
export async function checkFloor(files) {
  const { success, errors } = await runChecks([{ ecmaVersion: FLOOR, files, module: true, checkFeatures: true }]);
  if (!success) throw new Error(errors.map(({ file, err }) => `${file}: ${err.message}`).join('\n'));
}
