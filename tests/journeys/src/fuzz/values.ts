import fc from 'fast-check';

/** Texts that some reader somewhere has stumbled over, and plausible ones beside them. */
const TEXTS = [
  ...[
    '',
    ' ',
    'a',
    'X-1',
    '001',
    'ONION',
    'kg',
    'manager',
    '2025-07-01',
    '2025-09-01T10:00:00-04:00',
    '12.50',
    '1.5',
    '3/7',
  ],
  ...['NaN', 'Infinity', '-1', '-0', '0', '1e3', '0x10', '1,5', '1.', '.5', '٣', '９', '9'.repeat(16), '9'.repeat(400)],
  ...['0000-00-00', '2025-02-30', '2024-02-29', '9999-12-31', '-000001-01-01', '+275760-09-13T00:00:00Z'],
  ...['2025-07-01T24:00:00Z', '2025-07-01T10:00:60Z', '2025-07-01T10:00:00+99:99', '1582-10-10T00:00:00-04:00'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'true'],
  ...["'; DROP TABLE sales; --", '%00', '%', '\\', '"', '/', '..', '../../etc/passwd', '=1+1', '＝1', '${7*7}', '<b>'],
  ...['\u0000', 'a\u0000b', 'a\nb', '\u2028', '\ufeff', '\u202e', '\u200b', 'é', 'e\u0301', 'ﬁ', 'İ', 'ß', '😀', '👩🏽‍🌾'],
  ...['\ud800', '\udc00\ud800', '\uffff', 'x'.repeat(65), 'x'.repeat(201), 'x'.repeat(5_000), 'é'.repeat(300)],
] as const;

/** JSON in which no program would write it. */
const FRAGMENTS = [
  ...['null', 'true', 'false', '0', '-0', '-1', '1.5', '1e3', '1e308', '1e999', '-1e999', '9007199254740993'],
  ...[
    '1E400',
    '0.1e-400',
    '01',
    '+1',
    '.5',
    'NaN',
    'Infinity',
    '0x1F',
    "'a'",
    'undefined',
    '""',
    '"\\u0000"',
    '"\\ud800"',
  ],
  ...['[]', '{}', '[null]', '[[]]', '{"a":1}', '{"__proto__":{"a":1}}', '{"constructor":{"prototype":{}}}', '{"":0}'],
  ...['[1,]', '{"a":1,}', '[', '{', '"', ']', '', ',', ':', '/**/1', '{"a":1,"a":2}', '{"a":1,"\\u0061":2}'],
  ...[`${'['.repeat(19)}${']'.repeat(19)}`, '['.repeat(3_000), '{"a":'.repeat(3_000), `[${'0,'.repeat(2_500)}0]`],
  ...[
    `{${Array.from({ length: 300 }, (_, n) => `"k${n}":0`).join(',')}}`,
    `"${'\\u0041'.repeat(900)}"`,
    '9'.repeat(2_000),
  ],
] as const;

export const texts: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[0-9]{1,20}(?:\.[0-9]{1,8})?$/) },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()) },
);

/** What stands in a body where something else should. */
export const fragments: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: texts.map((text) => JSON.stringify(text)) },
  { weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 1, arbitrary: fc.double().map(String) },
  { weight: 1, arbitrary: fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }).map(String) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 6 }) },
);

/** What stands in a path or a query, as it is sent: encoded as it should be, or not at all. */
export const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: texts.map((text) => encodeURIComponent(Buffer.from(text).toString())) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        '',
        '%',
        '%0',
        '%zz',
        '%00',
        '%ff',
        '%c0%af',
        '%ed%a0%80',
        '%2F',
        '%2e%2e',
        '..',
        '.',
        '%252F',
        '+',
        ';',
        '@',
        '~',
      ],
      ...['%F0%9F%98%80', '%E2%80%AE', '*', '(', '[0]', '{code}', '$', "'", '!', '|', '^', '`', 'x'.repeat(9_000)],
    ),
  },
  { weight: 1, arbitrary: fc.webFragments({ size: 'small' }).map((text) => text.replaceAll(/[?#/]/g, '')) },
);

/** Headers as nobody should send them. */
export const headers: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      ...[
        'Accept',
        'Accept-Language',
        'Accept-Encoding',
        'Content-Type',
        'Content-Encoding',
        'Idempotency-Key',
        'If-Match',
      ],
      ...[
        'Authorization',
        'Cookie',
        'Host',
        'Origin',
        'Referer',
        'X-Forwarded-For',
        'X-Forwarded-Proto',
        'X-Forwarded-Host',
      ],
      ...[
        'traceparent',
        'X-Request-Id',
        'X-Ayni',
        'Range',
        'If-None-Match',
        'Sec-Fetch-Site',
        'X-HTTP-Method-Override',
      ],
    ),
    fc.oneof(
      texts.map((text) => text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '').slice(0, 2_000)),
      fc.constantFrom(
        ...[
          'application/json; charset=utf-16',
          'application/json; charset=utf-7',
          'application/json;charset="',
          'text/csv',
        ],
        ...[
          'application/json, application/json',
          'multipart/form-data; boundary=x',
          'application/x-www-form-urlencoded',
        ],
        ...[
          'gzip',
          'br',
          'deflate',
          'identity',
          'gzip, gzip',
          'snappy',
          '"1"',
          '"0"',
          'W/"1"',
          '"99999999999999999999"',
          '*',
        ],
        ...[
          'Bearer',
          'Bearer ',
          'Bearer a.b.c',
          'Bearer eyJhbGciOiJub25lIn0.e30.',
          'Basic YTpi',
          'localhost',
          'evil.test',
        ],
        ...[
          '[::1',
          '127.0.0.1:99999',
          'es-BO,es;q=0.9,*;q=0.1',
          'q=1;;;',
          '1.2.3.4, 5.6.7.8',
          '::ffff:1.2.3.4',
          'bytes=0-1',
        ],
      ),
    ),
  ),
);
