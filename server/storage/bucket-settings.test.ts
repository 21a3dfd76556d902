import { describe, expect, it } from 'vitest';
import { readBucketSettings } from './bucket-settings.ts';

const whole = {
  HOSOXA_S3_ENDPOINT: 'https://kho.caobang.gov.vn',
  HOSOXA_S3_BUCKET: 'ho-so-xa',
  HOSOXA_S3_KEY_ID: 'may-chu',
  HOSOXA_S3_SECRET: 'bí mật',
};

describe('settings of a bucket', () => {
  it('are none where none is named, and whole where all are', () => {
    expect(readBucketSettings({ HOSOXA_FILES: '/srv/files' })).toBeUndefined();
    expect(readBucketSettings(whole)).toEqual({
      ...{ endpoint: whole.HOSOXA_S3_ENDPOINT, bucket: 'ho-so-xa', keyId: 'may-chu', secret: 'bí mật' },
      region: 'us-east-1',
    });
    expect(readBucketSettings({ ...whole, HOSOXA_S3_REGION: 'vn-1' })?.region).toBe('vn-1');
  });

  it('are refused by name when half of them is there, a folder is named too, or the address is none', () => {
    const { HOSOXA_S3_SECRET: _secret, ...half } = whole;
    expect(() => readBucketSettings(half)).toThrow(
      expect.objectContaining({ kind: 'missing', names: ['HOSOXA_S3_SECRET'] }),
    );
    expect(() => readBucketSettings({ ...whole, HOSOXA_FILES: '/srv/files' })).toThrow(
      expect.objectContaining({ kind: 'two-places' }),
    );
    for (const endpoint of ['kho.caobang.gov.vn', 'ftp://kho', ''])
      expect(() => readBucketSettings({ ...whole, HOSOXA_S3_ENDPOINT: endpoint })).toThrow();
  });
});
