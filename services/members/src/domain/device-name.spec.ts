import { expect, test } from '@jest/globals';
import { deviceName } from './device-name.js';

const LIKE = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  ['Chrome · Android', `Mozilla/5.0 (Linux; Android 10; K) ${LIKE} Chrome/126.0.0.0 Mobile Safari/537.36`],
  [
    'Samsung Internet · Android',
    `Mozilla/5.0 (Linux; Android 10; K) ${LIKE} SamsungBrowser/25.0 Chrome/121.0 Safari/537.36`,
  ],
  ['Edge · Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${LIKE} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`],
  ['Firefox · Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0'],
  [
    'Safari · iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  ],
  ['curl/8.5.0', 'curl/8.5.0'],
  ['–', ' \u00e9 '],
])('a device is called %s', (name, userAgent) => {
  expect(deviceName(userAgent)).toBe(name);
});
