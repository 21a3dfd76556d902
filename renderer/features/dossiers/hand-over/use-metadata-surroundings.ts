import type { MetadataSurroundings } from '#shared/domain/dossier/archive-metadata.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';

/** What the archive's metadata say beside the dossier: office, who made the dossier, who hands it over. */
export function useMetadataSurroundings(holderStaffId: string | null): MetadataSurroundings {
  const office = useOffice();
  const names = useRecordNames();
  const person = useActingPerson()?.name.full ?? '';
  const name = useSetting('office-name');
  const own = name?.partyName ?? '';
  return {
    organId: name?.organId ?? '',
    office: own === '' ? office.device.commune.name : own,
    holder: holderStaffId === null ? '' : (names.staff(holderStaffId) ?? ''),
    person,
  };
}
