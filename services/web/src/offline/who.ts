import type { Who } from '../api/who.js';
import { forgetDrafts } from './drafts.js';
import { forgetAsked } from './opened.js';
import { store } from './store.js';

/** Who is signed in on this device; undefined where nobody is. */
export const keptWho = async (): Promise<Who | undefined> => (await store()).get('who', 'now');

export async function keepWho(who: Who): Promise<void> {
  const database = await store();
  const before = await database.get('who', 'now');
  if (before !== undefined && (before.user !== who.user || before.coop.code !== who.coop.code)) forgetDrafts();
  await database.put('who', who, 'now');
}

/** Forgets who was signed in, all that she read, and what she typed into forms. What she kept to be sent stays, with the photos that it names: it is hers. */
export async function forgetWho(): Promise<void> {
  forgetDrafts();
  const database = await store();
  await Promise.all([database.clear('who'), database.clear('reads'), forgetAsked()]);
  const photos = await database.getAll('photos');
  if (photos.length === 0) return;
  // receipts of the box, which nobody sent yet, stand beside the database
  const named = JSON.stringify([await database.getAll('commands'), { ...localStorage }]);
  const others = photos.filter(({ hash }) => !named.includes(hash));
  await Promise.all(others.map(({ key }) => database.delete('photos', key)));
}
