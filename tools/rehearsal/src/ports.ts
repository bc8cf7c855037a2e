import { freePort } from '@ayni/processes';

/** Picks a free port for each of `names`, none twice: one that was picked and is not taken yet is free to who asks again. */
export async function pickPorts(ports: Map<string, number>, names: readonly string[]): Promise<void> {
  for (const name of names) {
    let port = await freePort();
    while ([...ports.values()].includes(port)) port = await freePort();
    ports.set(name, port);
  }
}
