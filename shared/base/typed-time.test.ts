import { expect, it } from 'vitest';
import { parseTypedTime } from './typed-time.ts';

it('a time of day is read however it is typed', () => {
  for (const [typed, time] of [
    ['1930', '19:30'],
    ['730', '07:30'],
    ['19:30', '19:30'],
    ['19h30', '19:30'],
    ['19 giờ 30 phút', '19:30'],
    ['7 giờ', '07:00'],
    ['7h', '07:00'],
    ['7', '07:00'],
    ['0000', '00:00'],
    ['23.59', '23:59'],
  ] as const)
    expect([typed, parseTypedTime(typed)]).toEqual([typed, time]);
});

it('what is no time of day is not taken', () => {
  for (const typed of ['', '24', '2460', '7:60', '19:30:00', 'tối', '-1', '12345'])
    expect([typed, parseTypedTime(typed)]).toEqual([typed, undefined]);
});
