import { renderUnicodeCompact } from 'uqr';
import type { Laptop } from './laptop.js';
import type { OpenLan } from './lan/open-lan.js';
import type { Say } from './translations.js';

/** Where Ayni is, for people in front of a terminal: its addresses, and as a QR the one to go to first. */
export function addressLines({ url, network }: Pick<Laptop, 'url' | 'network'>, say: Say): string {
  const ready = say('ready', { url });
  if (network === undefined) return [ready, '', renderUnicodeCompact(url), '', say('thisMachine')].join('\n');
  const { urls, trustUrl, fingerprint } = toldOf(network);
  if (trustUrl === undefined) return [ready, say('noNetwork')].join('\n');
  const secure = urls.map((at) => say('lan', { url: at }));
  return [ready, ...secure, '', renderUnicodeCompact(trustUrl), '', say('trust', { url: trustUrl, fingerprint })].join(
    '\n',
  );
}

/** What is told of a network at the start: where phones find Ayni, and where they are told first how to trust it. */
export const toldOf = ({
  lan: { urls, trustUrls },
  fingerprint,
}: {
  readonly lan: Pick<OpenLan['lan'], 'urls' | 'trustUrls'>;
  readonly fingerprint: string;
}): { readonly urls: readonly string[]; readonly trustUrl: string | undefined; readonly fingerprint: string } => ({
  urls,
  trustUrl: trustUrls[0],
  fingerprint,
});
