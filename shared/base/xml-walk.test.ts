import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeOf, walkXml } from './xml-walk.ts';

function listen(text: string, limits?: { depth: number; tags: number }): { said: string[]; result: unknown } {
  const said: string[] = [];
  const result = walkXml(
    text,
    {
      open: (name) => said.push(`<${name}`),
      close: (name) => said.push(`>${name}`),
      text: (piece) => said.push(piece),
    },
    limits,
  );
  return { said, result: result.ok ? 'ok' : result.error };
}

describe('walking through XML', () => {
  it('tells elements by local name, text, CDATA and entities', () => {
    expect(
      listen('12<?xml version="1.0"?><a:b x="1>2">Đ&amp;&#273;&#x110;<![CDATA[<c>]]><!-- <d> --><e/></a:b>'),
    ).toEqual({
      said: ['<b', 'Đ&đĐ', '<c>', '<e', '>e', '>b'],
      result: 'ok',
    });
  });

  it.each([
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'doctype'],
    ['<a><!ELEMENT b></a>', 'doctype'],
    ['<a><b></a></b>', 'malformed'],
    ['<a>', 'malformed'],
    ['</a>', 'malformed'],
    ['<a', 'malformed'],
    ['<a <b>', 'malformed'],
    ['no tags', 'malformed'],
    ['<a><![CDATA[x</a>', 'malformed'],
    ['<a>'.repeat(50), 'too-deep'],
    ['<a/>'.repeat(200), 'too-long'],
  ])('ends at %j with %s', (text, fault) => {
    expect(listen(text, { depth: 40, tags: 100 }).result).toBe(fault);
  });

  it('expands nothing that was not said: an unknown entity stays as it is written', () => {
    expect(listen('<a>&x;&lt;</a>').said).toEqual(['<a', '&x;<', '>a']);
  });

  it('finds attributes by whole and by local name', () => {
    expect(attributeOf(' r:id="rId1" id=\'2\'', 'id')).toBe('2');
    expect(attributeOf(' r:id="rId1" id=\'2\'', 'r:id')).toBe('rId1');
    expect(attributeOf(' w:val="a&amp;b"', 'val')).toBe('a&b');
    expect(attributeOf(' w:val="1"', 'al')).toBeUndefined();
    expect(attributeOf(' :val="1" val2="2"', 'val')).toBeUndefined();
    expect(attributeOf(' r = "B7"\ts=\'3\'', 's')).toBe('3');
    expect(attributeOf(' r="s=\'4\'"', 's')).toBeUndefined();
    expect(attributeOf(' hidden s=3 t="n"', 't')).toBe('n');
    expect(attributeOf(' s="3', 's')).toBeUndefined();
  });

  it('finds each attribute of any list', () => {
    const name = fc.stringMatching(/^(?:[a-z]{1,2}:)?[a-z]{1,3}$/u);
    const value = fc.string({ unit: fc.constantFrom('a', 'b', 'r', ':', '=', '>', '/', '<', ' ', 'ữ') });
    const list = fc.uniqueArray(fc.tuple(name, value, fc.constantFrom('"', "'")), { selector: ([each]) => each });
    fc.assert(
      fc.property(list, name, (attributes, asked) => {
        const text = attributes.map(([each, said, quote]) => ` ${each}=${quote}${said}${quote}`).join('');
        const byName =
          attributes.find(([each]) => each === asked) ?? attributes.find(([each]) => each.endsWith(`:${asked}`));
        expect(attributeOf(text, asked)).toBe(byName?.[1]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a long text', () => {
  it('is walked through in time that grows with its length only', () => {
    const begun = performance.now();
    expect(listen(`<a>${'<b>x</b>'.repeat(200_000)}</a>`).result).toBe('ok');
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
