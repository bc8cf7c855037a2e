// first: what the driver must not find has to be gone before it looks
import './config.js';
import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

// The driver's defaults lose digits (int8 as text is easily added to a number) and days (date as a
// local midnight); these three come back as what the kernel calls them.
pg.types.setTypeParser(INT8, (text) => BigInt(text));
pg.types.setTypeParser(DATE, (text) => text);
pg.types.setTypeParser(TIMESTAMPTZ, (text) => new Date(text).toISOString());

/** The one way to PostgreSQL: values come back the same wherever they are asked, and nothing is read from the environment. */
export default pg;
