import open from 'open';

/** Of the machine and the terminal that a program was started in, what says whether somebody looks on. */
export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** Systems whose sessions always have a display. */
const WITH_DISPLAY: readonly NodeJS.Platform[] = ['darwin', 'win32'];

/** Whether a browser may open by itself: somebody has a terminal and a display here, and no build server is at work. */
export const isLookedAt = ({ platform, isTerminal, env }: Surroundings): boolean =>
  isTerminal &&
  (env['CI'] ?? 'false') === 'false' &&
  (WITH_DISPLAY.includes(platform) || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']));

/** Opens an address in the browser of whoever is signed in here; where there is none, nobody waits for it. */
export const openBrowser = async (url: string): Promise<void> => {
  await open(url).catch(() => undefined);
};
