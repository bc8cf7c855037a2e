import { hash } from 'node:crypto';
import type { Language } from '@ayni/kernel';
import { renderSVG } from 'uqr';
import { trustWords } from './trust-words.js';

const LANGUAGES: readonly Language[] = ['es', 'en'];

const STYLE = `body { margin: 0 auto; padding: 16px; max-width: 36rem; font: 17px/1.5 sans-serif; color: #1d1f1e; background: #f7f5f0 }
h1 { font-size: 22px } h2 { font-size: 19px }
li { margin-block: 8px }
code { display: block; padding: 12px; background: #fff; overflow-wrap: anywhere }
a { display: block; padding: 16px; margin-block: 12px; border-radius: 10px; background: #1f5a3c; color: #fff; text-align: center; text-decoration: none }
a:focus { outline: 3px solid #0b57d0; outline-offset: 2px }
svg { display: block; width: 240px; margin: 12px auto; background: #fff }`;

/** Nothing runs in the page; its one style is known by its hash. */
export const TRUST_PAGE_POLICY =
  `default-src 'none'; style-src 'sha256-${hash('sha256', STYLE, 'base64')}'; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Broken between the pairs alone, by which people compare it. */
const inPairs = (fingerprint: string): string => fingerprint.replaceAll(':', ':<wbr>');

/** The page that says how a phone is made to trust the authority of this laptop, and where the product is then. */
export const trustPage = (secureUrl: string, fingerprint: string): string =>
  `<!doctype html><html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ayni</title><style>${STYLE}</style></head><body><main>
${LANGUAGES.map((language) => sectionOf(language, secureUrl, fingerprint)).join('\n')}
</main></body></html>`;

function sectionOf(language: Language, secureUrl: string, fingerprint: string): string {
  const words = trustWords[language];
  const steps = (all: readonly string[]): string => `<ol>${all.map((step) => `<li>${step}</li>`).join('')}</ol>`;
  return `<section lang="${language}"><h1>${words.title}</h1><p>${words.why}</p>
<p>${words.check}</p><code>${inPairs(fingerprint)}</code>
<h2>Android</h2><a href="/ayni.crt" download="ayni.crt">${words.fetch}</a>${steps(words.android)}
<h2>iPhone</h2><a href="/ayni.mobileconfig">${words.fetchProfile}</a>${steps(words.iphone)}
<p>${words.then}</p><a href="${secureUrl}">${words.open}</a>${renderSVG(secureUrl)}<code>${secureUrl}</code></section>`;
}
