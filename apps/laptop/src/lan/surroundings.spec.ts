import { expect, test } from '@jest/globals';
import { inUrl, isPrivate, lookAround, namesOf } from './surroundings.js';

test('a machine is asked for by its name, and by the one that phones find by themselves', () => {
  expect(namesOf('Oficina')).toEqual(['oficina', 'oficina.local']);
  expect(namesOf('macbook.local')).toEqual(['macbook.local']);
});

test.each(['localhost', 'María', 'a_b', '', '-a'])('nothing is asked for by the name «%s»', (host) => {
  expect(namesOf(host)).toEqual([]);
});

test('private is what no line of the internet leads to', () => {
  const all = ['10.1.2.3', '172.31.0.1', '192.168.0.9', '169.254.7.7', 'fd00::1'];
  expect(all.filter(isPrivate)).toEqual(all);
  expect(
    ['8.8.8.8', '172.32.0.1', '192.169.0.1', '127.0.0.1', '2001:db8::1', 'fe80::1', '::1'].filter(isPrivate),
  ).toEqual([]);
});

test('a machine is shown at its private addresses alone', () => {
  expect(lookAround().addresses.every(isPrivate)).toBe(true);
});

test('an address of the sixth version stands in brackets in the address of a page', () => {
  expect([inUrl('192.168.1.20'), inUrl('fd00::2')]).toEqual(['192.168.1.20', '[fd00::2]']);
});
