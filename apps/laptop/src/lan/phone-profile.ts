import { hash } from 'node:crypto';

/** The authority as an iPhone takes it: a profile of Apple's that holds one root certificate. @param der the certificate */
export function phoneProfile(der: Buffer): string {
  const dict = (entries: string): string => `<dict>${entries}</dict>`;
  const text = (key: string, value: string): string => `<key>${key}</key><string>${value}</string>`;
  const payload = (of: string, type: string): string =>
    text('PayloadType', type) +
    text('PayloadIdentifier', `local.ayni.${of}.${hash('sha256', der).slice(0, 12)}`) +
    text('PayloadUUID', uuidOf(der, of)) +
    text('PayloadDisplayName', 'Ayni') +
    '<key>PayloadVersion</key><integer>1</integer>';
  const root =
    payload('root', 'com.apple.security.root') +
    `<key>PayloadContent</key><data>${der.toString('base64')}</data>` +
    text('PayloadCertificateFileName', 'ayni.crt');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">${dict(
    payload('profile', 'Configuration') + `<key>PayloadContent</key><array>${dict(root)}</array>`,
  )}</plist>`;
}

/** The same for the same authority, so that a profile that is fetched again takes the place of the first. */
function uuidOf(der: Buffer, of: string): string {
  const digest = hash('sha256', Buffer.concat([der, Buffer.from(of)]));
  const part = (from: number, to: number): string => digest.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-8${part(13, 16)}-8${part(17, 20)}-${part(20, 32)}`;
}
