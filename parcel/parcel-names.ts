import { PROVINCE_ADDRESS, type ParcelHead } from '#shared/contract/parcel-manifest.ts';

/** Folder on a stick in which packages lie. */
export const PARCELS_FOLDER = 'HoSoXa-GoiUSB';

/** Ending of a folder that is not whole yet, and of a part. */
export const UNFINISHED_ENDING = '.dang-ghi';
export const PART_ENDING = '.hsxg';

/** Folder of a package: what a person reads in it is for the person only, the program believes the manifest. */
export function parcelFolderName({ commune, number, from, to, id }: ParcelHead): string {
  return `${commune}_goi-${String(number).padStart(4, '0')}_${placeName(from)}_den-${placeName(to)}_${id.slice(0, 8)}`;
}

/** Name of a part, counted from 1. */
export function partName(part: number): string {
  return `phan-${String(part).padStart(3, '0')}${PART_ENDING}`;
}

function placeName(address: number): string {
  return address === PROVINCE_ADDRESS ? 'tinh' : `may-${String(address)}`;
}
