// A program that holds a server until it is killed: `node holder.mjs FOLDER`; prints its port when it has it.
import { startPostgres } from '@ayni/postgres-server/start';

const [folder] = process.argv.slice(2);
const server = await startPostgres({ folder, durable: false, onNotice: () => undefined });
console.log(`port ${server.port}`);
