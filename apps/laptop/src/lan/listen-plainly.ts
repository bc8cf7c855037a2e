import { Door } from '@ayni/http/door/door';
import type { Hosts } from '@ayni/http/door/hosts';
import type { PlainListener } from './lan.js';
import type { TrustDesk } from './trust-desk.js';

/** Lets the desk answer at an address whoever asks by one of the machine's names. */
export async function listenPlainly(
  desk: TrustDesk,
  hosts: Hosts,
  port: number,
  address: string,
): Promise<PlainListener> {
  const door = new Door((request, response) => desk.answer(request, response), { hosts });
  return {
    port: await door.listen(port, address),
    close: () => {
      void door.close();
      door.drop();
    },
  };
}
